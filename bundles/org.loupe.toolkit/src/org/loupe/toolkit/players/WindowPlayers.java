/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.players;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.modality.PlayerRequest.Windows;
import org.loupe.api.modality.Players;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.input.ElementNames;

/**
 * Windows slid over some axes of a tensor, covering all others whole. Players are numbered in row-major order of their
 * positions. Over a grid they slide over its height and width; over other inputs over every axis but a leading one of
 * extent 1.
 */
public final class WindowPlayers implements Players {
  private final DecodedInput input;
  private final ArrayTensor tensor;
  private final int[] axes;
  private final AxisWindows[] windows;
  private final int count;

  private WindowPlayers(DecodedInput input, ArrayTensor tensor, int[] axes, AxisWindows[] windows) {
    this.input = input;
    this.tensor = tensor;
    this.axes = axes;
    this.windows = windows;
    this.count = IntStream.range(0, windows.length).map(i -> windows[i].count()).reduce(1, Math::multiplyExact);
  }

  /**
   * The windows of an input.
   *
   * @throws LoupeException USAGE if the windows do not fit, are too many, or the input holds text
   */
  public static WindowPlayers of(DecodedInput input, Windows request) throws LoupeException {
    ArrayTensor tensor = inMemory(input);
    Shape shape = tensor.shape();
    if (input.axes().isPresent()) {
      SpatialAxes grid = input.axes().get();
      int[] axes = {Math.min(grid.height(), grid.width()), Math.max(grid.height(), grid.width())};
      return new WindowPlayers(input, tensor, axes, WindowPlan.overGrid(shape, axes, request));
    }
    int first = shape.rank() > 1 && shape.dim(0) == 1 ? 1 : 0;
    int[] axes = IntStream.range(first, shape.rank()).toArray();
    return new WindowPlayers(input, tensor, axes, WindowPlan.overElements(shape, axes, request));
  }

  private static ArrayTensor inMemory(DecodedInput input) throws LoupeException {
    Tensor t = input.tensor();
    if (t.type() == ElementType.STRING) {
      throw LoupeException.usage("input " + input.name() + " holds text, which has no windows");
    }
    if (t.size() == 0) {
      throw LoupeException.usage("input " + input.name() + " of shape " + t.shape() + " has no elements");
    }
    if (t instanceof ArrayTensor array) {
      return array;
    }
    try {
      return ArrayTensor.convert(t.type(), t.shape(), t.toDoubles());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw LoupeException.usage("input " + input.name() + " of shape " + t.shape() + " is too large to perturb");
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public String label(int player) {
    Box box = box(player);
    if (input.axes().isPresent()) {
      SpatialAxes grid = input.axes().get();
      return "rows " + span(box, grid.height()) + ", columns " + span(box, grid.width());
    }
    int[] first = {-1, 0};
    box.runs(tensor.shape(), (start, length) -> {
      first[0] = first[0] < 0 ? start : first[0];
      first[1] = start + length - 1;
    });
    String from = ElementNames.name(input, first[0]);
    return first[0] == first[1] ? from : from + " to " + ElementNames.name(input, first[1]);
  }

  private static String span(Box box, int axis) {
    return box.from()[axis] + "-" + (box.to()[axis] - 1);
  }

  @Override
  public Tensor without(BitSet absent, Tensor baseline) {
    Shape shape = tensor.shape();
    if (!baseline.shape().equals(shape)) {
      throw new IllegalArgumentException("baseline of shape " + baseline.shape() + " for an input of " + shape);
    }
    ArrayTensor filler = baseline instanceof ArrayTensor a && a.type() == tensor.type() ? a
        : ArrayTensor.convert(tensor.type(), shape, baseline.toDoubles());
    int bytes = tensor.type().bytes();
    // On the heap, not direct: thousands of variants are made, and heap memory is given back at once.
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(shape.size() * bytes)).order(ByteOrder.nativeOrder());
    out.put(0, tensor.data(), 0, out.capacity());
    ByteBuffer from = filler.data();
    absent.stream().forEach(player -> box(player).runs(shape,
        (start, length) -> out.put(start * bytes, from, start * bytes, length * bytes)));
    return ArrayTensor.wrap(tensor.type(), shape, out);
  }

  @Override
  public Tensor spread(double[] values) {
    if (values.length != count) {
      throw new IllegalArgumentException(values.length + " values for " + count + " players");
    }
    Shape shape = tensor.shape();
    double[] sums = new double[Math.toIntExact(shape.size())];
    int[] covers = new int[sums.length];
    for (int player = 0; player < count; player++) {
      double value = values[player];
      box(player).runs(shape, (start, length) -> {
        for (int i = start; i < start + length; i++) {
          sums[i] += value;
          covers[i]++;
        }
      });
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = covers[i] == 0 ? 0 : sums[i] / covers[i];
    }
    return ArrayTensor.of(shape, sums);
  }

  private Box box(int player) {
    Box box = Box.whole(tensor.shape());
    int rest = player;
    for (int i = axes.length - 1; i >= 0; i--) {
      int window = rest % windows[i].count();
      rest /= windows[i].count();
      box.from()[axes[i]] = windows[i].from(window);
      box.to()[axes[i]] = windows[i].to(window);
    }
    return box;
  }
}
