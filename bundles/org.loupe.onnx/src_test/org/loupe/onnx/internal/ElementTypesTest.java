/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.Model;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Every element type goes in and comes out with all its bits; what does not fit is refused with both types. */
class ElementTypesTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(value = ElementType.class, mode = EnumSource.Mode.EXCLUDE, names = "STRING")
  void keepsAllBits(ElementType type) throws Exception {
    Shape shape = Shape.of(2, 3);
    ByteBuffer bits = ArrayTensor.allocate(type, shape);
    for (int i = 0; i < bits.capacity(); i++) {
      // The highest bit is set in every other element; booleans know only two values.
      bits.put(i, (byte) (type == ElementType.BOOL ? i & 1 : type.isFloating() ? 0x3c + i % 3 : 0x7f + 37 * i));
    }
    Tensor input = ArrayTensor.wrap(type, shape, bits);
    ForwardResult result = Models.run(identity(DataType.of(type), "n, 3"), Map.of("x", input), "y", "inner");
    for (String value : List.of("y", "inner")) {
      ArrayTensor output = (ArrayTensor) result.value(value);
      assertEquals(type, output.type());
      assertEquals(shape, output.shape());
      assertEquals(bits, output.data());
    }
  }

  @Test
  void takesTensorsOnTheHeapAndInFiles() throws Exception {
    float[] numbers = {1.5f, -2, 3, 4, 5, 6e-3f};
    ByteBuffer heap = ByteBuffer.allocate(24).order(ByteOrder.nativeOrder());
    heap.asFloatBuffer().put(numbers);
    Path raw = folder.resolve("raw");
    java.nio.file.Files.write(raw, heap.array());
    try (Model model = Models.open(identity(DataType.FLOAT, "n, 3"))) {
      for (Tensor tensor : List.of(ArrayTensor.wrap(ElementType.FLOAT32, Shape.of(2, 3), heap),
          new FileTensor(ElementType.FLOAT32, Shape.of(2, 3), raw, 0), ArrayTensor.of(Shape.of(2, 3), numbers),
          ArrayTensor.of(Shape.of(4, 3), new float[] {0, 0, 0, 0, 0, 0, 1.5f, -2, 3, 4, 5, 6e-3f}).reshape(
              Shape.of(2, 2, 3)).item(1))) {
        assertArrayEquals(numbers, Models.forward(model, Map.of("x", tensor)).value("y").toFloats());
      }
    }
  }

  @Test
  void keepsText() throws Exception {
    Tensor text = new TextTensor(Shape.of(2, 2), List.of("a", "", "größer", "\u6f22 \ud83e\udd8a"));
    TextTensor output = (TextTensor) Models.run(identity(DataType.STRING, "n, 2"), Map.of("x", text)).value("y");
    assertEquals(List.of("a", "", "größer", "\u6f22 \ud83e\udd8a"), output.values());
    assertEquals(Shape.of(2, 2), output.shape());
  }

  @Test
  void keepsScalarsAndEmptyTensors() throws Exception {
    Path scalar = identity(DataType.INT64, "");
    assertEquals(Shape.of(), Models.run(scalar, Map.of("x", ArrayTensor.of(Shape.of(), 7L))).value("y").shape());
    Path vector = identity(DataType.FLOAT, "n");
    assertEquals(Shape.of(0), Models.run(vector, Map.of("x", ArrayTensor.of(Shape.of(0), new float[0]))).value("y")
        .shape());
    Path text = identity(DataType.STRING, "");
    Tensor word = new TextTensor(Shape.of(), List.of("fox"));
    assertEquals(List.of("fox"), ((TextTensor) Models.run(text, Map.of("x", word)).value("y")).values());
  }

  @Test
  void convertsBetweenWidths() throws Exception {
    Tensor doubles = ArrayTensor.of(Shape.of(3), 0.1, -2, 1e10);
    assertArrayEquals(new float[] {0.1f, -2, 1e10f},
        Models.run(identity(DataType.FLOAT, "n"), Map.of("x", doubles)).value("y").toFloats());
    Tensor half = Models.run(identity(DataType.FLOAT16, "n"), Map.of("x", ArrayTensor.of(Shape.of(2), 0.5f, 65504f)))
        .value("y");
    assertEquals(ElementType.FLOAT16, half.type());
    assertArrayEquals(new double[] {0.5, 65504}, half.toDoubles());
    Tensor bytes = ArrayTensor.convert(ElementType.UINT8, Shape.of(2), 255, 3);
    assertArrayEquals(new double[] {255, 3},
        Models.run(identity(DataType.INT64, "n"), Map.of("x", bytes)).value("y").toDoubles());
  }

  @Test
  void refusesWhatDoesNotFit() throws Exception {
    Path floats = identity(DataType.FLOAT, "batch, 3");
    String type = Models.refused(Kind.BAD_INPUT,
        () -> Models.run(floats, Map.of("x", ArrayTensor.convert(ElementType.UINT8, Shape.of(2, 3), new double[6]))));
    assertTrue(type.contains("'x'") && type.contains("FLOAT32 [batch, 3]") && type.contains("UINT8 [2, 3]"), type);
    String rank = Models.refused(Kind.BAD_INPUT,
        () -> Models.run(floats, Map.of("x", ArrayTensor.of(Shape.of(3), 1f, 2f, 3f))));
    assertTrue(rank.contains("FLOAT32 [3]"), rank);
    String extent = Models.refused(Kind.BAD_INPUT,
        () -> Models.run(floats, Map.of("x", ArrayTensor.of(Shape.of(1, 4), 1f, 2f, 3f, 4f))));
    assertTrue(extent.contains("[1, 4]"), extent);
    String missing = Models.refused(Kind.BAD_INPUT, () -> Models.run(floats, Map.of()));
    assertTrue(missing.contains("needs the input 'x' FLOAT32 [batch, 3]"), missing);
    String unknown = Models.refused(Kind.BAD_INPUT,
        () -> Models.run(floats, Map.of("z", ArrayTensor.of(Shape.of(1, 3), 1f, 2f, 3f))));
    assertTrue(unknown.contains("no input 'z'") && unknown.contains("[x]"), unknown);
    Models.refused(Kind.BAD_INPUT, () -> Models.run(identity(DataType.INT32, "n"),
        Map.of("x", ArrayTensor.of(Shape.of(1), 1L))));
    Models.refused(Kind.BAD_INPUT, () -> Models.run(identity(DataType.STRING, "n"),
        Map.of("x", ArrayTensor.of(Shape.of(1), 1L))));
  }

  private Path identity(DataType type, String dims) throws Exception {
    return Models.write(folder.resolve(type + "-" + dims.length() + ".onnx"), new GraphBuilder("identity")
        .input("x", type, dims)
        .node(NodeBuilder.of("Identity").inputs("x").outputs("inner"))
        .node(NodeBuilder.of("Identity").inputs("inner").outputs("y"))
        .output("y", type, dims));
  }
}
