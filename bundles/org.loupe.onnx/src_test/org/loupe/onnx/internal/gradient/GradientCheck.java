/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardGraph;
import org.loupe.graph.gradient.GradientPlan;
import org.loupe.graph.gradient.GradientRequest;
import org.loupe.graph.gradient.RuleRegistry;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Compares the gradient that ONNX Runtime computes from a generated graph with central differences of the model's
 * output, element by element. The shapes given to the engine come from runs at two sizes of the extents that have
 * names.
 */
final class GradientCheck {
  private static final double TOLERANCE = 4e-3;

  private final GraphBuilder graph = new GraphBuilder("check");
  private final Map<String, List<Dim>> variables = new LinkedHashMap<>();
  private final Map<String, Double> ranges = new HashMap<>();
  private final Map<String, Double> offsets = new HashMap<>();
  private final List<String> values = new ArrayList<>();
  private final long opset;
  private long seed = 7;

  GradientCheck(long opset) {
    this.opset = opset;
  }

  /** An input by which is differentiated: distinct numbers between -2 and 2. */
  GradientCheck variable(String name, String dims) {
    return variable(name, dims, 2, 0);
  }

  GradientCheck variable(String name, String dims, double range, double offset) {
    variables.put(name, Dim.list(dims));
    ranges.put(name, range);
    offsets.put(name, offset);
    graph.input(name, DataType.FLOAT, dims);
    values.add(name);
    return this;
  }

  /** An input of multiples of 0.1, shifted: no two inputs of different shifts tie. */
  GradientCheck grid(String name, String dims, double shift) {
    long n = 1;
    for (Dim d : Dim.list(dims)) {
      n *= extent(d, 0);
    }
    // Half a step more for an odd number keeps all on one grid.
    return variable(name, dims, n * 0.05, shift + (n % 2 == 1 ? 0.05 : 0));
  }

  GradientCheck constant(String name, Tensor value) {
    graph.initializer(name, value);
    return this;
  }

  GradientCheck wholes(String name, long... value) {
    return constant(name, ArrayTensor.of(Shape.of(value.length), value));
  }

  /** A constant of pseudo-random numbers. */
  GradientCheck weights(String name, long... shape) {
    Random random = new Random(name.hashCode());
    float[] v = new float[(int) Shape.of(shape).size()];
    for (int i = 0; i < v.length; i++) {
      v[i] = (float) random.nextGaussian() * 0.5f;
    }
    return constant(name, ArrayTensor.of(Shape.of(shape), v));
  }

  GradientCheck node(NodeBuilder node) {
    graph.node(node);
    node.build(0).outputs().stream().filter(o -> !o.isEmpty()).forEach(values::add);
    return this;
  }

  /** Checks the gradient of {@code y} by all variables. */
  void verify() throws Exception {
    verify("y");
  }

  void verify(String output) throws Exception {
    graph.output(new ValueInfo(output, ValueType.UNKNOWN));
    OnnxModel model = new ModelBuilder(graph.build(), opset).irVersion(8).build();
    Map<String, Tensor> inputs = inputs(0);
    ShapeFacts facts = facts(model, inputs);
    GradientPlan plan = BackwardGraph.build(model, facts, RuleRegistry.standard().set("plain"),
        new GradientRequest(List.of(output), List.copyOf(variables.keySet())));
    Tensor cotangent;
    Map<String, Tensor> gradients;
    try (Session forward = new Session(model); Session backward = new Session(plan.model(List.of(output)))) {
      Tensor y = forward.run(inputs).get(output);
      cotangent = random(y.shape());
      Map<String, Tensor> all = new HashMap<>(inputs);
      all.put(plan.cotangents().get(output), cotangent);
      gradients = backward.run(all);
      for (String sink : variables.keySet()) {
        compare(forward, inputs, sink, output, cotangent, gradients.get(plan.gradients().get(sink)));
      }
    }
  }

  private void compare(Session forward, Map<String, Tensor> inputs, String sink, String output, Tensor cotangent,
      Tensor gradient) throws Exception {
    Tensor x = inputs.get(sink);
    assertEquals(x.shape(), gradient.shape(), "shape of the gradient by " + sink);
    double[] expected = new double[(int) x.size()];
    double step = step(sink, expected.length);
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (target(forward, inputs, sink, i, step, output, cotangent)
          - target(forward, inputs, sink, i, -step, output, cotangent)) / (2 * step);
    }
    double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], gradient.get(i), TOLERANCE * scale, "opset " + opset + ", d" + sink + "[" + i + "] of\n"
          + Arrays.toString(expected) + "\n" + Arrays.toString(gradient.toDoubles()));
    }
  }

  private double target(Session forward, Map<String, Tensor> inputs, String sink, int i, double step, String output,
      Tensor cotangent) throws Exception {
    float[] v = inputs.get(sink).toFloats();
    v[i] += (float) step;
    Map<String, Tensor> moved = new HashMap<>(inputs);
    moved.put(sink, ArrayTensor.of(inputs.get(sink).shape(), v));
    double[] y = forward.run(moved).get(output).toDoubles();
    double sum = 0;
    for (int k = 0; k < y.length; k++) {
      sum += y[k] * cotangent.get(k);
    }
    return sum;
  }

  /** A fifth of the distance between two neighbouring values, so that no two elements change places. */
  private double step(String sink, int n) {
    return Math.min(2 * ranges.get(sink) / n / 5, 0.01);
  }

  private Map<String, Tensor> inputs(int size) {
    Map<String, Tensor> inputs = new HashMap<>();
    variables.forEach((name, dims) -> {
      Shape shape = Shape.of(dims.stream().mapToLong(d -> extent(d, size)).toArray());
      inputs.put(name, distinct(shape, ranges.get(name), offsets.get(name), name.hashCode()));
    });
    return inputs;
  }

  /** Named extents: N is 2 or 3, others 7 or 9. */
  private static long extent(Dim dim, int size) {
    return dim instanceof Dim.Fixed f ? f.size() : dim.toString().equals("N") ? 2 + size : 7 + 2 * size;
  }

  private static Tensor distinct(Shape shape, double range, double offset, long seed) {
    int n = (int) shape.size();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    float[] v = new float[n];
    for (int i = 0; i < n; i++) {
      v[i] = (float) (((order.get(i) + 0.5) / n * 2 - 1) * range + offset);
    }
    return ArrayTensor.of(shape, v);
  }

  private Tensor random(Shape shape) {
    Random random = new Random(seed++);
    float[] v = new float[(int) shape.size()];
    for (int i = 0; i < v.length; i++) {
      v[i] = (float) random.nextGaussian();
    }
    return ArrayTensor.of(shape, v);
  }

  /** Shapes of all values at two sizes: what stays is fixed. */
  private ShapeFacts facts(OnnxModel model, Map<String, Tensor> inputs) throws Exception {
    Map<String, Shape> small = shapes(model, inputs);
    Map<String, Shape> large = shapes(model, inputs(1));
    Map<String, List<Dim>> dims = new HashMap<>();
    small.forEach((name, shape) -> {
      List<Dim> list = new ArrayList<>();
      assertEquals(shape.rank(), large.get(name).rank());
      for (int i = 0; i < shape.rank(); i++) {
        list.add(shape.dim(i) == large.get(name).dim(i) ? Dim.of(shape.dim(i)) : Dim.UNKNOWN);
      }
      dims.put(name, list);
    });
    return ShapeFacts.of(dims);
  }

  /** A Shape node for each value. */
  private Map<String, Shape> shapes(OnnxModel model, Map<String, Tensor> inputs) throws Exception {
    GraphBuilder probe = new GraphBuilder("probe");
    model.graph().inputs().forEach(probe::input);
    model.graph().initializers().forEach(probe::initializer);
    model.graph().nodes().forEach(n -> probe.node(NodeBuilder.of(n)));
    for (String value : values) {
      probe.node(NodeBuilder.of("Shape").inputs(value).outputs("shape of " + value));
      probe.output(new ValueInfo("shape of " + value, ValueType.UNKNOWN));
    }
    Map<String, Shape> shapes = new HashMap<>();
    try (Session session = new Session(new ModelBuilder(probe.build(), opset).irVersion(8).build())) {
      session.run(inputs).forEach((name, value) -> {
        assertTrue(value.type() == ElementType.INT64);
        shapes.put(name.substring("shape of ".length()),
            Shape.of(Arrays.stream(value.toDoubles()).mapToLong(d -> (long) d).toArray()));
      });
    }
    return shapes;
  }
}
