/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/**
 * Emits what changes shapes, in the operator set's own form: axes, paddings and ranges are attributes in older ones and
 * inputs in newer. Fixed extents become constants; others are computed when the model runs.
 */
public final class ShapeEmitter {
  /** Numbers in a row that are made when the model runs if there are more of them. */
  private static final long LARGEST_LIST = 1 << 16;

  private final Emitter emit;

  ShapeEmitter(Emitter emit) {
    this.emit = emit;
  }

  /** The extents of a value of the model (not of an emitted one). @throws RuleException if its rank is not known */
  public List<Dim> dims(String value) {
    return emit.graph().dims(value)
        .orElseThrow(() -> new RuleException("the shape of '" + value + "' is not known"));
  }

  /** One extent of a value of the model: fixed if that is known. */
  public Extent extent(String value, int axis) {
    return dims(value).get(axis) instanceof Dim.Fixed f ? Extent.of(f.size()) : new Extent.Axis(value, axis);
  }

  /** All extents of a value of the model. */
  public List<Extent> extents(String value) {
    return IntStream.range(0, dims(value).size()).mapToObj(i -> extent(value, i)).toList();
  }

  /** The shape of a value as a list of whole numbers, found when the model runs. */
  public String shapeOf(String value) {
    return emit.node(NodeBuilder.of("Shape").inputs(value), DataType.INT64);
  }

  /** A shape as a list of whole numbers: a constant where all extents are fixed. */
  public String vector(List<Extent> extents) {
    if (extents.stream().noneMatch(e -> e instanceof Extent.Axis)) {
      return emit.wholes(extents.stream().mapToLong(e -> e instanceof Extent.Fixed f ? f.size() : -1).toArray());
    }
    List<String> parts = extents.stream().map(this::vector).toList();
    return parts.size() == 1 ? parts.get(0) : concat(0, parts);
  }

  private String vector(Extent extent) {
    return switch (extent) {
      case Extent.Fixed f -> emit.wholes(f.size());
      case Extent.Axis a -> emit.op("Gather", shapeOf(a.value()), emit.wholes(a.axis()));
      case Extent.Rest r -> emit.wholes(-1);
    };
  }

  /** Gives a value other extents; a single one that is not fixed is left to the runtime. */
  public String reshape(String value, List<Extent> extents) {
    boolean rest = extents.contains(Extent.REST);
    long open = extents.stream().filter(e -> e instanceof Extent.Axis).count();
    List<Extent> shape = rest || open != 1 ? extents
        : extents.stream().map(e -> e instanceof Extent.Axis ? Extent.REST : e).toList();
    return emit.op("Reshape", value, vector(shape));
  }

  public String reshape(String value, Extent... extents) {
    return reshape(value, List.of(extents));
  }

  /** Gives a value the shape of another of as many elements. */
  public String reshapeLike(String value, String like) {
    List<Extent> extents = extents(like);
    boolean fixed = extents.stream().filter(e -> e instanceof Extent.Axis).count() <= 1;
    return fixed ? reshape(value, extents) : emit.op("Reshape", value, shapeOf(like));
  }

  /**
   * Repeats a value along axes where it has extent 1 so that it gets the shape of {@code like}.
   *
   * @param dims extents of the value, as many as {@code like} has
   */
  public String expandLike(String value, List<Dim> dims, String like) {
    String wide = expanded(value, dims, like);
    if (!wide.equals(value)) {
      emit.parts().rememberNarrow(wide, value);
    }
    return wide;
  }

  private String expanded(String value, List<Dim> dims, String like) {
    List<Dim> target = dims(like);
    long[] shape = new long[target.size()];
    boolean same = true;
    for (int i = 0; i < shape.length; i++) {
      Dim to = target.get(i);
      boolean repeated = dims.get(i).is(1) && !to.is(1);
      same &= !repeated;
      if (repeated && !(to instanceof Dim.Fixed)) {
        return emit.opset() >= OperatorVersions.since("Expand") ? emit.op("Expand", value, shapeOf(like))
            : emit.op("Tile", value, emit.div(shapeOf(like), shapeOf(value)));
      }
      shape[i] = repeated ? ((Dim.Fixed) to).size() : 1;
    }
    return same ? value : repeat(value, shape);
  }

  /** Repeats a value along axes where it has extent 1, as often as given for each axis. */
  public String repeat(String value, long... times) {
    String operator = emit.opset() >= OperatorVersions.since("Expand") ? "Expand" : "Tile";
    return emit.op(operator, value, emit.wholes(times));
  }

  /**
   * Sums a cotangent over the axes along which {@code like} was broadcast.
   *
   * @param dims extents of the cotangent
   */
  public String unbroadcast(String value, List<Dim> dims, String like) {
    List<Dim> target = dims(like);
    int leading = dims.size() - target.size();
    List<Integer> axes = new ArrayList<>(IntStream.range(0, leading).boxed().toList());
    for (int i = 0; i < target.size(); i++) {
      if (target.get(i).is(1) && !dims.get(leading + i).is(1)) {
        axes.add(leading + i);
      }
    }
    if (axes.isEmpty()) {
      return value;
    }
    int[] over = axes.stream().mapToInt(a -> a).toArray();
    if (leading == 0) {
      return reduceSum(value, true, over);
    }
    String sum = reduceSum(value, false, over);
    return axes.size() == leading ? sum : reshapeLike(sum, like);
  }

  public String reduceSum(String value, boolean keepDims, int... axes) {
    return reduce("ReduceSum", 13, value, keepDims, axes);
  }

  public String reduceMean(String value, boolean keepDims, int... axes) {
    return reduce("ReduceMean", 18, value, keepDims, axes);
  }

  public String reduceProd(String value, boolean keepDims, int... axes) {
    return reduce("ReduceProd", 18, value, keepDims, axes);
  }

  private String reduce(String operator, long axesInputSince, String value, boolean keepDims, int... axes) {
    NodeBuilder node = NodeBuilder.of(operator).intValue("keepdims", keepDims ? 1 : 0);
    return emit.node(withAxes(node, value, emit.opset() >= axesInputSince, axes));
  }

  public String squeeze(String value, int... axes) {
    return axes.length == 0 ? value : emit.node(withAxes(NodeBuilder.of("Squeeze"), value, emit.opset() >= 13, axes));
  }

  /** Inserts axes of extent 1 at positions of the result. */
  public String unsqueeze(String value, int... axes) {
    return axes.length == 0 ? value : emit.node(withAxes(NodeBuilder.of("Unsqueeze"), value, emit.opset() >= 13, axes));
  }

  private NodeBuilder withAxes(NodeBuilder node, String value, boolean asInput, int... axes) {
    long[] list = Arrays.stream(axes).asLongStream().toArray();
    return asInput ? node.inputs(value, emit.wholes(list)) : node.inputs(value).ints("axes", list);
  }

  /** A list of one number for each channel, shaped to be broadcast over [N, C, ...] of a rank. */
  public String channels(String perChannel, int rank) {
    return rank <= 2 ? perChannel : unsqueeze(perChannel, IntStream.range(1, rank - 1).toArray());
  }

  public String transpose(String value, int... permutation) {
    boolean same = Arrays.equals(permutation, IntStream.range(0, permutation.length).toArray());
    return same ? value
        : emit.node(NodeBuilder.of("Transpose").inputs(value).ints("perm", Arrays.stream(permutation).asLongStream()
            .toArray()));
  }

  /** Exchanges two axes. */
  public String swap(String value, int rank, int a, int b) {
    int[] permutation = IntStream.range(0, rank).toArray();
    permutation[a] = b;
    permutation[b] = a;
    return transpose(value, permutation);
  }

  public String concat(int axis, List<String> values) {
    return emit.node(NodeBuilder.of("Concat").inputs(values.toArray(new String[0])).intValue("axis", axis));
  }

  public List<String> split(String value, int axis, long... sizes) {
    NodeBuilder node = NodeBuilder.of("Split").intValue("axis", axis);
    return emit.nodes(emit.opset() >= 13 ? node.inputs(value, emit.wholes(sizes)) : node.inputs(value)
        .ints("split", sizes), new DataType[sizes.length]);
  }

  /** Adds zeros around a value, or cuts it where a padding is negative; one number for each axis, before and after. */
  public String pad(String value, long[] before, long[] after) {
    if (Arrays.stream(before).allMatch(p -> p == 0) && Arrays.stream(after).allMatch(p -> p == 0)) {
      return value;
    }
    long[] pads = Arrays.copyOf(before, 2 * before.length);
    System.arraycopy(after, 0, pads, before.length, after.length);
    return emit.opset() >= 11 ? emit.op("Pad", value, emit.wholes(pads))
        : emit.node(NodeBuilder.of("Pad").inputs(value).ints("pads", pads));
  }

  /**
   * Puts a value among zeros along an axis.
   *
   * @param length the value's extent along the axis
   * @param size the extent of the result
   */
  public String place(String value, int rank, int axis, long start, long length, long size) {
    long[] before = new long[rank];
    long[] after = new long[rank];
    before[axis] = start;
    after[axis] = size - start - length;
    String placed = pad(value, before, after);
    emit.parts().remember(placed, new Parts.Part(value, axis, start, length, size));
    return placed;
  }

  /** The part of a value from {@code start} up to and without {@code end} along an axis, both constants. */
  public String slice(String value, int axis, long start, long end) {
    return emit.opset() >= 10
        ? emit.op("Slice", value, emit.wholes(start), emit.wholes(end), emit.wholes(axis))
        : emit.node(NodeBuilder.of("Slice").inputs(value).ints("axes", axis).ints("starts", start).ints("ends", end));
  }

  /** The part of a value along some axes, between bounds that are computed lists of whole numbers. */
  public String slice(String value, String starts, String ends, int... axes) {
    if (emit.opset() < 10) {
      throw new RuleException("the gradient takes Slice with computed bounds, which came with operator set 10");
    }
    return emit.op("Slice", value, starts, ends, emit.wholes(Arrays.stream(axes).asLongStream().toArray()));
  }

  /** Turns an axis of {@code size} around. */
  public String reverse(String value, int axis, long size) {
    long[] order = new long[Math.toIntExact(size)];
    Arrays.setAll(order, i -> size - 1 - i);
    return size == 1 ? value : gather(value, axis, order);
  }

  /** Picks positions along an axis. */
  public String gather(String value, int axis, long... positions) {
    return emit.node(NodeBuilder.of("Gather").inputs(value, emit.wholes(positions)).intValue("axis", axis));
  }

  /** Repeats the elements of [N, C, H, W] in single precision along H and W; from operator set 11 on. */
  public String enlarge(String value, long... times) {
    String scales = emit.constant(ArrayTensor.of(Shape.of(4), 1f, 1f, (float) times[0], (float) times[1]));
    String roi = emit.opset() >= 13 ? "" : emit.constant(ArrayTensor.of(Shape.of(0), new float[0]));
    return emit.node(NodeBuilder.of("Resize").inputs(value, roi, scales).string("mode", "nearest")
        .string("coordinate_transformation_mode", "asymmetric").string("nearest_mode", "floor"));
  }

  /** Zeros of the shape and type of a value. */
  public String zerosLike(String like) {
    return emit.opset() >= OperatorVersions.since("ConstantOfShape") ? filled(shapeOf(like), like, 0)
        : emit.sub(like, like);
  }

  /** A tensor of a shape (a list of whole numbers) in the type of a value, all elements of one value. */
  public String filled(String shape, String typeLike, double element) {
    DataType type = emit.type(typeLike);
    return emit.node(NodeBuilder.of("ConstantOfShape").inputs(shape)
        .tensor("value", ArrayTensor.convert(type.elementType().orElseThrow(
            () -> new RuleException("'" + typeLike + "' has elements that Java cannot hold: " + type)),
            Shape.of(1), element)), type);
  }

  /** The whole numbers from zero up to an extent. */
  public String upTo(Extent extent) {
    return switch (extent) {
      case Extent.Fixed f when f.size() <= LARGEST_LIST -> emit.wholes(NodeFacts.upTo((int) f.size()));
      case Extent.Fixed f -> range(emit.whole(f.size()));
      case Extent.Axis a -> range(emit.op("Gather", shapeOf(a.value()), emit.whole(a.axis())));
      case Extent.Rest r -> throw new IllegalArgumentException("what remains is not known here");
    };
  }

  private String range(String end) {
    return emit.node(NodeBuilder.of("Range").inputs(emit.whole(0), end, emit.whole(1)), DataType.INT64);
  }

  /** The whole numbers from zero to the number of elements of a value of the model, in its shape. */
  public String positionsIn(String value) {
    return reshapeLike(range(emit.node(NodeBuilder.of("Size").inputs(value), DataType.INT64)), value);
  }
}
