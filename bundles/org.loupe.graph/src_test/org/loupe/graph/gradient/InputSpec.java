/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * An input of an operator case, written as {@code name=dims[numbers]:kind}. Extents are numbers or capital letters for
 * those that can be left open, {@code ()} is a scalar. Numbers in brackets make a constant, of whole numbers unless one
 * has a point ({@code [.]} has none at all); without dims it is a list. With {@code !} behind it is a constant even
 * where lists are computed, and with {@code ?} it is computed at any rate. Kinds of random elements: none for -2 to 2,
 * {@code pos} for 0.5 to 2, {@code unit} for -0.9 to 0.9, {@code wide} for -6 to 6, {@code above} for 1.1 to 3,
 * {@code bool} for truth values.
 */
record InputSpec(String name, String[] dims, double[] numbers, boolean whole, String mark, String kind) {
  private static final Pattern FORM =
      Pattern.compile("(\\w+)=(\\(\\)|[A-Z0-9]+(?:,[A-Z0-9]+)*)?(\\[[^\\]]*\\])?([!?]?)(?::(\\w+))?");

  static InputSpec parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("no input: " + text);
    }
    String list = m.group(3) == null ? null : m.group(3).substring(1, m.group(3).length() - 1);
    double[] numbers = list == null ? null : list.isEmpty() || list.equals(".") ? new double[0]
        : Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray();
    String[] dims = m.group(2) == null ? new String[] {Integer.toString(numbers.length)}
        : m.group(2).equals("()") ? new String[0] : m.group(2).split(",");
    return new InputSpec(m.group(1), dims, numbers, list != null && !list.contains("."),
        m.group(4), m.group(5) == null ? "" : m.group(5));
  }

  boolean isConstant() {
    return numbers != null && !mark.equals("?");
  }

  /** Whether this is a constant even where others are computed. */
  boolean isAlwaysConstant() {
    return mark.equals("!");
  }

  boolean isDifferentiable() {
    return numbers == null && !kind.equals("bool");
  }

  boolean isOpen() {
    return Arrays.stream(dims).anyMatch(d -> Character.isLetter(d.charAt(0)));
  }

  Shape shape(Map<String, Integer> open) {
    return Shape.of(Arrays.stream(dims)
        .mapToLong(d -> Character.isLetter(d.charAt(0)) ? open.get(d) : Long.parseLong(d)).toArray());
  }

  /**
   * The tensor. Random elements are distinct and evenly spread, so that maxima have no rivals nearby and nothing lies
   * on a kink at a simple number.
   */
  Tensor tensor(Map<String, Integer> open, RandomGenerator random) {
    Shape shape = shape(open);
    int size = (int) shape.size();
    if (numbers != null) {
      return whole ? ArrayTensor.of(shape, Arrays.stream(numbers).mapToLong(d -> (long) d).toArray())
          : ArrayTensor.of(shape, numbers);
    }
    if (kind.equals("bool")) {
      return ArrayTensor.convert(ElementType.BOOL, shape, random.doubles(size).map(Math::rint).toArray());
    }
    double low = switch (kind) {
      case "pos" -> 0.5;
      case "unit" -> -0.9;
      case "wide" -> -6;
      case "above" -> 1.1;
      default -> -2;
    };
    double high = switch (kind) {
      case "unit" -> 0.9;
      case "wide" -> 6;
      case "above" -> 3;
      default -> 2;
    };
    return ArrayTensor.of(shape, spread(random, size, low, high));
  }

  /** Distinct numbers, evenly spread over a range, in random order. */
  static double[] spread(RandomGenerator random, int size, double low, double high) {
    double offset = 0.3 + 0.1 * random.nextDouble();
    double[] elements = new double[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      elements[i] = elements[j];
      elements[j] = low + (i + offset) * (high - low) / size;
    }
    return elements;
  }
}
