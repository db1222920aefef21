/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.input;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.Shape;

/** Names for the elements of an input, from its feature names where it has them and from indices otherwise. */
public final class ElementNames {
  private ElementNames() {
  }

  /** A name for every element, in flat order. */
  public static List<String> all(DecodedInput input) {
    int size = Math.toIntExact(input.tensor().size());
    List<String> out = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      out.add(name(input, i));
    }
    return out;
  }

  /**
   * A name as {@code age} where the innermost axis is named and the only one, {@code age [2]} where there are others,
   * and {@code x[2, 5]} without names. A leading axis of extent 1 is left out of indices.
   *
   * @param flat index of the element in row-major order
   */
  public static String name(DecodedInput input, long flat) {
    Shape shape = input.tensor().shape();
    int first = shape.rank() > 1 && shape.dim(0) == 1 ? 1 : 0;
    List<Long> index = new ArrayList<>();
    long rest = flat;
    for (int axis = shape.rank() - 1; axis >= first; axis--) {
      index.add(0, rest % shape.dim(axis));
      rest /= shape.dim(axis);
    }
    boolean named = !index.isEmpty() && input.features().size() == shape.dim(-1);
    if (!named) {
      return index.isEmpty() ? input.name() : input.name() + index;
    }
    String feature = input.features().get(index.remove(index.size() - 1).intValue());
    return index.isEmpty() ? feature : feature + " " + index;
  }
}
