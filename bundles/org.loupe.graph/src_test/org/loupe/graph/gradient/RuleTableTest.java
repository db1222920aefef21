/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.evaluate.EvaluationException;
import org.loupe.graph.evaluate.Evaluator;
import org.loupe.math.random.RandomStreams;
import org.loupe.math.tensor.Tensor;

/**
 * Every rule against central differences: all operators and attributes, in the operator sets that tell them apart. Each
 * case is tried with fixed and with open extents, with its operands as inputs and as constants, and with its lists of
 * numbers (axes, shapes, indices) as constants and as inputs.
 */
class RuleTableTest {
  private static final Map<String, Integer> PROBED = Map.of("N", 2, "H", 5, "W", 6);
  private static final Map<String, Integer> PROBED_TOO = Map.of("N", 3, "H", 7, "W", 9);
  private static final Map<String, Integer> RUN = Map.of("N", 4, "H", 8, "W", 7);

  private enum Operands {
    /** Only what has numbers in the table is a constant. */
    INPUTS,
    /** All but the first are constants, as weights are. */
    CONSTANTS,
    /** Nothing is a constant but what always is. */
    COMPUTED
  }

  record Variant(OperatorCase table, boolean open, Operands operands) {
    boolean isInput(InputSpec input) {
      return switch (operands) {
        case INPUTS -> !input.isConstant();
        case CONSTANTS -> !input.isConstant() && (table.inputs().indexOf(input) == 0 || input.isOpen());
        case COMPUTED -> !input.isAlwaysConstant();
      };
    }

    boolean differsFromUsual() {
      Variant usual = new Variant(table, open, Operands.INPUTS);
      return table.inputs().stream().anyMatch(i -> isInput(i) != usual.isInput(i));
    }

    @Override
    public String toString() {
      return table + (open ? " - open - " : " - ") + operands;
    }
  }

  private static Stream<Variant> variants(OperatorCase c, Operands operands) {
    return Stream.of(false, true).filter(open -> !open || c.isOpen()).map(open -> new Variant(c, open, operands));
  }

  static Stream<Variant> variants() throws IOException {
    return OperatorCase.table("operator_cases.txt").flatMap(c -> Stream.of(Operands.values())
        .flatMap(o -> variants(c, o)).filter(v -> v.operands() == Operands.INPUTS || v.differsFromUsual()));
  }

  private static Map<String, Tensor> tensors(OperatorCase c, Map<String, Integer> open) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (InputSpec input : c.inputs()) {
      tensors.put(input.name(), input.tensor(open, RandomStreams.of(1, c.toString(), input.name())));
    }
    return tensors;
  }

  private static OnnxModel model(Variant variant, Map<String, Tensor> tensors) {
    GraphBuilder graph = new GraphBuilder("case");
    for (InputSpec input : variant.table().inputs()) {
      Tensor tensor = tensors.get(input.name());
      if (variant.isInput(input)) {
        graph.input(input.name(), DataType.of(tensor.type()), String.join(", ", input.dims()));
      } else {
        graph.initializer(input.name(), tensor);
      }
    }
    graph.node(variant.table().node());
    variant.table().outputNames().forEach(y -> graph.output(new ValueInfo(y, ValueType.UNKNOWN)));
    return new ModelBuilder(graph.build(), variant.table().opset()).build();
  }

  private static Map<String, Tensor> inputs(Variant variant, Map<String, Tensor> tensors) {
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    variant.table().inputs().stream().filter(variant::isInput)
        .forEach(i -> inputs.put(i.name(), tensors.get(i.name())));
    return inputs;
  }

  private static ShapeFacts shapes(Variant variant, OnnxModel model) throws EvaluationException {
    return GradientCheck.shapes(model, inputs(variant, tensors(variant.table(), PROBED)),
        inputs(variant, tensors(variant.table(), variant.open() ? PROBED_TOO : PROBED)));
  }

  /** The outputs that hold floating-point numbers. */
  private static List<String> sources(Variant variant, OnnxModel model, Map<String, Tensor> inputs)
      throws EvaluationException {
    Map<String, Tensor> outputs = Evaluator.of(model).run(inputs, variant.table().outputNames());
    return outputs.keySet().stream().filter(y -> outputs.get(y).type().isFloating()).toList();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void isTheDerivative(Variant variant) throws Exception {
    OperatorCase c = variant.table();
    Map<String, Tensor> tensors = tensors(c, variant.open() ? RUN : PROBED);
    OnnxModel model = model(variant, tensors);
    Map<String, Tensor> inputs = inputs(variant, tensors);
    Map<String, Tensor> sinks = new LinkedHashMap<>();
    c.inputs().stream().filter(InputSpec::isDifferentiable).forEach(i -> sinks.put(i.name(), tensors.get(i.name())));
    RandomGenerator random = RandomStreams.of(2, variant.toString());
    new GradientCheck(model, sources(variant, model, inputs), random)
        .run(shapes(variant, model), RuleRegistry.standard().set(RuleRegistry.PLAIN), inputs, sinks);
  }

  static Stream<OperatorCase> refusals() throws IOException {
    return OperatorCase.table("refused_cases.txt");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefusedBeforeAnythingIsBuilt(OperatorCase c) throws Exception {
    Variant variant = new Variant(c, c.isOpen(), Operands.INPUTS);
    Map<String, Tensor> tensors = tensors(c, PROBED);
    OnnxModel model = model(variant, tensors);
    ShapeFacts shapes = shapes(variant, model);
    RuleSet rules = RuleRegistry.standard().set(RuleRegistry.PLAIN);
    List<String> sinks = c.inputs().stream().filter(InputSpec::isDifferentiable).map(InputSpec::name).toList();
    GradientRequest request = new GradientRequest(sources(variant, model, inputs(variant, tensors)), sinks);
    MissingRulesException e =
        assertThrows(MissingRulesException.class, () -> BackwardGraph.build(model, shapes, rules, request));
    assertTrue(e.getMessage().contains(c.reason()) && e.getMessage().contains(c.operator()), e.getMessage());
    Coverage.Entry entry = Coverage.of(model, shapes, rules, request).nodes().get(0);
    assertEquals(Coverage.Status.NONE, entry.status());
    assertEquals(e.missing().get(0).reason(), entry.reason());
  }

  @Test
  void holdsEveryOperatorThatHasARule() throws IOException {
    Set<String> tried = new TreeSet<>();
    OperatorCase.table("operator_cases.txt").forEach(c -> tried.add(c.operator()));
    refusals().forEach(c -> tried.add(c.operator()));
    Set<String> ruled = new TreeSet<>(RuleRegistry.standard().set(RuleRegistry.PLAIN).operators());
    ruled.removeAll(tried);
    assertEquals(Set.of(), ruled, "rules that no case tries");
  }
}
