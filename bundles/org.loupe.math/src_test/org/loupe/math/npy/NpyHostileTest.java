/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Headers that lie, and files that are cut short or are something else. */
class NpyHostileTest {

  private static byte[] file(int major, String header, int dataBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, 0});
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    out.write(text.length);
    out.write(text.length >> 8);
    if (major > 1) {
      out.write(text.length >> 16);
      out.write(text.length >> 24);
    }
    out.writeBytes(text);
    out.writeBytes(new byte[dataBytes]);
    return out.toByteArray();
  }

  private static byte[] shaped(String shape) {
    return file(1, "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }\n", 16);
  }

  private static String refusal(byte[] bytes) {
    IOException e = assertThrows(IOException.class,
        () -> NpyReader.read(new ByteArrayInputStream(bytes), Integer.MAX_VALUE));
    assertTrue(e.getMessage().length() < 400 && e.getMessage().lines().count() == 1, e.getMessage());
    return e.getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(-1,)", "(-1, -4)", "(4", "4", "(4)", "(4,,)", "(,)", "(4 4)", "[4]", "('4',)", "(4.0,)",
      "(1e3,)", "None", "", "(99999999999999999999,)", "(9223372036854775807, 2)", "(4294967296, 4294967296, 4)",
      "(9223372036854775807,)", "(1000000000000,)", "(5,)"})
  void refusesShapes(String shape) {
    refusal(shaped(shape));
  }

  @Test
  void refusesTooManyAxes() {
    assertTrue(refusal(shaped("(" + "1,".repeat(65) + ")")).contains("64 axes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "{}", "{", "[]", "{'descr': '<f4'}", "{'descr': '<f4', 'fortran_order': False}",
      "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (4,)}",
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4,), 'more': 1}",
      "{'descr': '<f4', 'fortran_order': maybe, 'shape': (4,)}",
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4,)} + 1",
      "{'descr': '<f4 'fortran_order': False, 'shape': (4,)}",
      "{'descr': '<f4', 'fortran_order': False 'shape': (4,)}",
      "{'descr': '<f3', 'fortran_order': False, 'shape': (4,)}",
      "{'descr': '<f16', 'fortran_order': False, 'shape': (1,)}",
      "{'descr': '', 'fortran_order': False, 'shape': (4,)}",
      "{'descr': '<', 'fortran_order': False, 'shape': (4,)}",
      "{'descr': '<U999999999', 'fortran_order': False, 'shape': (4,)}",
      "{'descr': '<U0', 'fortran_order': False, 'shape': (4000000000,)}",
      "{'descr': '|V8', 'fortran_order': False, 'shape': (2,)}",
      "{'descr': '|O', 'fortran_order': False, 'shape': (2,)}"})
  void refusesHeaders(String header) {
    refusal(file(1, header, 16));
    refusal(file(3, header, 16));
  }

  @Test
  void quotesAHostileTypeWithoutItsControlCharacters() {
    String message = refusal(file(3, "{'descr': '\u001b[31m\u202e" + "x".repeat(500)
        + "', 'fortran_order': False, 'shape': (2,)}", 8));
    assertTrue(message.chars().allMatch(c -> c >= ' ' && c <= '~'), message);
  }

  @Test
  void refusesAHeaderThatClaimsMoreThanAMebibyte() {
    byte[] bytes = file(2, "{}", 0);
    Arrays.fill(bytes, 8, 12, (byte) 0x7f);
    assertTrue(refusal(bytes).contains("limit"));
  }

  @ParameterizedTest
  @CsvSource({"0,signature", "7,signature", "9,within its header", "60,within its header", "128,0 of 16 bytes",
      "143,of 16 bytes"})
  void refusesAFileCutShort(int length, String reason) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(NpyWriter.header("<f4", Shape.of(4)));
    out.writeBytes(new byte[16]);
    String message = refusal(Arrays.copyOf(out.toByteArray(), length));
    assertTrue(message.contains(reason), message);
  }

  @Test
  void refusesAnUnknownFormat() {
    assertTrue(refusal(file(4, "{'descr': '<f4', 'fortran_order': False, 'shape': (4,)}", 16)).contains("4.0"));
  }

  @Test
  void refusesANumberThatIsNoCharacter() {
    byte[] bytes = file(1, "{'descr': '<U1', 'fortran_order': False, 'shape': (1,)}", 4);
    Arrays.fill(bytes, bytes.length - 4, bytes.length, (byte) 0xff);
    assertTrue(refusal(bytes).contains("no Unicode character"));
  }

  @Test
  void aClaimBeyondTheFileIsRefusedByNameBeforeMemoryIsTaken(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("claims.npy");
    Files.write(file, shaped("(25000000000,)"));
    IOException e = assertThrows(IOException.class, () -> NpyReader.read(file));
    assertTrue(e.getMessage().contains("claims.npy") && e.getMessage().contains("100000000000 bytes"), e.getMessage());
  }

  @Test
  void theLimitOfAStreamHolds() {
    IOException e = assertThrows(IOException.class, () -> NpyReader.read(new ByteArrayInputStream(shaped("(4,)")), 15));
    assertTrue(e.getMessage().contains("limit of 15"), e.getMessage());
  }

  @Test
  void acceptsWhatOldWritersWrote() throws IOException {
    byte[] bytes = file(1, "{\"shape\": (2L, 2L), \"fortran_order\": False, \"descr\": '=i4'}", 20);
    Tensor t = NpyReader.read(new ByteArrayInputStream(bytes), 1 << 10);
    assertEquals("INT32 [2, 2]", t.toString());
  }
}
