/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Initializer;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.analysis.GraphCheck;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

class ModelExtensionTest {
  @TempDir
  Path folder;
  private Path file;
  private OnnxModel model;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("m.onnx");
    OnnxWriter.write(SampleModels.classifier(), file);
    model = OnnxReader.read(file);
  }

  private OnnxModel extended(ModelExtension extension) throws IOException {
    Path other = folder.resolve("x.onnx");
    try (FileChannel out = FileChannel.open(other, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      extension.writeTo(out);
    }
    return OnnxReader.read(other);
  }

  @Test
  void innerValuesBecomeOutputs() throws IOException {
    ModelExtension extension = ModelExtension.of(model).outputs("relu", "probabilities", "logits", "relu");
    assertEquals(List.of("relu", "logits"), extension.addedOutputs());
    OnnxModel read = extended(extension);
    assertEquals(List.of("probabilities", "relu", "logits"),
        read.graph().outputs().stream().map(ValueInfo::name).toList());
    assertEquals(Dim.list("N, 2, 4, 4"), read.graph().outputs().get(1).dims().orElseThrow(), "declared type is kept");
    assertEquals(ValueType.UNKNOWN, read.graph().outputs().get(2).type());
    assertEquals(model.graph().nodes(), read.graph().nodes());
  }

  @Test
  void theOriginalBytesComeFirstUnchanged() throws IOException {
    byte[] original = Files.readAllBytes(file);
    ByteBuffer buffer = ModelExtension.of(model).outputs("logits").toBuffer();
    assertTrue(buffer.isDirect());
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    assertArrayEquals(original, Arrays.copyOf(bytes, original.length));
    ByteBuffer same = ModelExtension.of(model).outputs("probabilities").toBuffer();
    assertEquals(ByteBuffer.wrap(original), same, "nothing to add");
  }

  @Test
  void nodesInputsAndConstantsAreAdded() throws IOException {
    OnnxModel read = extended(ModelExtension.of(model)
        .input(ValueInfo.tensor("cotangent", DataType.FLOAT, Dim.list("N, 3")))
        .initializer(Initializer.of("two", ArrayTensor.of(Shape.of(), 2f)))
        .valueInfo(ValueInfo.tensor("scaled", DataType.FLOAT, Dim.list("N, 3")))
        .node(NodeBuilder.of("Mul").name("scale").inputs("cotangent", "two").outputs("scaled"))
        .opset("", 17).opset("com.microsoft", 1).outputs("scaled"));
    assertEquals(List.of("x", "cotangent"), read.graph().requiredInputs().stream().map(ValueInfo::name).toList());
    assertEquals(6, read.graph().nodes().get(6).index());
    assertEquals(Dim.list("N, 3"), read.graph().outputs().get(1).dims().orElseThrow());
    assertEquals(1, read.opset("com.microsoft").orElseThrow());
    assertEquals(2.0, ConstantReader.tensor(read.graph().initializers().get(3)).get(0));
    assertEquals(List.of(), GraphCheck.check(read));
  }

  @Test
  void whatCannotBeIsRefused() {
    ModelExtension extension = ModelExtension.of(model);
    assertThrows(IllegalArgumentException.class, () -> extension.outputs("nothing"));
    assertThrows(IllegalArgumentException.class, () -> extension.outputs(""));
    assertThrows(IllegalArgumentException.class,
        () -> extension.node(NodeBuilder.of("Relu").inputs("x").outputs("relu")));
    assertThrows(IllegalArgumentException.class,
        () -> extension.initializer(Initializer.of("fc.bias", ArrayTensor.of(Shape.of(), 2f))));
    assertThrows(IllegalArgumentException.class,
        () -> extension.input(ValueInfo.tensor("x", DataType.FLOAT, List.of())));
    assertThrows(IllegalArgumentException.class, () -> extension.opset("", 18));
    assertThrows(IllegalArgumentException.class, () -> ModelExtension.of(SampleModels.classifier()));
  }
}
