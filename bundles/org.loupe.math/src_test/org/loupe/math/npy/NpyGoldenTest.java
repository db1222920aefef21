/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Files that numpy wrote; see tests/golden/npy_cases.py. */
class NpyGoldenTest {

  record Case(String name, ElementType type, Shape shape, List<String> values) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    BufferedReader in = new BufferedReader(new InputStreamReader(
        NpyGoldenTest.class.getResourceAsStream("golden/cases.txt"), StandardCharsets.UTF_8));
    return in.lines().map(line -> {
      String[] f = line.split("\t", -1);
      long[] dims = f[2].isEmpty() ? new long[0] : Arrays.stream(f[2].split("x")).mapToLong(Long::parseLong).toArray();
      return new Case(f[0], ElementType.valueOf(f[1]), Shape.of(dims), List.of(f).subList(3, f.length));
    }).onClose(() -> {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  static byte[] file(String name) throws IOException {
    try (InputStream in = NpyGoldenTest.class.getResourceAsStream("golden/" + name + ".npy")) {
      return in.readAllBytes();
    }
  }

  private static double number(String s) {
    return switch (s) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "True" -> 1;
      case "False" -> 0;
      default -> Double.parseDouble(s);
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsWhatNumpyWrote(Case c) throws IOException {
    Tensor t = NpyReader.read(new ByteArrayInputStream(file(c.name)), 1 << 20);
    assertEquals(c.type, t.type());
    assertEquals(c.shape, t.shape());
    if (t instanceof TextTensor text) {
      assertEquals(c.values, text.values());
    } else {
      assertArrayEquals(c.values.stream().mapToDouble(NpyGoldenTest::number).toArray(), t.toDoubles());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesTheBytesThatNumpyWrites(Case c) throws IOException {
    boolean plain = c.name.endsWith("_c") || List.of("scalar", "empty", "text").contains(c.name);
    Tensor t = NpyReader.read(new ByteArrayInputStream(file(c.name)), 1 << 20);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyWriter.write(t, out);
    if (plain) {
      assertArrayEquals(file(c.name), out.toByteArray());
    } else {
      Tensor again = NpyReader.read(new ByteArrayInputStream(out.toByteArray()), 1 << 20);
      assertEquals(t.type(), again.type());
      assertEquals(t.shape(), again.shape());
      if (t instanceof TextTensor text) {
        assertEquals(text.values(), ((TextTensor) again).values());
      } else {
        assertArrayEquals(t.toDoubles(), again.toDoubles());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"refused_object,Python objects", "refused_complex,complex", "refused_date,date",
      "refused_struct,structured"})
  void refusesWhatIsNeitherNumberNorText(String name, String reason) throws IOException {
    byte[] bytes = file(name);
    IOException e = assertThrows(IOException.class,
        () -> NpyReader.read(new ByteArrayInputStream(bytes), 1 << 20));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }
}
