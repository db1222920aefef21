/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.ui.graph.colour.ColouringRequest;
import org.loupe.ui.graph.colour.NodeColouring;
import org.loupe.ui.graph.colour.NodeValues;

/** By what the operator does. The colours are those of Okabe and Ito (2008), which the colour-blind can tell apart. */
public final class OperatorKinds implements NodeColouring {
  /** What operators do. */
  enum Family {
    WEIGHTED(0x56b4e9), RECURRENT(0x0072b2), ATTENTION(0xcc79a7), NORMALIZATION(0xf0e442), ACTIVATION(0xe69f00),
    POOLING(0x009e73), ARITHMETIC(0xd55e00), MOVEMENT(0xb3b3b3), OTHER(0x7a7a7a);

    private final int rgb;

    Family(int rgb) {
      this.rgb = rgb;
    }
  }

  private static final Map<Family, List<String>> OPERATORS = new EnumMap<>(Map.of(
      Family.WEIGHTED, List.of("Conv", "ConvTranspose", "ConvInteger", "DeformConv", "Gemm", "MatMul", "MatMulInteger",
          "Einsum", "QLinearConv", "QLinearMatMul", "FusedConv", "FusedMatMul", "Embedding"),
      Family.RECURRENT, List.of("LSTM", "GRU", "RNN", "Scan", "Loop", "If"),
      Family.ATTENTION, List.of("Attention", "MultiHeadAttention", "Softmax", "LogSoftmax", "Hardmax"),
      Family.ACTIVATION, List.of("Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Celu", "Gelu", "FastGelu", "Sigmoid",
          "HardSigmoid", "HardSwish", "Swish", "Mish", "Tanh", "Softplus", "Softsign", "ThresholdedRelu", "Clip",
          "Erf", "QuickGelu"),
      Family.POOLING, List.of("MaxPool", "AveragePool", "LpPool", "GlobalMaxPool", "GlobalAveragePool",
          "GlobalLpPool", "TopK", "ArgMax", "ArgMin", "CumSum"),
      Family.ARITHMETIC, List.of("Add", "Sub", "Mul", "Div", "Pow", "Sqrt", "Exp", "Log", "Neg", "Abs", "Reciprocal",
          "Min", "Max", "Sum", "Mean", "Floor", "Ceil", "Round", "Mod", "Sign", "Sin", "Cos", "Tan", "Atan"),
      Family.MOVEMENT, List.of("Reshape", "Transpose", "Flatten", "Squeeze", "Unsqueeze", "Concat", "Split", "Slice",
          "Gather", "GatherElements", "GatherND", "Scatter", "ScatterElements", "ScatterND", "Pad", "Expand", "Tile",
          "Identity", "Cast", "Shape", "Size", "Resize", "Upsample", "DepthToSpace", "SpaceToDepth", "Where",
          "Dropout", "ConstantOfShape", "Range", "Equal", "Not", "And", "Or", "Less", "Greater", "CastLike",
          "QuantizeLinear", "DequantizeLinear", "DynamicQuantizeLinear", "OneHot")));
  private static final Map<String, Family> BY_OPERATOR = new HashMap<>();

  static {
    OPERATORS.forEach((family, names) -> names.forEach(n -> BY_OPERATOR.put(n, family)));
  }

  /** What an operator does, its domain left out. */
  static Family family(String operator) {
    String name = operator.substring(operator.lastIndexOf('.') + 1);
    if (name.contains("Normalization") || name.equals("LRN")) {
      return Family.NORMALIZATION;
    }
    return BY_OPERATOR.getOrDefault(name, name.startsWith("Reduce") ? Family.POOLING : Family.OTHER);
  }

  @Override
  public NodeValues compute(ColouringRequest request, Progress progress) {
    Map<String, String> byLayer = new HashMap<>();
    for (LayerInfo layer : request.model().description().layers()) {
      byLayer.put(layer.id(), family(layer.operator()).name());
    }
    List<NodeValues.Kind> kinds = Arrays.stream(Family.values())
        .map(f -> new NodeValues.Kind(f.name(), label(f), f.rgb)).toList();
    return new NodeValues.Kinds(kinds, byLayer, false, "");
  }

  private static String label(Family f) {
    return switch (f) {
      case WEIGHTED -> Messages.OperatorKinds_weighted;
      case RECURRENT -> Messages.OperatorKinds_recurrent;
      case ATTENTION -> Messages.OperatorKinds_attention;
      case NORMALIZATION -> Messages.OperatorKinds_normalization;
      case ACTIVATION -> Messages.OperatorKinds_activation;
      case POOLING -> Messages.OperatorKinds_pooling;
      case ARITHMETIC -> Messages.OperatorKinds_arithmetic;
      case MOVEMENT -> Messages.OperatorKinds_movement;
      case OTHER -> Messages.OperatorKinds_other;
    };
  }
}
