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

/** Where the value of one input comes from. */
public sealed interface InputEntry permits InputEntry.Decoded, InputEntry.Constant, InputEntry.State {

  /**
   * A modality decodes a file.
   *
   * @param modality id of the modality, as {@code image}
   * @param settings its part of the card, by key; see {@link org.loupe.api.modality.Modality#cardType}
   */
  record Decoded(String modality, Map<String, String> settings) implements InputEntry {
    public Decoded {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
  }

  /** Always the same numbers: one for every element, or as many as the input has elements. */
  record Constant(List<Double> values) implements InputEntry {
    public Constant {
      values = List.copyOf(values);
    }
  }

  /** Fed back from an output of the step before; the first step gets the initial value in every element. */
  record State(String output, double initial) implements InputEntry {
  }
}
