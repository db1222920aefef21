/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.graph.Dim;

/** The rules for standard operators. */
final class ShapeRules {
  private static final Map<String, ShapeRule> RULES = new HashMap<>();

  static {
    ShapeRule same = ShapeRule.first(c -> c.shape(0));
    for (String op : List.of("Identity", "Cast", "CastLike", "Relu", "Sigmoid", "Tanh", "Softmax", "LogSoftmax",
        "Hardmax", "Clip", "LeakyRelu", "PRelu", "Elu", "Selu", "Celu", "Gelu", "Mish", "Swish", "HardSwish",
        "HardSigmoid", "Softplus", "Softsign", "ThresholdedRelu", "Shrink", "Erf", "Exp", "Log", "Sqrt",
        "Reciprocal", "Neg", "Abs", "Sign", "Floor", "Ceil", "Round", "Sin", "Cos", "Tan", "Asin", "Acos", "Atan",
        "Sinh", "Cosh", "Asinh", "Acosh", "Atanh", "Not", "BitwiseNot", "IsNaN", "IsInf", "BatchNormalization",
        "LayerNormalization", "InstanceNormalization", "GroupNormalization", "RMSNormalization", "LpNormalization",
        "MeanVarianceNormalization", "LRN", "CumSum", "Trilu", "QuantizeLinear", "DequantizeLinear", "ScatterND",
        "ScatterElements", "Scatter", "ReverseSequence")) {
      RULES.put(op, same);
    }
    RULES.put("Dropout", (c, output) -> c.shape(0));
    ShapeRule broadcast = ShapeRule.first(ArithmeticShapes::broadcast);
    for (String op : List.of("Add", "Sub", "Mul", "Div", "Pow", "Mod", "Min", "Max", "Sum", "Mean", "And", "Or", "Xor",
        "Equal", "Greater", "Less", "GreaterOrEqual", "LessOrEqual", "Where", "BitShift", "BitwiseAnd", "BitwiseOr",
        "BitwiseXor")) {
      RULES.put(op, broadcast);
    }
    ShapeRule reduce = ShapeRule.first(ArithmeticShapes::reduce);
    for (String op : List.of("ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1", "ReduceL2",
        "ReduceLogSum", "ReduceLogSumExp", "ReduceSumSquare")) {
      RULES.put(op, reduce);
    }
    RULES.put("ReduceSum", ShapeRule.first(ArithmeticShapes::reduceSum));
    RULES.put("ArgMax", ShapeRule.first(ArithmeticShapes::arg));
    RULES.put("ArgMin", ShapeRule.first(ArithmeticShapes::arg));
    RULES.put("Gemm", ShapeRule.first(ArithmeticShapes::gemm));
    RULES.put("MatMul", ShapeRule.first(ArithmeticShapes::matMul));
    RULES.put("Conv", ShapeRule.first(WindowShapes::convolution));
    RULES.put("ConvTranspose", ShapeRule.first(WindowShapes::transposedConvolution));
    RULES.put("MaxPool", (c, output) -> WindowShapes.pooling(c));
    RULES.put("AveragePool", ShapeRule.first(WindowShapes::pooling));
    RULES.put("LpPool", ShapeRule.first(WindowShapes::pooling));
    RULES.put("GlobalAveragePool", ShapeRule.first(WindowShapes::globalPooling));
    RULES.put("GlobalMaxPool", ShapeRule.first(WindowShapes::globalPooling));
    RULES.put("GlobalLpPool", ShapeRule.first(WindowShapes::globalPooling));
    RULES.put("Reshape", ShapeRule.first(ReshapeShapes::reshape));
    RULES.put("Flatten", ShapeRule.first(ReshapeShapes::flatten));
    RULES.put("Transpose", ShapeRule.first(ReshapeShapes::transpose));
    RULES.put("Squeeze", ShapeRule.first(ReshapeShapes::squeeze));
    RULES.put("Unsqueeze", ShapeRule.first(ReshapeShapes::unsqueeze));
    RULES.put("DepthToSpace", ShapeRule.first(ReshapeShapes::blocks));
    RULES.put("SpaceToDepth", ShapeRule.first(ReshapeShapes::blocks));
    RULES.put("Concat", ShapeRule.first(SelectionShapes::concat));
    RULES.put("Gather", ShapeRule.first(SelectionShapes::gather));
    RULES.put("GatherElements", ShapeRule.first(c -> c.shape(1)));
    RULES.put("Pad", ShapeRule.first(SelectionShapes::pad));
    RULES.put("Slice", ShapeRule.first(SelectionShapes::slice));
    RULES.put("Split", SelectionShapes::split);
    RULES.put("Expand", ShapeRule.first(SelectionShapes::expand));
    RULES.put("Tile", ShapeRule.first(SelectionShapes::tile));
    RULES.put("ConstantOfShape", ShapeRule.first(SelectionShapes::filled));
    RULES.put("Shape", ShapeRule.first(ShapeRules::shapeOfShape));
    RULES.put("Size", ShapeRule.first(c -> List.of()));
  }

  private ShapeRules() {
  }

  /** The rule for a standard operator, null if there is none. */
  static ShapeRule of(String opType) {
    return RULES.get(opType);
  }

  private static List<Dim> shapeOfShape(NodeContext c) {
    if (c.node().has("start") || c.node().has("end")) {
      throw new UnknownShapeException();
    }
    return List.of(Dim.of(c.shape(0).size()));
  }
}
