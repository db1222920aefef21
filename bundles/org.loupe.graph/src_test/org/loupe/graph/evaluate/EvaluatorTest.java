/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** What the evaluator computes and what it refuses; the operators themselves are compared with ONNX Runtime. */
class EvaluatorTest {
  private static Tensor run(OnnxModel model, Map<String, Tensor> inputs, String value) throws EvaluationException {
    return Evaluator.of(model).run(inputs, List.of(value)).get(value);
  }

  private static OnnxModel model(long opset, NodeBuilder... nodes) {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "?");
    for (NodeBuilder node : nodes) {
      graph.node(node);
    }
    return new ModelBuilder(graph.output("y", DataType.FLOAT, "?").build(), opset).build();
  }

  private static String refusal(OnnxModel model, Map<String, Tensor> inputs, String value) {
    String message = assertThrows(EvaluationException.class, () -> run(model, inputs, value)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @Test
  void computesInDoublePrecisionWhateverTheModelDeclares() throws Exception {
    OnnxModel model = model(17, NodeBuilder.of("Exp").inputs("x").outputs("e"),
        NodeBuilder.of("Cast").inputs("e").outputs("y").intValue("to", DataType.FLOAT16.code()));
    Tensor y = run(model, Map.of("x", ArrayTensor.of(Shape.of(2), 0.1, 2.0)), "y");
    assertEquals(ElementType.FLOAT64, y.type());
    assertArrayEquals(new double[] {Math.exp(0.1), Math.exp(2)}, y.toDoubles(), 0);
  }

  @Test
  void keepsWholeNumbersExact() throws Exception {
    OnnxModel model = model(17, NodeBuilder.of("Add").inputs("x", "x").outputs("y"));
    long large = (1L << 61) + 1;
    Tensor y = run(model, Map.of("x", ArrayTensor.of(Shape.of(1), large)), "y");
    assertEquals(2 * large, ((ArrayTensor) y).data().asLongBuffer().get(0));
    Tensor bytes = ArrayTensor.convert(ElementType.UINT8, Shape.of(2), 200, 3);
    Tensor sum = run(model, Map.of("x", bytes), "y");
    assertEquals(ElementType.UINT8, sum.type());
    assertArrayEquals(new double[] {144, 6}, sum.toDoubles());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.5, 0.5204998778130465", "-1, -0.8427007929497149", "2.5, 0.9995930479825550",
      "4, 0.9999999845827421", "7, 1"})
  void errorFunction(double x, double expected) throws Exception {
    OnnxModel model = model(13, NodeBuilder.of("Erf").inputs("x").outputs("y"));
    assertEquals(expected, run(model, Map.of("x", ArrayTensor.of(Shape.of(), x)), "y").get(0), 1e-15);
  }

  @Test
  void computesOnlyWhatIsAskedFor() throws Exception {
    OnnxModel model = model(17, NodeBuilder.of("Neg").inputs("x").outputs("y"),
        NodeBuilder.of("Unheard").domain("com.example").inputs("absent").outputs("z"));
    Map<String, Tensor> inputs = Map.of("x", ArrayTensor.of(Shape.of(1), 3.0));
    assertEquals(-3, run(model, inputs, "y").get(0));
    String message = refusal(model, Map.of("absent", ArrayTensor.of(Shape.of(), 1.0)), "z");
    assertTrue(message.contains("com.example.Unheard"), message);
  }

  @Test
  void takesInnerValuesAsGiven() throws Exception {
    Tensor features = ArrayTensor.of(Shape.of(1, 2), 1.0, 1.0);
    Tensor logits = run(SampleModels.classifier(), Map.of("features", features), "logits");
    // The rows of the weights are (-2.5 -1.5), (-0.5 0.5), (1.5 2.5); the biases 0.5, -0.5, 0.25.
    assertArrayEquals(new double[] {-3.5, -0.5, 4.25}, logits.toDoubles(), 1e-15);
  }

  @Test
  void refuses() {
    Tensor two = ArrayTensor.of(Shape.of(2), 1.0, 2.0);
    OnnxModel add = model(17, NodeBuilder.of("Add").inputs("x", "b").outputs("y"));
    assertTrue(refusal(add, Map.of("b", two), "y").contains("input 'x' is not given"));
    assertTrue(refusal(add, Map.of("x", two), "y").contains("no value 'b'"));
    assertTrue(refusal(add, Map.of("x", two), "nothing").contains("no value 'nothing'"));
    Tensor three = ArrayTensor.of(Shape.of(3), 1.0, 2.0, 3.0);
    assertTrue(refusal(add, Map.of("x", two, "b", three), "y").contains("cannot be broadcast"));
    OnnxModel old = model(6, NodeBuilder.of("Relu").inputs("x").outputs("y"));
    assertTrue(assertThrows(EvaluationException.class, () -> Evaluator.of(old)).getMessage().contains("6"));
    OnnxModel circle = model(17, NodeBuilder.of("Relu").inputs("z").outputs("y"),
        NodeBuilder.of("Relu").inputs("y").outputs("z"));
    assertTrue(assertThrows(EvaluationException.class, () -> Evaluator.of(circle)).getMessage().contains("cycle"));
  }

  @Test
  void refusesListsInTheFormOfAnotherOperatorSet() {
    Map<String, Tensor> inputs =
        Map.of("x", ArrayTensor.of(Shape.of(1, 1), 1.0), "axes", ArrayTensor.of(Shape.of(1), 0L));
    OnnxModel input = model(12, NodeBuilder.of("Squeeze").inputs("x", "axes").outputs("y"));
    assertTrue(refusal(input, inputs, "y").contains("an attribute before operator set 13"));
    OnnxModel attribute = model(13, NodeBuilder.of("Squeeze").inputs("x").outputs("y").ints("axes", 0));
    assertTrue(refusal(attribute, inputs, "y").contains("an input since operator set 13"));
  }

  @Test
  void refusesWhatIsTooLargeBeforeAllocating() {
    OnnxModel model = model(17, NodeBuilder.of("ConstantOfShape").inputs("x").outputs("y"));
    Tensor huge = ArrayTensor.of(Shape.of(3), 1L << 30, 1L << 30, 1L << 30);
    assertTrue(refusal(model, Map.of("x", huge), "y").contains("too large"));
    assertTrue(refusal(model, Map.of("x", ArrayTensor.of(Shape.of(1), -5L)), "y").contains("negative extent"));
  }
}
