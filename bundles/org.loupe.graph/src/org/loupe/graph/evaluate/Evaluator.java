/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.TopologicalOrder;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Operators;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.math.tensor.Tensor;

/**
 * Evaluates the graph of a model, forward only. Floating-point numbers of every width are computed and given in double
 * precision, without rounding them to the width that the model declares; whole numbers and truth values are exact.
 *
 * <p>Standard operators of the operator sets from 7 on, for inference. Subgraphs (If, Loop, Scan), functions of the
 * model, recurrent operators, random ones and text are not supported. Every loop is the specification's own, so only
 * small graphs are worth it. Safe for use by several threads.
 */
public final class Evaluator {
  private static final long OLDEST = 7;

  private final GraphIndex index;
  private final List<Node> order;
  private final long opset;

  private Evaluator(GraphIndex index, List<Node> order, long opset) {
    this.index = index;
    this.order = order;
    this.opset = opset;
  }

  /** @throws EvaluationException if the model uses an operator set before 7, or its nodes form a cycle */
  public static Evaluator of(OnnxModel model) throws EvaluationException {
    long opset = model.opset("").orElse(model.opset("ai.onnx").orElse(0));
    if (opset < OLDEST) {
      throw new EvaluationException("operator set " + opset + " is too old to be evaluated: 7 is the oldest");
    }
    TopologicalOrder order = TopologicalOrder.of(model.graph());
    if (!order.inCycles().isEmpty()) {
      throw new EvaluationException("the graph has a cycle through " + order.inCycles().get(0).label());
    }
    return new Evaluator(GraphIndex.of(model.graph()), order.sorted(), opset);
  }

  /**
   * Computes values, and of the graph only what they need.
   *
   * @param inputs by name; an input that has an initializer may be left out, and any inner value may be given instead
   *     of being computed
   * @param values names of the values to return
   * @return the values in the order asked for
   * @throws EvaluationException if an input is missing, an operator is not known or refuses its inputs, or a value
   *     would be too large
   */
  public Map<String, Tensor> run(Map<String, Tensor> inputs, Collection<String> values) throws EvaluationException {
    Map<String, Value> known = new HashMap<>();
    for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
      known.put(input.getKey(), value("input '" + input.getKey() + "'", input.getValue()));
    }
    Set<String> needed = needed(known.keySet(), values);
    for (String name : needed) {
      Initializer constant = known.containsKey(name) ? null : index.initializer(name).orElse(null);
      if (constant != null) {
        known.put(name, constant(constant));
      }
    }
    for (Node node : order) {
      if (node.outputs().stream().anyMatch(o -> needed.contains(o) && !known.containsKey(o))) {
        compute(node, known);
      }
    }
    Map<String, Tensor> results = new LinkedHashMap<>();
    for (String name : values) {
      results.put(name, find(name, known).toTensor());
    }
    return results;
  }

  private Set<String> needed(Set<String> given, Collection<String> values) {
    Set<String> needed = new HashSet<>(values);
    for (Node node : order.reversed()) {
      if (node.outputs().stream().anyMatch(o -> needed.contains(o) && !given.contains(o))) {
        needed.addAll(node.inputs());
      }
    }
    needed.remove("");
    return needed;
  }

  private void compute(Node node, Map<String, Value> known) throws EvaluationException {
    Operator operator = Operators.find(node).orElseThrow(() -> new EvaluationException(
        "operator " + node.qualifiedType() + " cannot be evaluated (" + node.label() + ")"));
    List<Value> inputs = new ArrayList<>();
    for (String name : node.inputs()) {
      inputs.add(name.isEmpty() ? null : find(name, known));
    }
    List<Value> outputs;
    try {
      outputs = operator.run(new Call(node, opset, inputs));
    } catch (UncheckedIOException e) {
      throw new EvaluationException(node.label() + ": " + e.getCause().getMessage(), e);
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new EvaluationException(node.label() + ": " + e.getMessage(), e);
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      if (!node.output(i).isEmpty()) {
        if (i >= outputs.size()) {
          throw new EvaluationException(node.label() + ": output " + i + " cannot be evaluated");
        }
        known.putIfAbsent(node.output(i), outputs.get(i));
      }
    }
  }

  private Value find(String name, Map<String, Value> known) throws EvaluationException {
    Value value = known.get(name);
    if (value == null) {
      boolean input = index.graph().inputs().stream().map(ValueInfo::name).anyMatch(name::equals);
      throw new EvaluationException(
          input ? "input '" + name + "' is not given" : "the graph has no value '" + name + "'");
    }
    return value;
  }

  private static Value constant(Initializer constant) throws EvaluationException {
    try {
      return value("constant '" + constant.name() + "'", ConstantReader.tensor(constant));
    } catch (IOException e) {
      throw new EvaluationException("constant '" + constant.name() + "' cannot be read: " + e.getMessage(), e);
    }
  }

  private static Value value(String what, Tensor tensor) throws EvaluationException {
    try {
      return Value.of(tensor);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(what + ": " + e.getMessage(), e);
    }
  }
}
