/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Attributions that are written as they come, and go on where they stopped. */
class AttributionStreamTest {
  private static final String WHOLE = "row,score,base,a,\"b, c\"\r\n1,3.0,0.5,1.0,1.5\r\n2,6.0,0.5,2.0,3.5\r\n";
  @TempDir
  Path folder;

  private static AttributionTable row(int number) {
    return new AttributionTable("s", List.of(TableColumn.plain("a"), TableColumn.plain("b, c")),
        List.of(Integer.toString(number)), ArrayTensor.of(Shape.of(1, 2), (double) number, 2.0 * number - 0.5),
        ArrayTensor.of(Shape.of(1, 2), 0.0, 0.0), ArrayTensor.of(Shape.of(1), 0.5),
        ArrayTensor.of(Shape.of(1), 3.0 * number), Optional.empty(), Map.of());
  }

  private Path broken() throws LoupeException {
    Path file = folder.resolve("x.csv");
    try (AttributionStream stream = AttributionStream.open(file, "f1")) {
      stream.append(row(1), "index:2");
    }
    assertFalse(Files.exists(file));
    return file;
  }

  private static void finish(AttributionStream stream, int row) throws LoupeException {
    stream.append(row(row), "index:2");
    stream.finish();
  }

  @Test
  void goesOnWhereItStoppedAndForgetsHalfALine() throws Exception {
    Path file = broken();
    Files.writeString(folder.resolve("x.csv.part"), "2,6.0,0", StandardOpenOption.APPEND);
    try (AttributionStream stream = AttributionStream.open(file, "f1")) {
      assertEquals(1, stream.rows());
      assertEquals("index:2", stream.target());
      finish(stream, 2);
    }
    assertEquals(WHOLE, Files.readString(file));
    try (var left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void whatDependsOnSomethingElseIsDoneAgain() throws Exception {
    Path file = broken();
    try (AttributionStream stream = AttributionStream.open(file, "f2")) {
      assertEquals(0, stream.rows());
      stream.append(row(1), "index:2");
      finish(stream, 2);
    }
    assertEquals(WHOLE, Files.readString(file));
  }

  @Test
  void factsThatAreNoneOrSayMoreThanIsThereCountForNothing() throws Exception {
    for (String facts : List.of("{", "[]", "{\"fingerprint\":\"f1\",\"rows\":1,\"bytes\":99999,\"target\":\"index:2\"}",
        "{\"fingerprint\":\"f1\",\"rows\":-1,\"bytes\":-5,\"target\":\"x\"}")) {
      Path file = broken();
      Files.writeString(folder.resolve("x.csv.part.json"), facts);
      try (AttributionStream stream = AttributionStream.open(file, "f1")) {
        assertEquals(0, stream.rows(), facts);
        stream.append(row(1), "index:2");
        finish(stream, 2);
      }
      assertEquals(WHOLE, Files.readString(file));
      Files.delete(file);
    }
  }
}
