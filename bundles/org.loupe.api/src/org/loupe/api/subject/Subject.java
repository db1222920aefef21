/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.math.tensor.Tensor;

/** What an explanation is about; pairs and data sets follow with the methods that take them. */
public sealed interface Subject permits Subject.Single {
  /** For a reader: usually a file's name. */
  String name();

  /**
   * One input of the model.
   *
   * @param name for a reader
   * @param inputs a decoded input for each input of the model, in the model's order; at least one
   * @param labels class labels by output name; may be empty
   * @param explained names of the inputs that came from files, the others being constants or states; at least one
   */
  record Single(String name, Map<String, DecodedInput> inputs, Map<String, List<String>> labels, List<String> explained)
      implements Subject {
    public Single {
      inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
      labels = Map.copyOf(labels);
      explained = List.copyOf(explained);
      if (explained.isEmpty() || !inputs.keySet().containsAll(explained)) {
        throw new IllegalArgumentException("explained inputs " + explained + " among " + inputs.keySet());
      }
    }

    /** The tensors to feed, by input name. */
    public Map<String, Tensor> tensors() {
      Map<String, Tensor> out = new LinkedHashMap<>();
      inputs.forEach((key, input) -> out.put(key, input.tensor()));
      return out;
    }

    /**
     * How many items it has: 1, but for rows of a table, which only methods take that say so. See
     * {@link DecodedInput#table}.
     */
    public int items() {
      return inputs.values().stream().flatMap(i -> i.table().stream()).mapToInt(t -> t.rows().size()).findFirst()
          .orElse(1);
    }

    /** The first input that came from a file. */
    public DecodedInput first() {
      return inputs.get(explained.get(0));
    }
  }
}
