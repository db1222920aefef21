/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.graph.Graph;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;

class HostileFilesTest {
  private static final long HUGE = 100L << 30;

  @TempDir
  Path folder;

  @Test
  void emptyFile() throws IOException {
    refused(new byte[0], "empty");
  }

  @Test
  void otherKindsOfFiles() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("data.pkl"));
    }
    refused(zip.toByteArray(), "ZIP archive");
    refused(new Wire().raw(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13).toBytes(), "PNG picture");
    refused("<!DOCTYPE html>\n<html></html>".getBytes(), "text");
    refused("version https://git-lfs.github.com/spec/v1\noid sha256:0".getBytes(), "git lfs pull");
  }

  @Test
  void aProtobufWithoutGraph() throws IOException {
    refused(new Wire().number(1, 8).text(2, "someone").toBytes(), "no graph");
  }

  @Test
  void everyTruncationIsNoticedOrLeavesAWholeModel() throws IOException {
    Path whole = folder.resolve("whole.onnx");
    OnnxWriter.write(SampleModels.classifier(), whole);
    byte[] bytes = Files.readAllBytes(whole);
    int graphStart = indexOf(bytes, "classifier");
    for (int n = 0; n < bytes.length; n++) {
      byte[] cut = Arrays.copyOf(bytes, n);
      if (n > graphStart) {
        refused(cut, "is damaged");
      } else {
        refused(cut, "");
      }
    }
  }

  @Test
  void claimsOfHugeLengths() throws IOException {
    refused(new Wire().number(1, 8).varint(7 * 8 + 2).varint(HUGE).raw(1, 2, 3).toBytes(), "claims 107374182400 bytes");
    refused(new Wire().number(1, 8).varint(7 * 8 + 2).varint(-5).raw(1, 2, 3).toBytes(), "claims 18446744073709551611");
    refused(new Wire().number(1, 8).varint(2 * 8 + 2).varint(HUGE).raw(1).toBytes(), "claims");
    // A length that stays within the file but not within the message around it.
    refused(Wire.model(new Wire().varint(5 * 8 + 2).varint(20)).text(2, "padding padding padding").toBytes(), "claims");
  }

  @Test
  void brokenNumbersAndTags() throws IOException {
    refused(new Wire().number(1, 8).raw(8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1).toBytes(), "ten bytes");
    refused(new Wire().number(1, 8).raw(0, 0).toBytes(), "number 0");
    refused(new Wire().number(1, 8).raw(7 * 8 + 3).toBytes(), "type 3");
    refused(new Wire().number(1, 8).number(7, 8).toBytes(), "type 0 where 2 belongs");
  }

  @Test
  void dimensionsThatLie() throws IOException {
    refused(Wire.withTensor(Wire.tensor(1L << 40, 1L << 40).bytes(9, (byte) 0)).toBytes(), "too many elements");
    refused(Wire.withTensor(Wire.tensor(1L << 61).bytes(9, (byte) 0)).toBytes(), "claims");
    refused(Wire.withTensor(Wire.tensor(-2).bytes(9, (byte) 0)).toBytes(), "negative extent");
    refused(Wire.withTensor(Wire.tensor(3).bytes(9, new byte[8])).toBytes(), "8 bytes of data where 12 belong");
    refused(Wire.withTensor(Wire.tensor(3)).toBytes(), "0 entries of data where 3 belong");
    refused(Wire.withTensor(Wire.tensor(3).bytes(4, new byte[8])).toBytes(), "2 entries of data where 3 belong");
    refused(Wire.withTensor(Wire.tensor(1).bytes(4, new byte[6])).toBytes(), "ends inside a number");
    refused(Wire.withTensor(Wire.tensor(2).bytes(7, (byte) 1, (byte) 2)).toBytes(), "0 entries of data where 2 belong");
    refused(Wire.withTensor(new Wire().text(8, "w").number(2, 99).number(1, 0)).toBytes(), "element type but 99");
    Wire text = new Wire().text(8, "w").number(2, 8).number(1, 1).bytes(9, new byte[4]);
    refused(Wire.withTensor(text).toBytes(), "raw data");
  }

  @Test
  void sparseIndicesThatLie() throws IOException {
    Wire values = Wire.tensor(2).bytes(9, new byte[8]);
    Wire one = new Wire().number(2, 7).number(1, 1).bytes(9, new byte[8]);
    Wire sparse = new Wire().message(1, values).message(2, one).number(3, 4);
    refused(Wire.model(new Wire().message(15, sparse)).toBytes(), "indices");
    Wire outside = new Wire().number(2, 7).number(1, 2).bytes(7, (byte) 0, (byte) 9);
    Path file = Files.write(folder.resolve("s.onnx"),
        Wire.model(new Wire().message(15, new Wire().message(1, values).message(2, outside).number(3, 4))).toBytes());
    OnnxModel model = OnnxReader.read(file);
    assertThrows(ModelFormatException.class, () -> ConstantReader.tensor(model.graph().initializers().get(0)));
  }

  @Test
  void nestingBombs() throws IOException {
    Graph graph = new GraphBuilder("leaf").build();
    for (int i = 0; i < ReadLimits.MAX_GRAPH_DEPTH - 1; i++) {
      graph = new GraphBuilder("g").node(NodeBuilder.of("If").outputs("y").graph("then_branch", graph)).build();
    }
    Path deep = folder.resolve("deep.onnx");
    OnnxWriter.write(new ModelBuilder(graph, 17).build(), deep);
    assertEquals("g", OnnxReader.read(deep).graph().name(), "the limit itself is allowed");
    Graph tooDeep = new GraphBuilder("g").node(NodeBuilder.of("If").outputs("y").graph("then_branch", graph)).build();
    Path bomb = folder.resolve("bomb.onnx");
    OnnxWriter.write(new ModelBuilder(tooDeep, 17).build(), bomb);
    refused(Files.readAllBytes(bomb), "64 deep");

    Wire type = new Wire();
    for (int i = 0; i < 3000; i++) {
      type = new Wire().message(4, new Wire().message(1, type));
    }
    refused(Wire.model(new Wire().message(11, new Wire().text(1, "x").message(2, type))).toBytes(), "deep");
  }

  @Test
  void tenMillionNodesDoNotFillTheMemory() throws IOException {
    byte[] nodes = new byte[20_000_000];
    for (int i = 0; i < nodes.length; i += 2) {
      nodes[i] = 10;
    }
    Path file = Files.write(folder.resolve("many.onnx"), Wire.model(new Wire()).bytes(7, nodes).toBytes());
    String message = assertThrows(ModelFormatException.class,
        () -> OnnxReader.read(file, new ReadLimits(32 << 20))).getMessage();
    assertTrue(message.contains("32 MiB"), message);
  }

  @Test
  void manyNumbersInAnAttributeCountAgainstTheLimit() throws IOException {
    Wire attribute = new Wire().text(1, "ints").number(20, 7).bytes(8, new byte[4_000_000]);
    Path file = Files.write(folder.resolve("ints.onnx"),
        Wire.model(new Wire().message(1, new Wire().text(4, "Op").message(5, attribute))).toBytes());
    assertThrows(ModelFormatException.class, () -> OnnxReader.read(file, new ReadLimits(32 << 20)));
    assertEquals(4_000_000, OnnxReader.read(file, new ReadLimits(128 << 20)).graph().nodes().get(0).ints("ints")
        .orElseThrow().length);
  }

  @Test
  void missingFilesAndFolders() {
    assertThrows(NoSuchFileException.class, () -> OnnxReader.read(folder.resolve("no.onnx")));
    assertThrows(ModelFormatException.class, () -> OnnxReader.read(folder));
  }

  private void refused(byte[] content, String expected) throws IOException {
    Path file = Files.write(folder.resolve("bad.onnx"), content);
    String message = assertThrows(ModelFormatException.class, () -> OnnxReader.read(file)).getMessage();
    assertTrue(message.startsWith("bad.onnx") && message.contains(expected), message);
    assertFalse(message.contains("\n"), message);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
