/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleException;
import org.loupe.graph.gradient.ShapeEmitter;

/**
 * Gather: zeros around a range, the inverse of a permutation, else a product with a matrix of zeros and ones, which
 * adds up what is taken several times. Large ones are scattered where the operator set has that.
 */
final class GatherRule implements BackwardRule {
  /** Elements from which on a matrix of zeros and ones is dearer than scattering. */
  private static final long LARGE_MATRIX = 1 << 22;
  /** Indices count only from the start before this operator set. */
  private static final long NEGATIVE_SINCE = 11;

  @Override
  public void backward(RuleContext c) {
    int axis = NodeFacts.axis(c.node().intValue("axis", 0), c.rank(c.input(0)));
    Optional<Long> size = c.dims(c.input(0)).get(axis) instanceof Dim.Fixed f ? Optional.of(f.size())
        : Optional.empty();
    Optional<long[]> places = size.isEmpty() ? Optional.empty()
        : c.wholes(1).map(p -> Arrays.stream(p).map(i -> i < 0 ? i + size.get() : i).toArray());
    if (c.rank(c.input(1)) == 0) {
      c.give(0, places.isPresent() ? padded(c, axis, size.get(), places.get()) : byMask(c, axis));
    } else if (places.isPresent() && isRange(places.get())) {
      c.give(0, padded(c, axis, size.get(), places.get()));
    } else if (places.isPresent() && isPermutation(places.get(), size.get())) {
      c.give(0, c.emit().shapes().gather(c.cotangent(), axis, inverse(places.get())));
    } else if (isLarge(c, size) && Scattering.refusal(c).isEmpty()) {
      c.give(0, Scattering.add(c, Scattering.movedPositions(c), c.cotangent(), false));
    } else {
      c.give(0, byMatrix(c, axis));
    }
  }

  private static boolean isLarge(NodeFacts c, Optional<Long> size) {
    long taken = c.fixedFrom(c.input(1), 0).map(d -> Arrays.stream(d).reduce(1, (a, b) -> a * b)).orElse(1L);
    return size.map(s -> s * (double) taken > LARGE_MATRIX).orElse(false);
  }

  private static boolean isRange(long[] places) {
    return places.length > 0 && LongStream.range(0, places.length).allMatch(i -> places[(int) i] == places[0] + i);
  }

  private static boolean isPermutation(long[] places, long size) {
    return places.length == size && Arrays.stream(places).distinct().count() == size;
  }

  private static long[] inverse(long[] places) {
    long[] inverse = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      inverse[Math.toIntExact(places[i])] = i;
    }
    return inverse;
  }

  private static String padded(RuleContext c, int axis, long size, long[] places) {
    ShapeEmitter shapes = c.emit().shapes();
    int rank = c.rank(c.input(0));
    int indexRank = c.rank(c.input(1));
    if (indexRank > 1) {
      return byMatrix(c, axis);
    }
    String value = indexRank == 0 ? shapes.unsqueeze(c.cotangent(), axis) : c.cotangent();
    return shapes.place(value, rank, axis, places[0], places.length, size);
  }

  /** One place, in an axis of unknown size or computed. */
  private static String byMask(RuleContext c, int axis) {
    ShapeEmitter shapes = c.emit().shapes();
    String hit = c.emit().equal(allPlaces(c, axis), index(c, axis));
    int[] behind = IntStream.range(1, c.rank(c.input(0)) - axis).toArray();
    String mask = shapes.unsqueeze(c.emit().mask(hit, c.cotangent()), behind);
    return c.emit().mul(shapes.unsqueeze(c.cotangent(), axis), mask);
  }

  private static String byMatrix(RuleContext c, int axis) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    int taken = c.rank(c.input(1));
    String index = shapes.reshape(index(c, axis), Extent.of(1), Extent.REST);
    String matrix = emit.mask(emit.equal(shapes.unsqueeze(allPlaces(c, axis), 1), index), c.cotangent());
    List<Extent> extents = shapes.extents(c.output(0));
    List<Extent> grouped = List.of(product(extents.subList(0, axis)), product(extents.subList(axis, axis + taken)),
        product(extents.subList(axis + taken, extents.size())));
    if (grouped.stream().filter(Extent.REST::equals).count() > 1) {
      throw new RuleException("too many sizes are not fixed");
    }
    String g = emit.op("Reshape", c.cotangent(), shapes.vector(grouped));
    return shapes.reshapeLike(emit.op("MatMul", matrix, g), c.input(0));
  }

  private static Extent product(List<Extent> extents) {
    List<Extent> open = extents.stream().filter(e -> !(e instanceof Extent.Fixed)).toList();
    long fixed = 1;
    for (Extent e : extents) {
      fixed = e instanceof Extent.Fixed f ? Math.multiplyExact(fixed, f.size()) : fixed;
    }
    return open.isEmpty() ? Extent.of(fixed) : open.size() == 1 && fixed == 1 ? open.get(0) : Extent.REST;
  }

  private static String allPlaces(RuleContext c, int axis) {
    return c.emit().shapes().upTo(c.emit().shapes().extent(c.input(0), axis));
  }

  /** The places taken, counted from the start. */
  private static String index(RuleContext c, int axis) {
    Emitter emit = c.emit();
    String index = emit.cast(c.input(1), DataType.INT64);
    if (emit.opset() < NEGATIVE_SINCE) {
      return index;
    }
    String size = emit.shapes().vector(List.of(emit.shapes().extent(c.input(0), axis)));
    boolean scalar = c.rank(c.input(1)) == 0;
    String negative = emit.mask(emit.less(index, emit.whole(0)), index);
    return emit.add(index, emit.mul(negative, scalar ? emit.op("Squeeze", size) : size));
  }
}
