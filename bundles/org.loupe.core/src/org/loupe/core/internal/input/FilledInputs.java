/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.input;

import java.util.Arrays;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Inputs that no file gives: constants, and states at their first step. Open extents become 1. */
public final class FilledInputs {
  private static final long MOST_ELEMENTS = 64L << 20;

  private FilledInputs() {
  }

  /**
   * What a card entry gives without a file.
   *
   * @throws LoupeException USAGE if it needs one; else as {@link #constant}
   */
  public static Tensor filled(InputEntry entry, ValueSpec input) throws LoupeException {
    return switch (entry) {
      case InputEntry.Constant c -> constant(c, input);
      case InputEntry.State s -> state(s, input);
      case InputEntry.Decoded d -> throw LoupeException.usage("input " + input.name() + " (" + input.typeText()
          + ") was not given; give " + input.name() + "=FILE, or a constant in the input card");
    };
  }

  /** @throws LoupeException BAD_INPUT if the input is no tensor of numbers, too large, or of another size */
  public static Tensor constant(InputEntry.Constant entry, ValueSpec input) throws LoupeException {
    return filled(entry.values(), input);
  }

  /** As {@link #constant}. */
  public static Tensor state(InputEntry.State entry, ValueSpec input) throws LoupeException {
    return filled(List.of(entry.initial()), input);
  }

  private static Tensor filled(List<Double> values, ValueSpec input) throws LoupeException {
    ElementType type = input.type().orElse(ElementType.FLOAT32);
    if (type == ElementType.STRING) {
      throw LoupeException.badInput("input " + input.name() + " takes text and cannot be a constant number");
    }
    if (input.dims().isEmpty()) {
      throw LoupeException.badInput("input " + input.name() + " has no declared shape; give it as a .npy file");
    }
    Shape shape = shape(input.dims().get(), input);
    if (values.size() != 1 && values.size() != shape.size()) {
      throw LoupeException.badInput(values.size() + " numbers for input " + input.name() + " of shape " + shape);
    }
    double[] all = new double[(int) shape.size()];
    Arrays.setAll(all, i -> values.get(values.size() == 1 ? 0 : i));
    return ArrayTensor.convert(type, shape, all);
  }

  private static Shape shape(List<Dimension> dims, ValueSpec input) throws LoupeException {
    long size = 1;
    for (Dimension d : dims) {
      size = d.known() && d.size() > 0 ? size > MOST_ELEMENTS / d.size() ? MOST_ELEMENTS + 1 : size * d.size() : size;
      if (size > MOST_ELEMENTS) {
        throw LoupeException.badInput("input " + input.name() + " of shape " + dims + " is too large to be filled");
      }
    }
    return Shape.of(dims.stream().mapToLong(d -> d.known() ? d.size() : 1).toArray());
  }
}
