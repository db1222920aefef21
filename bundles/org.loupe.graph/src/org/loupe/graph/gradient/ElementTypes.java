/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.TopologicalOrder;

/** Element types of a graph's values: declared, or from the operators' specifications. */
final class ElementTypes {
  private final GraphIndex index;
  private final ShapeFacts facts;
  private final Map<String, DataType> types = new HashMap<>();

  private ElementTypes(GraphIndex index, ShapeFacts facts) {
    this.index = index;
    this.facts = facts;
  }

  static Map<String, DataType> of(OnnxModel model, GraphIndex index, ShapeFacts facts) {
    ElementTypes t = new ElementTypes(index, facts);
    model.graph().inputs().forEach(i -> i.elementType().ifPresent(e -> t.types.put(i.name(), e)));
    model.graph().initializers().forEach(i -> t.types.put(i.name(), i.type()));
    for (Node node : TopologicalOrder.of(model.graph()).sorted()) {
      for (int i = 0; i < node.outputs().size(); i++) {
        t.output(node, i);
      }
    }
    return t.types;
  }

  private void output(Node node, int i) {
    String name = node.output(i);
    Optional<DataType> known = facts.type(name)
        .or(() -> index.declared(name).flatMap(ValueInfo::elementType).filter(d -> d != DataType.UNDEFINED));
    DataType type = known.orElseGet(() -> byOperator(node, i));
    if (type != null && !name.isEmpty()) {
      types.put(name, type);
    }
  }

  /** The type by the operator; null if it is not known, as for an operator of a domain that nobody knows. */
  private DataType byOperator(Node node, int i) {
    return switch (node.opType()) {
      case "Shape", "Size", "ArgMax", "ArgMin", "NonZero", "NonMaxSuppression" -> DataType.INT64;
      case "Equal", "Greater", "Less", "GreaterOrEqual", "LessOrEqual", "And", "Or", "Xor", "Not", "IsNaN", "IsInf" ->
        DataType.BOOL;
      case "Cast" -> code(node, "to", input(node, 0));
      case "CastLike", "Where", "DequantizeLinear" -> input(node, 1);
      case "Constant" -> index.constant(node.output(0)).map(Initializer::type).orElse(null);
      case "ConstantOfShape" -> node.tensor("value").map(Initializer::type).orElse(DataType.FLOAT);
      case "RandomNormal", "RandomUniform" -> code(node, "dtype", DataType.FLOAT);
      case "EyeLike", "RandomNormalLike", "RandomUniformLike", "Bernoulli" -> code(node, "dtype", input(node, 0));
      case "OneHot" -> input(node, 2);
      case "MaxPool", "TopK", "Unique" -> i == 0 ? input(node, 0) : DataType.INT64;
      case "Dropout" -> i == 0 ? input(node, 0) : DataType.BOOL;
      case "QuantizeLinear" -> node.input(2).isEmpty() ? DataType.UINT8 : input(node, 2);
      case "DynamicQuantizeLinear" -> i == 1 ? DataType.FLOAT : DataType.UINT8;
      case "MatMulInteger", "ConvInteger" -> DataType.INT32;
      case "QLinearConv", "QLinearMatMul" -> input(node, 7);
      case "If", "Scan" -> ofBody(node, i);
      case "Loop" -> ofBody(node, i + 1);
      default -> input(node, 0);
    };
  }

  private DataType input(Node node, int i) {
    return types.get(node.input(i));
  }

  private static DataType code(Node node, String attribute, DataType byDefault) {
    return node.has(attribute) ? DataType.ofCode(node.intValue(attribute, 0)).orElse(null) : byDefault;
  }

  private static DataType ofBody(Node node, int output) {
    List<ValueInfo> outputs = node.subgraphs().isEmpty() ? List.of() : node.subgraphs().get(0).outputs();
    return output < outputs.size() ? outputs.get(output).elementType().orElse(null) : null;
  }
}
