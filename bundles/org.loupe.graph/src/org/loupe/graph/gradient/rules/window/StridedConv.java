/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.graph.DataType;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.ShapeEmitter;
import org.loupe.math.tensor.Shape;

/**
 * The backward pass of convolutions with strides as convolutions of stride 1, where that is faster than a transposed
 * convolution: for few input channels or windows that do not overlap by phases, each of which is a convolution with
 * every s-th element of the kernel; for depthwise kernels over the cotangent with zeros put between its elements.
 */
final class StridedConv {
  private static final long FEW_CHANNELS = 4;
  private static final long RESIZE_WITH_MODES = 11;

  private final RuleContext c;
  private final Window w;
  private final ShapeEmitter shapes;
  private final long[] in;
  private final long[] out;
  private final long[] kernelShape;

  private StridedConv(RuleContext c, Window w, long[] in, long[] out, long[] kernelShape) {
    this.c = c;
    this.w = w;
    this.shapes = c.emit().shapes();
    this.in = in;
    this.out = out;
    this.kernelShape = kernelShape;
  }

  /** The cotangent of the input; empty if a transposed convolution is as good or sizes are not fixed. */
  static Optional<String> toInput(RuleContext c, Window w, String g, String kernel) {
    Optional<long[]> in = c.fixedFrom(c.input(0), 2);
    Optional<long[]> out = c.fixedFrom(c.output(0), 2);
    Optional<long[]> shape = c.fixedFrom(c.input(1), 0);
    if (in.isEmpty() || out.isEmpty() || shape.isEmpty() || Arrays.stream(w.dilations()).anyMatch(d -> d != 1)) {
      return Optional.empty();
    }
    StridedConv conv = new StridedConv(c, w, in.get(), out.get(), shape.get());
    long group = ConvRule.group(c);
    boolean apart = Arrays.equals(w.kernel(), w.strides());
    if (group == 1 && (apart || shape.get()[1] <= FEW_CHANNELS) && conv.phasesFit()) {
      return Optional.of(conv.byPhases(g, kernel));
    }
    boolean depthwise = group == shape.get()[0] && shape.get()[1] == 1;
    return depthwise && conv.stretchFits() ? Optional.of(conv.stretched(g, kernel)) : Optional.empty();
  }

  /** Elements of the kernel in each phase, along an axis. */
  private long taps(int axis) {
    return Math.ceilDiv(w.kernel()[axis], w.strides()[axis]);
  }

  /** Positions of each phase that cover the padded input, along an axis. */
  private long positions(int axis) {
    return Math.ceilDiv(in[axis] + w.before()[axis], w.strides()[axis]);
  }

  private boolean phasesFit() {
    return IntStream.range(0, w.axes()).allMatch(i -> positions(i) >= out[i] && w.kernel()[i] >= w.strides()[i]);
  }

  private String byPhases(String g, String kernel) {
    int n = w.axes();
    long phases = Arrays.stream(w.strides()).reduce(1, Math::multiplyExact);
    long[] taps = new long[n];
    long[] pads = new long[2 * n];
    for (int i = 0; i < n; i++) {
      taps[i] = taps(i);
      pads[i] = taps[i] - 1;
      pads[n + i] = positions(i) - out[i];
    }
    String all = c.emit().node(NodeBuilder.of("Conv").inputs(g, phaseKernels(kernel, taps, phases))
        .ints("kernel_shape", taps).ints("pads", pads));
    return interleaved(all);
  }

  /** [O, C, k] to [C * phases, O, taps], the taps turned around. */
  private String phaseKernels(String kernel, long[] taps, long phases) {
    int n = w.axes();
    long[] more = new long[2 + n];
    List<Extent> split = new ArrayList<>(List.of(Extent.of(kernelShape[0]), Extent.of(kernelShape[1])));
    int[] permutation = new int[2 + 2 * n];
    permutation[0] = 1;
    permutation[1 + n] = 0;
    for (int i = 0; i < n; i++) {
      more[2 + i] = taps[i] * w.strides()[i] - w.kernel()[i];
      split.add(Extent.of(taps[i]));
      split.add(Extent.of(w.strides()[i]));
      permutation[1 + i] = 3 + 2 * i;
      permutation[2 + n + i] = 2 + 2 * i;
    }
    String whole = shapes.pad(kernel, new long[2 + n], more);
    String apart = shapes.transpose(shapes.reshape(whole, split), permutation);
    long elements = Arrays.stream(taps).reduce(1, Math::multiplyExact);
    String turned = shapes.reverse(shapes.reshape(apart, Extent.of(kernelShape[1] * phases),
        Extent.of(kernelShape[0]), Extent.of(elements)), 2, elements);
    List<Extent> full = new ArrayList<>(List.of(Extent.of(kernelShape[1] * phases), Extent.of(kernelShape[0])));
    Arrays.stream(taps).forEach(t -> full.add(Extent.of(t)));
    return shapes.reshape(turned, full);
  }

  /**
   * [N, C * phases, positions] to the extents of the input. One axis after the other, for runtimes move a single axis
   * several times as fast as they permute.
   */
  private String interleaved(String all) {
    int n = w.axes();
    List<Extent> joined = new ArrayList<>(List.of(Extent.REST, Extent.of(kernelShape[1])));
    long[] before = new long[2 + n];
    long[] after = new long[2 + n];
    long outer = 1;
    for (int i = 0; i < n; i++) {
      outer = Math.multiplyExact(outer, positions(i));
      long length = positions(i) * w.strides()[i];
      joined.add(Extent.of(length));
      before[2 + i] = -w.before()[i];
      after[2 + i] = in[i] + w.before()[i] - length;
    }
    String mixed = all;
    long inner = 1;
    for (int i = n - 1; i >= 0; i--) {
      mixed = shapes.transpose(shapes.reshape(mixed, Extent.REST, Extent.of(w.strides()[i]), Extent.of(outer),
          Extent.of(inner)), 0, 2, 1, 3);
      outer /= positions(i);
      inner *= positions(i) * w.strides()[i];
    }
    return shapes.pad(shapes.reshape(mixed, joined), before, after);
  }

  private long padBefore(int axis) {
    return w.kernel()[axis] - 1 - w.before()[axis];
  }

  private long padAfter(int axis) {
    return in[axis] - out[axis] * w.strides()[axis] + w.before()[axis];
  }

  private boolean stretchFits() {
    boolean fits = IntStream.range(0, w.axes()).allMatch(i -> padBefore(i) >= 0 && padAfter(i) >= 0);
    return fits && w.axes() == 2 && c.opset() >= RESIZE_WITH_MODES && c.type(c.input(0)) == DataType.FLOAT;
  }

  private String stretched(String g, String kernel) {
    Emitter emit = c.emit();
    String wide = shapes.enlarge(g, w.strides());
    String spread = emit.mul(wide, emit.mul(firsts(g, 0), firsts(g, 1)));
    long[] pads = {padBefore(0), padBefore(1), padAfter(0), padAfter(1)};
    return emit.node(NodeBuilder.of("Conv").inputs(spread, ConvRule.turned(c, kernel, kernelShape))
        .ints("kernel_shape", w.kernel()).ints("pads", pads).intValue("group", ConvRule.group(c)));
  }

  /** One where an element was, zero for its repetitions, along an axis. */
  private String firsts(String like, int axis) {
    int stride = Math.toIntExact(w.strides()[axis]);
    double[] mask = new double[Math.toIntExact(Math.multiplyExact(out[axis], stride))];
    for (int i = 0; i < mask.length; i += stride) {
      mask[i] = 1;
    }
    long[] shape = {1, 1, 1, 1};
    shape[2 + axis] = mask.length;
    return c.emit().numbers(like, Shape.of(shape), mask);
  }
}
