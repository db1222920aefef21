/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.evaluate;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.loupe.graph.DataType;
import org.loupe.math.tensor.ElementType;

/** Random nodes of operators that work element by element. Keys are the operator and the set in which it came. */
final class ElementOperators {
  private ElementOperators() {
  }

  static void addTo(Map<String, Consumer<Draw>> table) {
    for (String operator : new String[] {"Abs 7", "Neg 7", "Sign 9", "Floor 7", "Ceil 7", "Round 11", "Exp 7", "Sin 7",
        "Cos 7", "Atan 7", "Sinh 9", "Cosh 9", "Tanh 7", "Asinh 9", "Erf 9", "Relu 7", "Sigmoid 7", "Softplus 7",
        "Softsign 7", "HardSwish 14", "Mish 18", "Identity 7", "Dropout 7"}) {
      table.put(operator, d -> d.reals(-4, 4, d.dims(d.between(0, 4))));
    }
    for (String operator : new String[] {"Reciprocal 7", "Sqrt 7", "Log 7"}) {
      table.put(operator, d -> d.reals(0.3, 3, d.dims(d.between(0, 4))));
    }
    for (String operator : new String[] {"Tan 7", "Asin 7", "Acos 7", "Atanh 9"}) {
      table.put(operator, d -> d.reals(-0.9, 0.9, d.dims(3)));
    }
    table.put("Acosh 9", d -> d.reals(1.1, 4, d.dims(3)));
    addActivations(table);
    addArithmetic(table);
    addLogic(table);
  }

  private static void addActivations(Map<String, Consumer<Draw>> table) {
    for (String operator : new String[] {"LeakyRelu 7", "Elu 7", "ThresholdedRelu 10"}) {
      table.put(operator, d -> sometimes(d.reals(d.dims(3)), "alpha", 0.1, 1.5));
    }
    table.put("Celu 12 in single precision", d -> sometimes(d.reals(d.dims(3)), "alpha", 0.3, 2));
    table.put("Selu 7", d -> {
      sometimes(d.reals(d.dims(3)), "alpha", 0.5, 2);
      sometimes(d, "gamma", 0.5, 2);
    });
    table.put("HardSigmoid 7", d -> {
      sometimes(d.reals(-5, 5, d.dims(3)), "alpha", 0.1, 0.5);
      sometimes(d, "beta", 0.2, 0.8);
    });
    table.put("Shrink 9", d -> {
      sometimes(d.reals(d.dims(3)), "lambd", 0.1, 1);
      sometimes(d, "bias", -0.5, 0.5);
    });
    table.put("Gelu 20", d -> d.reals(d.dims(3)).node().string("approximate", d.oneOf("none", "tanh")));
    table.put("PRelu 7", d -> d.reals(2, 3, 4).reals(d.oneOf(new int[] {3, 1}, new int[] {4}, new int[] {1},
        new int[] {2, 3, 4})));
    table.put("Clip 7", d -> {
      d.reals(d.dims(3));
      if (d.opset() < 11) {
        sometimes(d, "min", -1, -0.5);
        sometimes(d, "max", 0.5, 1);
      } else {
        d = d.coin() ? d.realScalar(d.real(-1, -0.5)) : d.none();
        d.realScalar(d.real(0.5, 1));
      }
    });
  }

  private static void sometimes(Draw d, String attribute, double low, double high) {
    if (d.coin()) {
      d.node().floatValue(attribute, d.real(low, high));
    }
  }

  /** Two shapes that can be broadcast to one: some extents are 1, and one shape may have fewer axes. */
  private static int[][] broadcast(Draw d) {
    int[] a = d.dims(d.between(0, 4));
    int[] b = a.clone();
    for (int i = 0; i < a.length; i++) {
      switch (d.between(0, 3)) {
        case 0 -> a[i] = 1;
        case 1 -> b[i] = 1;
        default -> {
          // The same in both.
        }
      }
    }
    int cut = d.between(0, a.length);
    b = Arrays.copyOfRange(b, cut, b.length);
    return d.coin() ? new int[][] {a, b} : new int[][] {b, a};
  }

  private static void two(Draw d, double low, double high) {
    int[][] dims = broadcast(d);
    d.reals(dims[0]).reals(low, high, dims[1]);
  }

  private static void addArithmetic(Map<String, Consumer<Draw>> table) {
    for (String operator : new String[] {"Add 7", "Sub 7", "Mul 7", "Max 8", "Min 8", "Sum 8", "Mean 8"}) {
      table.put(operator, d -> two(d, -2, 2));
    }
    table.put("Div 7", d -> two(d, 0.4, 2));
    table.put("Mod 10", d -> {
      two(d, 0.4, 2);
      d.node().intValue("fmod", 1);
    });
    table.put("Pow 7", d -> {
      int[][] dims = broadcast(d);
      d.reals(0.3, 2, dims[0]).reals(dims[1]);
    });
    for (String operator : new String[] {"Add 7", "Sub 7", "Mul 7", "Div 7", "Mod 10"}) {
      table.put(operator + " of whole numbers", d -> {
        int[][] dims = broadcast(d);
        ElementType type = d.oneOf(ElementType.INT32, ElementType.INT64);
        d.numbers(type, -9, 9, dims[0]).numbers(type, 1, 5, dims[1]);
      });
    }
  }

  private static void addLogic(Map<String, Consumer<Draw>> table) {
    for (String operator : new String[] {"Equal 11", "Greater 9", "Less 9", "GreaterOrEqual 12", "LessOrEqual 12"}) {
      table.put(operator, d -> {
        int[][] dims = broadcast(d);
        d.numbers(ElementType.FLOAT32, -2, 2, dims[0]).numbers(ElementType.FLOAT32, -2, 2, dims[1]);
      });
      table.put(operator + " of whole numbers", d -> {
        int[][] dims = broadcast(d);
        d.numbers(ElementType.INT64, -2, 2, dims[0]).numbers(ElementType.INT64, -2, 2, dims[1]);
      });
    }
    for (String operator : new String[] {"And 7", "Or 7", "Xor 7"}) {
      table.put(operator, d -> {
        int[][] dims = broadcast(d);
        d.truths(dims[0]).truths(dims[1]);
      });
    }
    table.put("Not 7", d -> d.truths(d.dims(2)));
    table.put("Where 9", d -> {
      int[][] dims = broadcast(d);
      d.truths(d.coin() ? dims[0] : dims[1]).reals(dims[0]).reals(dims[1]);
    });
    table.put("Cast 9", d -> d.reals(-4, 4, d.dims(2)).node().intValue("to",
        d.oneOf(DataType.FLOAT, DataType.DOUBLE, DataType.INT32, DataType.INT64, DataType.INT8, DataType.BOOL).code()));
    table.put("Cast 9 of whole numbers", d -> d.numbers(ElementType.INT64, -300, 300, d.dims(2)).node().intValue("to",
        d.oneOf(DataType.FLOAT, DataType.INT32, DataType.INT8, DataType.UINT8, DataType.BOOL).code()));
  }
}
