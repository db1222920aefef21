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
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.graph.MissingExternalDataException;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.OnnxModel;

class ExternalDataTest {
  @TempDir
  Path folder;

  private static Wire entry(String key, String value) {
    return new Wire().text(1, key).text(2, value);
  }

  private static Wire tensor(String name, String location, String offset, String length) {
    Wire tensor = new Wire().text(8, name).number(2, 1).number(1, 3).number(14, 1)
        .message(13, entry("location", location));
    if (offset != null) {
      tensor.message(13, entry("offset", offset));
    }
    return length == null ? tensor : tensor.message(13, entry("length", length));
  }

  private Path write(Wire... tensors) throws IOException {
    Wire graph = new Wire();
    for (Wire t : tensors) {
      graph.message(5, t);
    }
    Path models = Files.createDirectories(folder.resolve("models"));
    return Files.write(models.resolve("m.onnx"), Wire.model(graph).toBytes());
  }

  private void weights(String name) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putFloat(1).putFloat(2)
        .putFloat(3);
    Path file = folder.resolve("models").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, data.array());
  }

  @Test
  void readsASliceOfAFileBesideTheModel() throws IOException {
    Path file = write(tensor("w", "deep/w.bin", "8", "12"), tensor("v", "deep/w.bin", "8", null));
    weights("deep/w.bin");
    OnnxModel model = OnnxReader.read(file);
    assertTrue(model.usesExternalData());
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(new double[] {1, 2, 3}, ConstantReader.tensor(model.graph().initializers().get(i)).toDoubles());
    }
  }

  @Test
  void allMissingFilesAreListed() throws IOException {
    Path file = write(tensor("a", "one.bin", null, null), tensor("b", "here.bin", null, null),
        tensor("c", "sub/two.bin", "4", "12"), tensor("d", "one.bin", null, null));
    weights("here.bin");
    MissingExternalDataException e = assertThrows(MissingExternalDataException.class, () -> OnnxReader.read(file));
    assertEquals(List.of("one.bin", "sub/two.bin"), e.missing());
    assertTrue(e.getMessage().contains("one.bin, sub/two.bin"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../secret.bin", "sub/../../secret.bin", "..\\secret.bin", "C:\\x.bin",
      "\\\\h\\x", ""})
  void pathsOutOfTheFolderAreRefused(String location) throws IOException {
    Path file = write(tensor("w", location, null, null));
    Files.write(folder.resolve("secret.bin"), new byte[12]);
    refused(file, "not inside the model's folder");
  }

  @Test
  void linksOutOfTheFolderAreRefusedAndOthersFollowed() throws IOException {
    Path file = write(tensor("w", "link.bin", "8", null));
    Path link = folder.resolve("models/link.bin");
    Files.createSymbolicLink(link, Files.write(folder.resolve("secret.bin"), new byte[20]));
    refused(file, "link out of the model's folder");
    Files.delete(link);
    weights("w.bin");
    Files.createSymbolicLink(link, folder.resolve("models/w.bin"));
    assertEquals(1, OnnxReader.read(file).graph().initializers().size());
  }

  @Test
  void placesOutsideTheFileAreRefused() throws IOException {
    weights("w.bin");
    refused(write(tensor("w", "w.bin", "9", null)), "lies outside");
    refused(write(tensor("w", "w.bin", "9223372036854775807", null)), "lies outside");
    refused(write(tensor("w", "w.bin", "-1", null)), "no such number");
    refused(write(tensor("w", "w.bin", "99999999999999999999", null)), "no such number");
    refused(write(tensor("w", "w.bin", "0", "16")), "16 bytes of external data where 12 belong");
    refused(write(tensor("w", ".", null, null)), "is no file");
    refused(write(tensor("w", "a\0b", null, null)), "impossible");
  }

  private static void refused(Path file, String expected) {
    String message = assertThrows(ModelFormatException.class, () -> OnnxReader.read(file)).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
