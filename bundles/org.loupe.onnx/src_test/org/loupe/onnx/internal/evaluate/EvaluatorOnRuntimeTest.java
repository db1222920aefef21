/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loupe.graph.Dim;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.evaluate.Evaluator;
import org.loupe.graph.gradient.BackwardGraph;
import org.loupe.graph.gradient.GradientPlan;
import org.loupe.graph.gradient.GradientRequest;
import org.loupe.graph.gradient.MissingRulesException;
import org.loupe.graph.gradient.RuleRegistry;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.random.RandomStreams;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Engine;
import org.loupe.onnx.internal.tensor.InputTensors;
import org.loupe.onnx.internal.tensor.OutputReader;

/**
 * The evaluator, which is the oracle of the backward rules, against ONNX Runtime: random shapes and attributes in
 * random operator sets. The gradient of each node is compared too, so that what the rules emit is known to be a graph
 * that the runtime takes.
 */
class EvaluatorOnRuntimeTest {
  private static final long NEWEST = 24;
  private static final int DRAWS = 24;
  private static final double SINGLE = 2e-5;
  /** ONNX Runtime has constants of some functions in single precision only. */
  private static final double DOUBLE = 1e-7;

  static Map<String, Consumer<Draw>> operators() {
    Map<String, Consumer<Draw>> table = new TreeMap<>();
    ElementOperators.addTo(table);
    AxisOperators.addTo(table);
    WindowOperators.addTo(table);
    MovingOperators.addTo(table);
    return table;
  }

  static Stream<String> names() {
    return operators().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void agrees(String name) throws Exception {
    String[] words = name.split(" ");
    long since = Long.parseLong(words[1]);
    for (int i = 0; i < DRAWS; i++) {
      RandomGenerator random = RandomStreams.of(3, name, Integer.toString(i));
      long opset = i == 0 ? since : i == 1 ? newest(words[0]) : random.nextLong(since, newest(words[0]) + 1);
      boolean wide = i % 3 == 2 && !name.endsWith("in single precision");
      ElementType real = wide ? ElementType.FLOAT64 : ElementType.FLOAT32;
      Draw draw = new Draw(words[0], opset, real, random);
      operators().get(name).accept(draw);
      compare(draw, real, random);
    }
  }

  private static long newest(String operator) {
    return operator.equals("Upsample") ? 9 : NEWEST;
  }

  private static void compare(Draw draw, ElementType real, RandomGenerator random) throws Exception {
    OnnxModel model = draw.model();
    Map<String, Tensor> inputs = new HashMap<>(draw.variables());
    Map<String, Tensor> expected = Evaluator.of(model).run(inputs, draw.outputNames());
    OnnxModel asked = model;
    GradientPlan plan = plan(model, draw, expected);
    if (plan != null) {
      plan.cotangents().forEach((source, name) -> {
        Shape shape = expected.get(source).shape();
        double[] cotangent = random.doubles(shape.size(), -1, 1).toArray();
        inputs.put(name, ArrayTensor.convert(real, shape, cotangent));
      });
      asked = plan.model(draw.outputNames());
      expected.putAll(Evaluator.of(asked).run(inputs, plan.gradients().values()));
    }
    Map<String, Tensor> actual;
    try {
      actual = run(asked, inputs);
    } catch (OrtException e) {
      // Not every operator has a kernel for double precision; all have one for single precision.
      boolean noKernel = real == ElementType.FLOAT64 && e.getCode() == OrtException.OrtErrorCode.ORT_NOT_IMPLEMENTED;
      assertTrue(noKernel, () -> e.getMessage() + ": " + draw);
      return;
    }
    for (Map.Entry<String, Tensor> e : expected.entrySet()) {
      equal(e.getValue(), actual.get(e.getKey()), e.getKey() + " of " + draw);
    }
  }

  /** The gradient of the floating-point outputs by the floating-point inputs; null if there is none. */
  private static GradientPlan plan(OnnxModel model, Draw draw, Map<String, Tensor> outputs) throws Exception {
    List<String> sources = outputs.keySet().stream().filter(y -> outputs.get(y).type().isFloating()).toList();
    Map<String, Tensor> inputs = draw.variables();
    List<String> sinks = inputs.keySet().stream().filter(x -> inputs.get(x).type().isFloating()).toList();
    boolean steps = List.of("Shape", "Size", "EyeLike", "Cast").contains(model.graph().nodes().get(0).opType());
    if (sources.isEmpty() || sinks.isEmpty() || steps) {
      return null;
    }
    Map<String, List<Dim>> dims = new HashMap<>();
    Stream.of(inputs, outputs).forEach(m -> m.forEach((name, t) -> dims.put(name,
        Arrays.stream(t.shape().dims()).mapToObj(Dim::of).toList())));
    try {
      return BackwardGraph.build(model, ShapeFacts.of(dims), RuleRegistry.standard().set(RuleRegistry.PLAIN),
          new GradientRequest(sources, sinks));
    } catch (MissingRulesException e) {
      return null;
    }
  }

  private static Map<String, Tensor> run(OnnxModel model, Map<String, Tensor> inputs) throws Exception {
    ByteBuffer buffer = OnnxWriter.toBuffer(model);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    OrtEnvironment environment = Engine.environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      try (OrtSession session = environment.createSession(bytes, options)) {
        Map<String, Tensor> taken = new HashMap<>(inputs);
        taken.keySet().retainAll(session.getInputNames());
        try (InputTensors natives = InputTensors.of(environment, taken);
            OrtSession.Result result = session.run(natives.byName())) {
          Map<String, Tensor> outputs = new LinkedHashMap<>();
          for (Map.Entry<String, OnnxValue> e : result) {
            outputs.put(e.getKey(), OutputReader.read(e.getKey(), e.getValue(), List.of()).tensor());
          }
          return outputs;
        }
      }
    }
  }

  private static void equal(Tensor expected, Tensor actual, String what) {
    assertArrayEquals(expected.shape().dims(), actual.shape().dims(), "shape of " + what);
    double[] e = expected.toDoubles();
    double[] a = actual.toDoubles();
    double largest = Arrays.stream(e).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    for (int i = 0; i < e.length; i++) {
      double allowed = !actual.type().isFloating() ? 0
          : Math.max(1, largest) * (actual.type() == ElementType.FLOAT64 ? DOUBLE : SINGLE);
      int at = i;
      assertTrue(e[i] == a[i] || Double.isNaN(e[i]) && Double.isNaN(a[i]) || Math.abs(e[i] - a[i]) <= allowed,
          () -> "element " + at + " is " + e[at] + ", ONNX Runtime has " + a[at] + ": " + what);
    }
  }
}
