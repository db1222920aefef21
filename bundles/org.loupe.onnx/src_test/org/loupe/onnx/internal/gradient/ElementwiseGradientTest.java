/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/** Gradients of operators that work element by element, as ONNX Runtime computes them. */
class ElementwiseGradientTest {
  private static final String[][] BROADCAST = {{"N, 3, 4", "N, 3, 4"}, {"N, 3, 4", "4"}, {"4", "N, 3, 4"},
      {"", "N, 3"}, {"N, 3, 1", "1, 3, 4"}, {"3, 1", "N, 1, 4"}, {"N, 1, 2, 1", "3, 1, 2"}};

  @ParameterizedTest
  @CsvSource({"Relu,9", "Relu,14", "LeakyRelu,9", "LeakyRelu,16", "ThresholdedRelu,10", "Elu,9", "Selu,9", "Celu,12",
      "Sigmoid,9", "HardSigmoid,9", "HardSigmoid,22", "HardSwish,14", "Softplus,9", "Softsign,9", "Mish,18", "Gelu,20",
      "Exp,9", "Neg,9", "Abs,9", "Abs,8", "Erf,9", "Sin,9", "Cos,9", "Tan,9", "Atan,9", "Sinh,9", "Cosh,9", "Tanh,9",
      "Asinh,9", "Identity,13", "Dropout,9", "Dropout,13", "Softmax,9", "Softmax,11", "Softmax,13",
      "LogSoftmax,9", "LogSoftmax,13", "LpNormalization,9"})
  void oneArgument(String operator, long opset) throws Exception {
    new GradientCheck(opset).variable("x", "N, 3, 5", 1.35, 0).node(NodeBuilder.of(operator).inputs("x").outputs("y"))
        .verify();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Log", "Sqrt", "Reciprocal", "Acosh"})
  void positiveArgument(String operator) throws Exception {
    new GradientCheck(13).variable("x", "N, 5", 0.7, 1.8).node(NodeBuilder.of(operator).inputs("x").outputs("y"))
        .verify();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asin", "Acos", "Atanh"})
  void argumentWithinOne(String operator) throws Exception {
    new GradientCheck(13).variable("x", "N, 5", 0.7, 0).node(NodeBuilder.of(operator).inputs("x").outputs("y"))
        .verify();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Round", "Floor", "Ceil", "Sign"})
  void stepsHaveZeroGradient(String operator) throws Exception {
    new GradientCheck(13).variable("x", "N, 4", 1, 0.05).node(NodeBuilder.of(operator).inputs("x").outputs("y"))
        .verify();
  }

  @Test
  void attributes() throws Exception {
    for (NodeBuilder node : List.of(
        NodeBuilder.of("LeakyRelu").floatValue("alpha", 0.3f), NodeBuilder.of("LeakyRelu").floatValue("alpha", -0.3f),
        NodeBuilder.of("LeakyRelu").floatValue("alpha", 0), NodeBuilder.of("Elu").floatValue("alpha", 0.4f),
        NodeBuilder.of("Elu").floatValue("alpha", -0.4f), NodeBuilder.of("Celu").floatValue("alpha", 2.5f),
        NodeBuilder.of("Selu").floatValue("alpha", 1.1f).floatValue("gamma", 2),
        NodeBuilder.of("ThresholdedRelu").floatValue("alpha", -0.5f),
        NodeBuilder.of("HardSigmoid").floatValue("alpha", 0.7f).floatValue("beta", 0.3f),
        NodeBuilder.of("Gelu").string("approximate", "tanh"), NodeBuilder.of("LpNormalization").intValue("p", 1),
        NodeBuilder.of("LpNormalization").intValue("axis", 1), NodeBuilder.of("Softmax").intValue("axis", 1),
        NodeBuilder.of("Softmax").intValue("axis", -3), NodeBuilder.of("LogSoftmax").intValue("axis", 0),
        NodeBuilder.of("Shrink").floatValue("lambd", 0.3f).floatValue("bias", 0.2f))) {
      new GradientCheck(20).variable("x", "N, 3, 4", 1.7, 0.02).node(node.inputs("x").outputs("y")).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, -1, -2})
  void softmaxOverSeveralAxesInOlderOperatorSets(int axis) throws Exception {
    for (String operator : List.of("Softmax", "LogSoftmax")) {
      new GradientCheck(axis == 3 || axis < 0 ? 11 : 9).variable("x", "2, 3, 4", 1.7, 0)
          .node(NodeBuilder.of(operator).inputs("x").outputs("y").intValue("axis", axis == 3 ? 2 : axis)).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add", "Sub", "Mul", "Div", "Sum", "Mean", "Pow"})
  void twoArguments(String operator) throws Exception {
    for (String[] dims : BROADCAST) {
      for (long opset : new long[] {9, 13, 18}) {
        new GradientCheck(opset).variable("a", dims[0], 0.7, 1.7).variable("b", dims[1], 0.6, 1.75)
            .node(NodeBuilder.of(operator).inputs("a", "b").outputs("y")).verify();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Max", "Min"})
  void extremesOfTwo(String operator) throws Exception {
    for (String[] dims : BROADCAST) {
      for (long opset : new long[] {9, 13}) {
        new GradientCheck(opset).grid("a", dims[0], 0).grid("b", dims[1], 0.05)
            .node(NodeBuilder.of(operator).inputs("a", "b").outputs("y")).verify();
      }
    }
  }

  @Test
  void sameValueTwice() throws Exception {
    new GradientCheck(13).variable("x", "N, 3").node(NodeBuilder.of("Mul").inputs("x", "x").outputs("y")).verify();
  }

  @Test
  void severalArguments() throws Exception {
    for (String operator : List.of("Max", "Min", "Sum", "Mean")) {
      new GradientCheck(13).grid("a", "N, 3", 0).grid("b", "3", 0.03).grid("c", "N, 1", -0.03)
          .node(NodeBuilder.of(operator).inputs("a", "b", "c").outputs("y")).verify();
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {2, 3, 0.5f, 1, 0, -1, 2.5f, 4})
  void constantExponents(float exponent) throws Exception {
    new GradientCheck(13).variable("x", "N, 5", 0.7, 1.8).constant("p", ArrayTensor.of(Shape.of(), exponent))
        .node(NodeBuilder.of("Pow").inputs("x", "p").outputs("y")).verify();
  }

  @Test
  void wholeExponentOfNegativeNumbers() throws Exception {
    for (long exponent : new long[] {2, 3, 4}) {
      new GradientCheck(13).variable("x", "N, 5").constant("p", ArrayTensor.of(Shape.of(1), exponent))
          .node(NodeBuilder.of("Pow").inputs("x", "p").outputs("y")).verify();
    }
  }

  @Test
  void exponentsForEachElement() throws Exception {
    new GradientCheck(13).variable("x", "N, 4").constant("p", ArrayTensor.of(Shape.of(4), 0f, 1f, 2f, 3f))
        .node(NodeBuilder.of("Pow").inputs("x", "p").outputs("y")).verify();
  }

  @Test
  void remainders() throws Exception {
    new GradientCheck(13).variable("a", "N, 5", 2, 0.05).variable("b", "5", 0.1, 0.71)
        .node(NodeBuilder.of("Mod").inputs("a", "b").outputs("y").intValue("fmod", 1)).verify();
  }

  @Test
  void choices() throws Exception {
    new GradientCheck(13).variable("a", "N, 1, 3").variable("b", "4, 1")
        .constant("c", ArrayTensor.convert(ElementType.BOOL, Shape.of(4, 3), 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0))
        .node(NodeBuilder.of("Where").inputs("c", "a", "b").outputs("y")).verify();
  }

  @Test
  void slopesOfParametricRectifiers() throws Exception {
    for (String slope : List.of("1", "3, 1, 1", "N, 3, 2, 2")) {
      new GradientCheck(16).variable("x", "N, 3, 2, 2").variable("s", slope, 0.4, 0.5)
          .node(NodeBuilder.of("PRelu").inputs("x", "s").outputs("y")).verify();
    }
  }

  @Test
  void clipping() throws Exception {
    new GradientCheck(10).variable("x", "N, 5").node(NodeBuilder.of("Clip").inputs("x").outputs("y")
        .floatValue("min", -0.7f).floatValue("max", 0.9f)).verify();
    new GradientCheck(13).variable("x", "N, 5").variable("low", "", 0.1, -0.5).variable("high", "", 0.1, 0.8)
        .node(NodeBuilder.of("Clip").inputs("x", "low", "high").outputs("y")).verify();
    new GradientCheck(13).variable("x", "N, 5").constant("high", ArrayTensor.of(Shape.of(), 0.4f))
        .node(NodeBuilder.of("Clip").inputs("x", "", "high").outputs("y")).verify();
    new GradientCheck(13).variable("x", "N, 5").node(NodeBuilder.of("Clip").inputs("x").outputs("y")).verify();
  }

  @Test
  void hardSwishBeyondItsKinks() throws Exception {
    new GradientCheck(14).variable("x", "N, 9", 5, 0).node(NodeBuilder.of("HardSwish").inputs("x").outputs("y"))
        .verify();
  }
}
