/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.analysis.TopologicalOrder;

/**
 * Element types of a graph's values: as declared, else as the operators' specifications give them from their inputs.
 * Most operators return what they take first; the others are named here.
 */
public final class ElementTypes {
  private static final Set<String> BOOLEAN = Set.of("Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual", "And",
      "Or", "Xor", "Not", "IsNaN", "IsInf", "OptionalHasElement");
  private static final Set<String> INDICES = Set.of("Shape", "Size", "NonZero", "ArgMax", "ArgMin", "NonMaxSuppression",
      "SequenceLength", "StringSplit");
  private static final Set<String> BY_SECOND = Set.of("CastLike", "Where");
  private static final Set<String> BY_THIRD = Set.of("OneHot");
  private static final Set<String> WITH_INDICES = Set.of("MaxPool", "TopK", "Unique");
  private static final Set<String> SEQUENCES = Set.of("SplitToSequence", "SequenceConstruct", "SequenceEmpty",
      "SequenceInsert", "SequenceErase", "SequenceMap", "SequenceAt", "ConcatFromSequence", "Optional",
      "OptionalGetElement");
  private static final Set<String> ML_SCORES = Set.of("TreeEnsembleClassifier", "LinearClassifier", "SVMClassifier");
  private static final Set<String> ML_FLOATS = Set.of("TreeEnsembleRegressor", "LinearRegressor", "SVMRegressor",
      "Scaler", "Normalizer", "OneHotEncoder", "FeatureVectorizer");

  private final Map<String, DataType> types = new HashMap<>();

  private ElementTypes() {
  }

  /** The types that are known, by value. @param sorted the nodes of the graph, each after those that it needs */
  public static Map<String, DataType> of(Graph graph, List<Node> sorted) {
    ElementTypes inference = new ElementTypes();
    inference.graph(graph, sorted);
    return inference.types;
  }

  private void graph(Graph graph, List<Node> sorted) {
    graph.initializers().forEach(this::constant);
    graph.valueInfos().forEach(this::declared);
    graph.inputs().forEach(this::declared);
    graph.outputs().forEach(this::declared);
    sorted.forEach(this::node);
  }

  private void constant(Initializer constant) {
    types.put(constant.name(), constant.type());
  }

  private void declared(ValueInfo value) {
    value.elementType().filter(t -> t != DataType.UNDEFINED).ifPresent(t -> types.put(value.name(), t));
  }

  private void node(Node node) {
    for (int i = 0; i < node.outputs().size(); i++) {
      String output = node.output(i);
      if (!output.isEmpty() && !types.containsKey(output)) {
        DataType type = switch (node.domain()) {
          case "", "ai.onnx" -> standard(node, i);
          case "ai.onnx.ml" -> ml(node, i);
          default -> null;
        };
        if (type != null) {
          types.put(output, type);
        }
      }
    }
  }

  private DataType standard(Node node, int output) {
    String op = node.opType();
    if (BOOLEAN.contains(op) || op.equals("Dropout") && output == 1) {
      return DataType.BOOL;
    }
    if (INDICES.contains(op) || WITH_INDICES.contains(op) && output > 0) {
      return DataType.INT64;
    }
    if (SEQUENCES.contains(op)) {
      return null;
    }
    if (BY_SECOND.contains(op)) {
      return types.get(node.input(1));
    }
    if (BY_THIRD.contains(op)) {
      return types.get(node.input(2));
    }
    return switch (op) {
      case "Cast" -> DataType.ofCode(node.intValue("to", 0)).orElse(null);
      case "Constant" -> node.tensor("value").map(Initializer::type)
          .orElse(node.has("value_int") || node.has("value_ints") ? DataType.INT64 : DataType.FLOAT);
      case "ConstantOfShape" -> node.tensor("value").map(Initializer::type).orElse(DataType.FLOAT);
      case "RandomNormal", "RandomUniform" -> DataType.ofCode(node.intValue("dtype", 1)).orElse(null);
      case "EyeLike", "RandomNormalLike", "RandomUniformLike" ->
        node.has("dtype") ? DataType.ofCode(node.intValue("dtype", 1)).orElse(null) : types.get(node.input(0));
      case "Multinomial" -> DataType.ofCode(node.intValue("dtype", DataType.INT32.code())).orElse(null);
      case "MatMulInteger", "ConvInteger" -> DataType.INT32;
      case "DynamicQuantizeLinear" -> output == 1 ? DataType.FLOAT : DataType.UINT8;
      case "QuantizeLinear" -> node.input(2).isEmpty() ? DataType.UINT8 : types.get(node.input(2));
      case "DequantizeLinear" -> types.get(node.input(1));
      case "TfIdfVectorizer" -> DataType.FLOAT;
      case "If" -> body(node, "then_branch", output);
      case "Loop" -> body(node, "body", output + 1);
      case "Scan" -> body(node, "body", output);
      default -> types.get(node.input(0));
    };
  }

  /** The type of an output of a branch or loop body, which sees the values around it. */
  private DataType body(Node node, String attribute, int output) {
    Graph body = node.graph(attribute).filter(g -> output < g.outputs().size()).orElse(null);
    if (body == null) {
      return null;
    }
    ElementTypes inner = new ElementTypes();
    inner.types.putAll(types);
    inner.graph(body, TopologicalOrder.of(body).sorted());
    return inner.types.get(body.outputs().get(output).name());
  }

  private DataType ml(Node node, int output) {
    String op = node.opType();
    if (ML_SCORES.contains(op)) {
      boolean text = node.strings("classlabels_strings").or(() -> node.strings("classlabels")).isPresent();
      return output == 1 ? DataType.FLOAT : text ? DataType.STRING : DataType.INT64;
    }
    if (ML_FLOATS.contains(op)) {
      return DataType.FLOAT;
    }
    return switch (op) {
      // The scores of version 5 have the type of what is asked.
      case "ArrayFeatureExtractor", "Binarizer", "Imputer", "TreeEnsemble" -> types.get(node.input(0));
      case "LabelEncoder" -> encoded(node);
      case "CategoryMapper" -> types.get(node.input(0)) == DataType.STRING ? DataType.INT64 : DataType.STRING;
      default -> null;
    };
  }

  /** The type of the values that keys are mapped to; before version 2, numbers of texts and texts of numbers. */
  private DataType encoded(Node node) {
    return node.has("values_floats") ? DataType.FLOAT : node.has("values_int64s") ? DataType.INT64
        : node.has("values_strings") ? DataType.STRING
        : node.tensor("values_tensor").map(Initializer::type)
            .orElse(types.get(node.input(0)) == DataType.STRING ? DataType.INT64 : DataType.STRING);
  }
}
