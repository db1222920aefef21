/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.subject.Subject;

/**
 * Which channels are to be pictured, and how.
 *
 * @param subject what the pictures start from: {@code InputReader.blank}
 * @param layer id or node name of the layer
 * @param channels from 0, in the order to make them; empty for all
 * @param explainer id of the method, which must take the setting {@code also}
 * @param profile id of one of its profiles; empty for none
 * @param settings texts by key, over those of the profile; {@code also} and, unless given, {@code frames} are set here
 * @param seed of the random streams
 * @param memoryBytes budget of the batches; 0 is automatic
 */
public record SheetRequest(Subject.Single subject, String layer, List<Integer> channels, String explainer,
    String profile, Map<String, String> settings, long seed, long memoryBytes) {
  /** The method that comes with Loupe. */
  public static final String FEATURE_VISUALIZATION = "feature-visualization";

  public SheetRequest {
    channels = List.copyOf(channels);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Every channel of a layer by the method that comes with Loupe. */
  public static SheetRequest of(Subject.Single subject, String layer, String profile) {
    return new SheetRequest(subject, layer, List.of(), FEATURE_VISUALIZATION, profile, Map.of(), 0, 0);
  }
}
