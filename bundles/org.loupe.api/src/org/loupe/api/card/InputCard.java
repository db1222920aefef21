/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.card;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How files become inputs of a model, and what its outputs mean: the content of {@code <model file>.card.json}.
 *
 * @param inputs an entry for each input of the model, by name
 * @param labels class labels of outputs, by output name
 */
public record InputCard(Map<String, InputEntry> inputs, Map<String, List<String>> labels) {
  /** Says nothing. */
  public static final InputCard EMPTY = new InputCard(Map.of(), Map.of());

  public InputCard {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    labels = Map.copyOf(labels);
  }
}
