/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.graph.Description;
import org.loupe.graph.Initializer;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.TensorStorage;
import org.loupe.math.tensor.FileTensor;

class RoundTripTest {
  @TempDir
  Path folder;

  @Test
  void readingGivesWhatWasWritten() throws IOException {
    for (OnnxModel model : new OnnxModel[] {SampleModels.classifier(), SampleModels.everything()}) {
      Path file = folder.resolve("m.onnx");
      OnnxWriter.write(model, file);
      OnnxModel read = OnnxReader.read(file);
      assertEquals(Description.of(model), Description.of(read));
      assertEquals(model.graph().nodes().get(0).inputs(), read.graph().nodes().get(0).inputs());
    }
  }

  @Test
  void aModelThatWasReadIsWrittenAgainFromItsFile() throws IOException {
    Path first = folder.resolve("a.onnx");
    Path second = folder.resolve("b.onnx");
    OnnxWriter.write(SampleModels.everything(), first);
    OnnxModel read = OnnxReader.read(first);
    OnnxWriter.write(read, second);
    assertEquals(Description.of(read), Description.of(OnnxReader.read(second)));
    assertThrows(IOException.class, () -> OnnxWriter.write(read, first));
    assertEquals(Description.of(read), Description.of(OnnxReader.read(first)), "the file must be as it was");
  }

  @Test
  void bufferChannelAndFileGetTheSameBytes() throws IOException {
    OnnxModel model = SampleModels.everything();
    Path file = folder.resolve("m.onnx");
    OnnxWriter.write(model, file);
    ByteBuffer buffer = OnnxWriter.toBuffer(model);
    assertTrue(buffer.isDirect());
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    assertArrayEquals(Files.readAllBytes(file), bytes);
    Path other = folder.resolve("n.onnx");
    try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
      OnnxWriter.write(OnnxReader.read(file), channel);
    }
    assertEquals(Description.of(model), Description.of(OnnxReader.read(other)));
  }

  @Test
  void weightsStayInTheFile() throws IOException {
    Path file = folder.resolve("m.onnx");
    OnnxWriter.write(SampleModels.classifier(), file);
    for (Initializer i : OnnxReader.read(file).graph().initializers()) {
      assertInstanceOf(TensorStorage.FileSlice.class, i.storage());
      FileTensor tensor = assertInstanceOf(FileTensor.class, ConstantReader.tensor(i));
      assertEquals(file, tensor.file());
    }
  }

  /** Three gigabytes of weights, a hole in the file, and another weight behind them: 64-bit positions, nothing read. */
  @Test
  void weightsBeyondTwoGigabytesAreSkipped() throws IOException {
    long elements = 800_000_000L;
    byte[] head = Wire.tensor(elements).varint(9 * 8 + 2).varint(4 * elements).toBytes();
    byte[] one = {0, 0, (byte) 0x80, (byte) 0x3f};
    byte[] tail = new Wire().message(5, Wire.tensor(1).bytes(9, one)).toBytes();
    byte[] tensor = new Wire().varint(5 * 8 + 2).varint(head.length + 4 * elements).toBytes();
    long graph = tensor.length + head.length + 4 * elements + tail.length;
    byte[] start = new Wire().number(1, 8).varint(7 * 8 + 2).varint(graph).toBytes();
    Path file = folder.resolve("large.onnx");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW,
        StandardOpenOption.SPARSE)) {
      for (byte[] part : new byte[][] {start, tensor, head}) {
        channel.write(ByteBuffer.wrap(part));
      }
      channel.position(channel.position() + 4 * elements).write(ByteBuffer.wrap(tail));
    }
    OnnxModel model = OnnxReader.read(file);
    assertEquals(elements, model.graph().initializers().get(0).size());
    assertEquals(0, ConstantReader.tensor(model.graph().initializers().get(0)).get(elements - 1));
    assertEquals(1, ConstantReader.tensor(model.graph().initializers().get(1)).get(0));
    assertThrows(IOException.class, () -> ModelExtension.of(model).toBuffer());
  }
}
