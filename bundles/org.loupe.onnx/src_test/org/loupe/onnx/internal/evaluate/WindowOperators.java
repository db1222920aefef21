/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.evaluate;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Random nodes of products, convolution, pooling, normalization and resizing. */
final class WindowOperators {
  private WindowOperators() {
  }

  static void addTo(Map<String, Consumer<Draw>> table) {
    table.put("Conv 7", WindowOperators::conv);
    table.put("ConvTranspose 7", WindowOperators::convTranspose);
    table.put("MaxPool 7", d -> {
      pool(d, 10);
      if (d.opset() >= 8 && d.coin()) {
        d.outputs(2);
      }
    });
    table.put("MaxUnpool 9 in single precision", WindowOperators::maxUnpool);
    table.put("AveragePool 7", d -> {
      pool(d, 19);
      d.node().intValue("count_include_pad", d.between(0, 1));
    });
    table.put("LpPool 7", d -> {
      pool(d, 18);
      d.node().intValue("p", d.between(1, 3));
    });
    table.put("GlobalAveragePool 7", d -> d.reals(d.dims(d.between(3, 5))));
    table.put("GlobalMaxPool 7", d -> d.reals(d.dims(d.between(3, 5))));
    addNormalizations(table);
    addResizing(table);
  }

  private static int[] join(int a, int b, int... rest) {
    return IntStream.concat(IntStream.of(a, b), IntStream.of(rest)).toArray();
  }

  /** Strides, dilations and paddings, or an automatic padding; says whether paddings are given. */
  private static boolean window(Draw d, int spatial, int[] kernel, boolean dilated) {
    if (d.coin()) {
      d.node().ints("strides", d.list(spatial, 1, 3));
    }
    boolean dilate = dilated && d.coin();
    if (dilate) {
      d.node().ints("dilations", d.list(spatial, 1, 2));
    }
    int smallest = IntStream.of(kernel).min().orElse(1);
    int padding = d.between(0, 3);
    if (padding == 1) {
      d.node().string("auto_pad", dilate ? "VALID" : d.oneOf("SAME_UPPER", "SAME_LOWER", "VALID"));
    } else if (padding > 1) {
      d.node().ints("pads", d.list(2 * spatial, 0, Math.max(0, smallest - 1)));
    }
    return padding > 1;
  }

  private static void conv(Draw d) {
    int spatial = d.between(1, 3);
    int groups = d.between(1, 3);
    int inGroup = d.between(1, 2);
    int outChannels = groups * d.between(1, 2);
    int[] kernel = IntStream.range(0, spatial).map(i -> d.between(1, 3)).toArray();
    int[] size = IntStream.range(0, spatial).map(i -> d.between(6, 8)).toArray();
    d.reals(join(d.between(1, 2), groups * inGroup, size)).reals(join(outChannels, inGroup, kernel));
    if (d.coin()) {
      d.reals(outChannels);
    }
    d.node().intValue("group", groups);
    window(d, spatial, kernel, true);
  }

  private static void convTranspose(Draw d) {
    int spatial = d.between(1, 2);
    int groups = d.between(1, 3);
    int inGroup = d.between(1, 2);
    int outGroup = d.between(1, 2);
    int[] kernel = IntStream.range(0, spatial).map(i -> d.between(2, 4)).toArray();
    int[] size = IntStream.range(0, spatial).map(i -> d.between(3, 5)).toArray();
    d.reals(join(d.between(1, 2), groups * inGroup, size)).reals(join(groups * inGroup, outGroup, kernel));
    if (d.coin()) {
      d.reals(groups * outGroup);
    }
    d.node().intValue("group", groups).ints("strides", d.list(spatial, 2, 3));
    switch (d.between(0, 4)) {
      case 0 -> d.node().string("auto_pad", d.oneOf("SAME_UPPER", "SAME_LOWER"));
      case 1 -> d.node().ints("pads", d.list(2 * spatial, 0, 1)).ints("output_padding", d.list(spatial, 0, 1));
      case 2 -> d.node().ints("dilations", d.list(spatial, 1, 2));
      case 3 -> d.node().ints("output_shape", IntStream.of(size).mapToLong(s -> 2L * s).toArray());
      default -> d.node().ints("pads", d.list(2 * spatial, 0, 1));
    }
  }

  private static void pool(Draw d, long dilationsSince) {
    int spatial = d.between(1, 3);
    int[] kernel = IntStream.range(0, spatial).map(i -> d.between(2, 3)).toArray();
    d.reals(join(d.between(1, 2), d.between(1, 3), IntStream.range(0, spatial).map(i -> d.between(6, 8)).toArray()));
    d.node().ints("kernel_shape", IntStream.of(kernel).asLongStream().toArray());
    boolean padded = window(d, spatial, kernel, d.opset() >= dilationsSince);
    // In older operator sets ONNX Runtime contradicts its own shape inference where a window begins in padding.
    if (d.opset() >= (padded ? 22 : Math.max(10, dilationsSince)) && d.coin()) {
      d.node().intValue("ceil_mode", 1);
    }
  }

  private static void maxUnpool(Draw d) {
    int[] pooled = {d.between(1, 2), d.between(1, 3), d.between(2, 4), d.between(2, 4)};
    int wide = pooled[3] * 2;
    long[] winners = new long[IntStream.of(pooled).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < winners.length; i++) {
      int row = i / pooled[3] * 2 + d.between(0, 1);
      winners[i] = (long) row * wide + i % pooled[3] * 2 + d.between(0, 1);
    }
    d.reals(pooled).constant(ArrayTensor.of(Shape.of(IntStream.of(pooled).asLongStream().toArray()), winners));
    d.node().ints("kernel_shape", 2, 2).ints("strides", 2, 2);
    if (d.coin()) {
      d.constant(pooled[0], pooled[1], 2L * pooled[2] + d.between(0, 1), wide);
    }
  }

  private static void addNormalizations(Map<String, Consumer<Draw>> table) {
    table.put("BatchNormalization 7", d -> {
      int c = d.between(1, 4);
      d.reals(d.coin() ? new int[] {2, c} : join(2, c, d.dims(2))).reals(c).reals(c).reals(c).reals(0.3, 2, c);
      epsilon(d);
    });
    table.put("InstanceNormalization 7", d -> {
      int c = d.between(1, 4);
      d.reals(join(2, c, 3, d.between(2, 5))).reals(c).reals(c);
      epsilon(d);
    });
    table.put("GroupNormalization 21 in single precision", d -> {
      int groups = d.between(1, 3);
      int c = groups * d.between(1, 3);
      d.reals(join(2, c, 3, d.between(2, 5))).reals(c).reals(c).node().intValue("num_groups", groups);
      epsilon(d);
    });
    table.put("LayerNormalization 17", d -> {
      int[] dims = {2, 3, d.between(2, 5)};
      int axis = d.between(1, 2);
      int[] scale = axis == 1 ? new int[] {dims[1], dims[2]} : new int[] {dims[2]};
      d.reals(dims).reals(scale);
      if (d.coin()) {
        d.reals(scale);
      }
      d.node().intValue("axis", d.coin() ? axis : axis - 3);
      epsilon(d);
    });
    table.put("LpNormalization 7", d -> d.reals(d.dims(3)).node().intValue("p", d.between(1, 2))
        .intValue("axis", d.axis(3, true)));
    table.put("LRN 7", d -> d.reals(2, d.between(1, 6), 3, 2).node().intValue("size", 2 * d.between(0, 3) + 1)
        .floatValue("alpha", d.real(0.1, 1)).floatValue("beta", d.real(0.5, 1)).floatValue("bias", d.real(1, 2)));
  }

  private static void epsilon(Draw d) {
    if (d.coin()) {
      d.node().floatValue("epsilon", d.real(0.001, 0.1));
    }
  }

  private static void addResizing(Map<String, Consumer<Draw>> table) {
    table.put("Upsample 9", d -> resize(d, 1));
    // ONNX Runtime rounds up where the oldest form makes something smaller, which nobody specified.
    table.put("Resize 10", d -> resize(d, d.opset() >= 11 ? 0.5f : 1));
  }

  private static void resize(Draw d, float smallest) {
    boolean coordinates = d.opset() >= 11;
    String mode = coordinates ? d.oneOf("nearest", "linear", "cubic") : d.oneOf("nearest", "linear");
    d.reals(2, 1, d.between(3, 6), d.between(3, 6)).node().string("mode", mode);
    if (coordinates) {
      d.constant(ArrayTensor.of(Shape.of(0), new float[0]));
      d.node().string("coordinate_transformation_mode",
          d.oneOf("half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric"));
      if (mode.equals("nearest")) {
        d.node().string("nearest_mode", d.oneOf("round_prefer_floor", "round_prefer_ceil", "floor", "ceil"));
      } else if (mode.equals("cubic")) {
        d.node().floatValue("cubic_coeff_a", d.oneOf(-0.5f, -0.75f)).intValue("exclude_outside", d.between(0, 1));
      }
    }
    // With these scales no coordinate lies so near to a boundary that single precision decides; and no size stays as
    // it is, which ONNX Runtime takes for a reason to do nothing.
    float[] scales = {1, 1, Math.max(smallest, d.oneOf(2f, 1.5f, 0.5f, 1f)),
        Math.max(smallest, d.oneOf(2f, 3f, 1.75f, 0.75f))};
    boolean bySizes = coordinates && d.coin();
    d.constant(ArrayTensor.of(Shape.of(bySizes ? 0 : 4),
        bySizes ? new float[0] : scales));
    if (bySizes) {
      d.constant(2, 1, d.between(2, 8), d.between(2, 8));
    }
  }
}
