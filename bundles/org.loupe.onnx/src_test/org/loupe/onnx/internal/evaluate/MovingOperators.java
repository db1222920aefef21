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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/** Random nodes of operators that make, reshape, pick and scatter elements. */
final class MovingOperators {
  private static final long NEGATIVE_AXES = 11;

  private MovingOperators() {
  }

  static void addTo(Map<String, Consumer<Draw>> table) {
    addShapes(table);
    addParts(table);
    addPicks(table);
    table.put("Shape 7", d -> d.reals(d.dims(d.between(0, 4))));
    table.put("Shape 15", d -> d.reals(2, 3, 4, 5).node().intValue("start", d.between(-5, 5))
        .intValue("end", d.between(-5, 5)));
    table.put("Size 7", d -> d.reals(d.dims(d.between(0, 4))));
    table.put("ConstantOfShape 9", d -> d.constant(d.list(3, 0, 3)).node()
        .tensor("value", ArrayTensor.of(Shape.of(1), (long) d.between(-5, 5))));
    table.put("Range 11", d -> d.scalar(d.between(-3, 3)).scalar(d.between(-9, 9)).scalar(d.oneOf(1, 2, 3, -1, -2)));
    table.put("EyeLike 9", d -> d.reals(d.dims(2)).node().intValue("k", d.between(-2, 2)));
    table.put("Trilu 14", d -> d.reals(d.dims(3)).scalar(d.between(-2, 2)).node().intValue("upper", d.between(0, 1)));
    table.put("DepthToSpace 11", d -> d.reals(2, 8, 2, 3).node().intValue("blocksize", 2)
        .string("mode", d.oneOf("DCR", "CRD")));
    table.put("SpaceToDepth 7", d -> d.reals(2, 3, 4, 6).node().intValue("blocksize", 2));
  }

  private static void addShapes(Map<String, Consumer<Draw>> table) {
    table.put("Reshape 7", d -> d.reals(2, 3, 4).constant(d.oneOf(new long[] {0, 12}, new long[] {-1, 4},
        new long[] {3, -1, 2}, new long[] {24}, new long[] {4, 3, 2}, new long[] {0, 0, 2, -1})));
    table.put("Flatten 7", d -> d.reals(d.dims(3)).node().intValue("axis",
        d.between(d.opset() >= NEGATIVE_AXES ? -3 : 0, 3)));
    table.put("Squeeze 7", d -> {
      d.reals(2, 1, 3, 1);
      if (d.coin()) {
        d.list("axes", 13, d.oneOf(new long[] {1}, new long[] {1, 3}, new long[] {3}));
      }
    });
    table.put("Unsqueeze 7", d -> d.reals(2, 3).list("axes", 13, d.oneOf(new long[] {0}, new long[] {1, 3},
        new long[] {0, 2, 4})));
    table.put("Expand 8", d -> d.reals(2, 1, 3).constant(d.oneOf(new long[] {4, 1}, new long[] {2, 4, 3},
        new long[] {3, 1, 1, 1}, new long[] {1}, new long[] {5, 3})));
    table.put("Tile 7", d -> d.reals(d.dims(3)).constant(d.list(3, 1, 3)));
    table.put("Transpose 7", d -> {
      d.reals(d.dims(4));
      if (d.coin()) {
        d.node().ints("perm", d.oneOf(new long[] {0, 2, 3, 1}, new long[] {3, 1, 0, 2}, new long[] {1, 0, 3, 2}));
      }
    });
  }

  private static void addParts(Map<String, Consumer<Draw>> table) {
    table.put("Concat 7", d -> {
      int[] dims = d.dims(3);
      int axis = d.between(0, 2);
      for (int i = d.between(1, 3); i > 0; i--) {
        int[] part = dims.clone();
        part[axis] = d.between(1, 3);
        d.reals(part);
      }
      d.node().intValue("axis", d.opset() >= NEGATIVE_AXES && d.coin() ? axis - 3 : axis);
    });
    table.put("Split 7", d -> {
      int axis = d.between(0, 2);
      int[] dims = {2, 2, 2};
      dims[axis] = 6;
      d.reals(dims).outputs(3).node().intValue("axis", axis);
      if (d.coin()) {
        d.list("split", 13, d.oneOf(new long[] {2, 2, 2}, new long[] {1, 3, 2}, new long[] {4, 1, 1}));
      } else if (d.opset() >= 18) {
        d.node().intValue("num_outputs", 3);
      }
    });
    table.put("Slice 7", MovingOperators::slice);
    table.put("Pad 7", MovingOperators::pad);
  }

  private static void slice(Draw d) {
    d.reals(4, 5, 6);
    // ONNX Runtime takes the largest number as an end for the other end where the step is negative.
    boolean steps = d.opset() >= 10 && d.coin();
    d.list("starts", 10, d.between(-7, 4), d.between(-7, 4)).list("ends", 10,
        d.oneOf(steps ? 7L : Long.MAX_VALUE, 3L, -1L, 9L, -9L), d.oneOf(4L, -2L));
    long[] axes = d.oneOf(new long[] {0, 1}, new long[] {1, 2}, new long[] {2, 0});
    if (d.opset() >= NEGATIVE_AXES && d.coin()) {
      axes[0] -= 3;
    }
    d.list("axes", 10, axes);
    if (steps) {
      d.constant(d.oneOf(1, 2, -1, -2), d.oneOf(1, 3, -1));
    }
  }

  private static void pad(Draw d) {
    boolean constant = d.coin();
    String mode = constant ? "constant" : d.oneOf("reflect", "edge");
    d.reals(3, 4, 3).list("pads", 11, d.list(6, constant ? -1 : 0, 2)).node().string("mode", mode);
    if (!constant || d.coin()) {
      return;
    }
    if (d.opset() < 11) {
      d.node().floatValue("value", d.real(-2, 2));
    } else {
      d.realScalar(d.real(-2, 2));
    }
  }

  private static void addPicks(Map<String, Consumer<Draw>> table) {
    table.put("Gather 7", d -> {
      int axis = d.between(0, 2);
      int[] dims = {3, 4, 5};
      int[] shape = d.dims(d.between(0, 2));
      int low = d.opset() >= NEGATIVE_AXES ? -dims[axis] : 0;
      d.reals(dims).numbers(ElementType.INT64, low, dims[axis] - 1, shape).node().intValue("axis", axis);
    });
    table.put("GatherElements 11", d -> d.reals(3, 4, 5).numbers(ElementType.INT64, -3, 2, d.between(1, 3),
        d.between(1, 4), d.between(1, 5)).node().intValue("axis", d.axis(3, true)));
    table.put("GatherND 12", d -> {
      int batch = d.between(0, 1);
      d.reals(2, 3, 4).numbers(ElementType.INT64, -2, 1, 2, 3, d.between(1, 3 - batch)).node()
          .intValue("batch_dims", batch);
    });
    table.put("OneHot 9", d -> d.numbers(ElementType.INT64, -3, 4, d.dims(2)).scalar(3)
        .constant(ArrayTensor.of(Shape.of(2), -1.5f, 2.5f)).node().intValue("axis", d.between(-1, 2)));
    table.put("NonZero 9", d -> d.truths(3, 4));
    table.put("Compress 9", d -> {
      d.reals(3, 4).truths(3);
      if (d.coin()) {
        d.node().intValue("axis", d.between(0, 1));
      }
    });
    table.put("ReverseSequence 10", d -> d.reals(4, 3, 2).constant(d.list(3, 1, 4)));
    table.put("ScatterElements 11", d -> scatter(d, true));
    table.put("ScatterND 11", d -> scatter(d, false));
  }

  /** Indices come once unless updates are added. */
  private static void scatter(Draw d, boolean elements) {
    boolean add = d.opset() >= 16 && d.coin();
    long[] rows = d.oneOf(new long[] {0, 2}, new long[] {3, 1}, new long[] {-1, 0});
    long[] indices = add ? LongStream.of(1, 1).toArray() : rows;
    if (elements) {
      long[] all = IntStream.range(0, 6).mapToLong(i -> indices[i / 3]).toArray();
      d.reals(4, 5).constant(ArrayTensor.of(Shape.of(2, 3), all)).reals(2, 3);
    } else {
      d.reals(4, 5).constant(ArrayTensor.of(Shape.of(2, 1), Arrays.copyOf(indices, 2))).reals(2, 5);
    }
    if (add) {
      d.node().string("reduction", "add");
    }
  }
}
