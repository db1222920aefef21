/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.card;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which input card to use.
 *
 * @param model the model file
 * @param card a card to read instead of the one beside the model
 * @param overrides values that replace those of the card, by {@code key} for the only, or first, decoded input or by
 *     {@code INPUT.key}
 * @param labels a file of class labels for the first output that can be a class vector
 */
public record CardRequest(Path model, Optional<Path> card, Map<String, String> overrides, Optional<Path> labels) {
  public CardRequest {
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
  }

  /** The card beside the model, or a proposed one. */
  public static CardRequest of(Path model) {
    return new CardRequest(model, Optional.empty(), Map.of(), Optional.empty());
  }
}
