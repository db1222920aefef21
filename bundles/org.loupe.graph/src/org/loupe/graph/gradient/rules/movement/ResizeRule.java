/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.movement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.ShapeEmitter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/**
 * Resize and Upsample. Every mode is linear and works axis by axis, so each axis has a matrix: what the operator itself
 * makes of the identity. The cotangent is multiplied by the matrices; where elements are merely repeated it is summed
 * over the copies.
 */
final class ResizeRule implements BackwardRule {
  private static final long SCALES_ARE_INPUTS = 9;
  private static final long ROI_CAN_BE_LEFT_OUT = 13;

  @Override
  public Optional<String> refusal(NodeFacts c) {
    if (c.node().string("coordinate_transformation_mode", "").equals("tf_crop_and_resize")) {
      return Optional.of("tf_crop_and_resize");
    }
    if (!c.node().string("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
      return Optional.of("keep_aspect_ratio_policy");
    }
    List<Integer> axes = axes(c);
    if (!fixed(c, axes)) {
      return Optional.of("a size that is not fixed");
    }
    // Runtimes copy what keeps its size, so the operator does not show its matrix.
    return axes.stream().anyMatch(a -> c.dims(c.input(0)).get(a).equals(c.dims(c.output(0)).get(a)))
        ? Optional.of("a scale that is not one but leaves the size as it is") : Optional.empty();
  }

  private static boolean fixed(NodeFacts c, List<Integer> axes) {
    return axes.stream().allMatch(a -> c.dims(c.input(0)).get(a) instanceof Dim.Fixed
        && c.dims(c.output(0)).get(a) instanceof Dim.Fixed);
  }

  private static boolean isUpsample(NodeFacts c) {
    return c.node().is("Upsample");
  }

  private static int scalesInput(NodeFacts c) {
    return isUpsample(c) || c.opset() < 11 ? 1 : 2;
  }

  static Optional<double[]> scales(NodeFacts c) {
    return isUpsample(c) && c.opset() < SCALES_ARE_INPUTS
        ? c.node().floats("scales").map(f -> {
          double[] d = new double[f.length];
          for (int i = 0; i < d.length; i++) {
            d[i] = f[i];
          }
          return d;
        }) : c.numbers(scalesInput(c)).filter(s -> s.length > 0);
  }

  static boolean isBySizes(NodeFacts c) {
    return scalesInput(c) == 2 && c.hasInput(3);
  }

  /** The axes that change; batch and channels do not if their size is not fixed. */
  private static List<Integer> axes(NodeFacts c) {
    List<Integer> axes = new ArrayList<>();
    Optional<double[]> scales = scales(c);
    List<Dim> in = c.dims(c.input(0));
    List<Dim> out = c.dims(c.output(0));
    for (int a = 0; a < in.size(); a++) {
      int at = position(c, a);
      boolean same = scales.isPresent() ? at < 0 || scales.get()[at] == 1
          : at < 0 || in.get(a).equals(out.get(a)) || a < 2 && !(in.get(a) instanceof Dim.Fixed);
      if (!same) {
        axes.add(a);
      }
    }
    return axes;
  }

  /** Where an axis is in the lists of scales and sizes; negative if it is not among those resized. */
  static int position(NodeFacts c, int axis) {
    Optional<long[]> axes = c.node().ints("axes");
    if (axes.isEmpty()) {
      return axis;
    }
    long[] list = axes.get();
    int rank = c.rank(c.input(0));
    return (int) LongStream.range(0, list.length).filter(i -> NodeFacts.axis(list[(int) i], rank) == axis).findFirst()
        .orElse(-1);
  }

  @Override
  public void backward(RuleContext c) {
    ShapeEmitter shapes = c.emit().shapes();
    int rank = c.rank(c.input(0));
    String g = c.cotangent();
    List<Integer> axes = axes(c);
    Optional<long[]> repeats = Repeats.of(c, axes);
    if (repeats.isPresent()) {
      c.give(0, Repeats.sum(c, repeats.get()));
      return;
    }
    for (int axis : axes) {
      String matrix = matrix(c, axis);
      if (axis == rank - 2) {
        g = c.emit().op("MatMul", shapes.transpose(matrix, 1, 0), g);
      } else {
        String last = shapes.swap(g, rank, axis, rank - 1);
        g = shapes.swap(c.emit().op("MatMul", last, matrix), rank, axis, rank - 1);
      }
    }
    c.give(0, g);
  }

  /** What the operator makes of the identity along an axis: [new size, old size]. */
  private static String matrix(RuleContext c, int axis) {
    Emitter emit = c.emit();
    ShapeEmitter shapes = emit.shapes();
    long in = ((Dim.Fixed) c.dims(c.input(0)).get(axis)).size();
    long out = ((Dim.Fixed) c.dims(c.output(0)).get(axis)).size();
    String identity = shapes.unsqueeze(identity(c, in), 0, 1);
    NodeBuilder node = NodeBuilder.of(c.node().opType());
    c.node().attributes().forEach((key, value) -> {
      if (!key.equals("axes") && !key.equals("scales")) {
        node.attribute(key, value);
      }
    });
    String resized = emit.node(withScales(c, node, identity, axis, in, out));
    return shapes.squeeze(resized, 0, 1);
  }

  private static String identity(RuleContext c, long size) {
    Emitter emit = c.emit();
    if (emit.opset() >= 9) {
      return emit.node(NodeBuilder.of("EyeLike").inputs(
          emit.shapes().filled(emit.wholes(size, size), c.input(0), 0)));
    }
    int n = Math.toIntExact(size);
    double[] ones = new double[Math.multiplyExact(n, n)];
    for (int i = 0; i < n; i++) {
      ones[i * n + i] = 1;
    }
    return emit.numbers(c.input(0), Shape.of(n, n), ones);
  }

  private static NodeBuilder withScales(RuleContext c, NodeBuilder node, String identity, int axis, long in, long out) {
    Emitter emit = c.emit();
    int at = position(c, axis);
    if (isUpsample(c) && c.opset() < SCALES_ARE_INPUTS) {
      float scale = (float) scales(c).orElseThrow()[at];
      return node.inputs(identity).floats("scales", 1, 1, scale, 1);
    }
    int input = scalesInput(c);
    String roi = c.opset() >= ROI_CAN_BE_LEFT_OUT ? ""
        : emit.constant(ArrayTensor.of(Shape.of(0), new float[0]));
    if (isBySizes(c)) {
      String none = c.opset() >= ROI_CAN_BE_LEFT_OUT ? "" : roi;
      return node.inputs(identity, roi, none, emit.wholes(1, 1, out, in));
    }
    String one = emit.constant(ArrayTensor.of(Shape.of(1), 1f));
    String own = emit.op("Gather", c.input(input), emit.wholes(at));
    String scales = emit.shapes().concat(0, List.of(one, one, own, one));
    return input == 1 ? node.inputs(identity, scales) : node.inputs(identity, roi, scales);
  }
}
