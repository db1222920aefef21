/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleException;
import org.loupe.graph.gradient.ShapeEmitter;

/** Slice: zeros around the cotangent, and between its elements where there are steps. */
final class SliceRule implements BackwardRule {
  private static final long COMPUTED_PADS = 11;

  @Override
  public Optional<String> refusal(NodeFacts c) {
    axes(c);
    boolean constant = bounds(c).isPresent();
    return constant || c.opset() >= COMPUTED_PADS ? Optional.empty()
        : Optional.of("bounds that are computed take operator set " + COMPUTED_PADS);
  }

  private static int[] axes(NodeFacts c) {
    int rank = c.rank(c.input(0));
    Optional<long[]> axes = c.attributeOrInput("axes", 3);
    if (axes.isPresent()) {
      return NodeFacts.axes(axes.get(), rank);
    }
    long count = c.node().has("starts") ? c.node().ints("starts").orElseThrow().length
        : c.dims(c.input(1)).get(0) instanceof Dim.Fixed f ? f.size() : -1;
    if (count < 0 || count > rank) {
      throw new RuleException("its axes are not known");
    }
    return NodeFacts.axes(NodeFacts.upTo((int) count), rank);
  }

  /** What is taken along one axis, in ascending order: {@code count} elements from {@code low}, {@code step} apart. */
  private record Range(int axis, long size, long low, long count, long step, boolean reversed) {
    static Range of(int axis, long size, long start, long end, long step) {
      if (step == 0) {
        throw new RuleException("its step is zero");
      }
      long from = Math.clamp(start < 0 ? start + size : start, step > 0 ? 0 : -1, step > 0 ? size : size - 1);
      long to = Math.clamp(end < 0 ? Math.max(end, -size - 1) + size : end, step > 0 ? 0 : -1, size);
      long count = Math.max(step > 0 ? Math.ceilDiv(to - from, step) : Math.ceilDiv(from - to, -step), 0);
      return step > 0 ? new Range(axis, size, from, count, step, false)
          : new Range(axis, size, count == 0 ? 0 : from + (count - 1) * step, count, -step, true);
    }
  }

  /** The ranges if all bounds are constants and the sizes of their axes fixed. */
  private static Optional<List<Range>> bounds(NodeFacts c) {
    int[] axes = axes(c);
    Optional<long[]> starts = c.node().ints("starts").or(() -> c.wholes(1));
    Optional<long[]> ends = c.node().ints("ends").or(() -> c.wholes(2));
    Optional<long[]> steps = steps(c, axes.length);
    List<Dim> dims = c.dims(c.input(0));
    boolean fixed = Arrays.stream(axes).allMatch(a -> dims.get(a) instanceof Dim.Fixed);
    if (!fixed || starts.isEmpty() || ends.isEmpty() || steps.isEmpty()) {
      return Optional.empty();
    }
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i < axes.length; i++) {
      long size = ((Dim.Fixed) dims.get(axes[i])).size();
      ranges.add(Range.of(axes[i], size, starts.get()[i], ends.get()[i], steps.get()[i]));
    }
    return Optional.of(ranges);
  }

  private static Optional<long[]> steps(NodeFacts c, int n) {
    long[] ones = new long[n];
    Arrays.fill(ones, 1);
    return c.hasInput(4) ? c.wholes(4) : Optional.of(ones);
  }

  @Override
  public void backward(RuleContext c) {
    Optional<List<Range>> ranges = bounds(c);
    int[] axes = axes(c);
    boolean simple = steps(c, axes.length).map(s -> Arrays.stream(s).allMatch(v -> v == 1)).orElse(false);
    if (ranges.isPresent()) {
      boolean empty = ranges.get().stream().anyMatch(r -> r.count() == 0);
      c.give(0, empty ? c.emit().shapes().zerosLike(c.input(0)) : byConstants(c, ranges.get()));
    } else if (simple) {
      c.give(0, whenRun(c, axes));
    } else {
      c.give(0, Scattering.add(c, Scattering.movedPositions(c), c.cotangent(), true));
    }
  }

  private static String byConstants(RuleContext c, List<Range> ranges) {
    ShapeEmitter shapes = c.emit().shapes();
    int rank = c.rank(c.input(0));
    List<Extent> extents = new ArrayList<>(shapes.extents(c.output(0)));
    long[] before = new long[rank];
    long[] after = new long[rank];
    String value = c.cotangent();
    for (Range r : ranges) {
      value = r.reversed() ? shapes.reverse(value, r.axis(), Math.max(r.count(), 1)) : value;
      if (r.step() > 1) {
        value = stretched(shapes, value, extents, r);
      }
      before[r.axis()] = r.low();
      after[r.axis()] = r.size() - r.low() - r.count() * r.step();
    }
    if (ranges.size() == 1 && ranges.get(0).step() == 1) {
      Range r = ranges.get(0);
      return shapes.place(value, rank, r.axis(), r.low(), r.count(), r.size());
    }
    return shapes.pad(value, before, after);
  }

  /** Inserts {@code step - 1} zeros after each element along an axis. */
  private static String stretched(ShapeEmitter shapes, String value, List<Extent> extents, Range r) {
    int rank = extents.size();
    long[] after = new long[rank + 1];
    after[r.axis() + 1] = r.step() - 1;
    String wide = shapes.pad(shapes.unsqueeze(value, r.axis() + 1), new long[rank + 1], after);
    extents.set(r.axis(), Extent.of(r.count() * r.step()));
    return shapes.reshape(wide, extents);
  }

  /** Bounds or sizes that are known only at run time; steps of one. */
  private static String whenRun(RuleContext c, int[] axes) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    String list = emit.wholes(Arrays.stream(axes).asLongStream().toArray());
    String size = emit.op("Gather", shapes.shapeOf(c.input(0)), list);
    String taken = emit.op("Gather", shapes.shapeOf(c.output(0)), list);
    String start = emit.cast(c.node().ints("starts").map(emit::wholes).orElse(c.input(1)), DataType.INT64);
    String fromEnd = emit.mul(emit.mask(emit.less(start, emit.wholes(0)), size), size);
    String position = emit.add(start, fromEnd);
    String before = emit.gate(position, emit.greater(position, emit.wholes(0)));
    String after = emit.sub(emit.sub(size, before), taken);
    List<String> pads = new ArrayList<>();
    for (String side : List.of(before, after)) {
      for (int a = 0; a < c.rank(c.input(0)); a++) {
        int at = indexOf(axes, a);
        pads.add(at < 0 ? emit.wholes(0) : emit.op("Gather", side, emit.wholes(at)));
      }
    }
    return emit.op("Pad", c.cotangent(), shapes.concat(0, pads));
  }

  private static int indexOf(int[] axes, int axis) {
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] == axis) {
        return i;
      }
    }
    return -1;
  }
}
