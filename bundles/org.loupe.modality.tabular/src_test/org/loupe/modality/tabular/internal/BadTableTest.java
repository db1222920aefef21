/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ElementType;

/** What is wrong with a table is said in one line with file, row and column. */
class BadTableTest {
  @TempDir
  Path folder;

  private Path file(String content) throws Exception {
    return Tables.file(folder, content);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', value = {
      "'' # t.csv is empty",
      "'\n\n' # t.csv holds no rows",
      "'a,b\n' # t.csv has a heading and no rows",
      "'a,b\n1,2\n3\n' # t.csv, row 2 (line 3): 1 cells, where the heading has 2",
      "'1,2\n3,4,5\n' # t.csv, row 2 (line 2): 3 cells, where the first row has 2",
      "'a,b\n1,inf\n' # t.csv, row 1 (line 2), column b: \"inf\" is infinite; correct it",
      "'a,b\n1,-Infinity\n' # t.csv, row 1 (line 2), column b: \"-Infinity\" is infinite; correct it",
      "'a,b\n1,1e999\n' # t.csv, row 1 (line 2), column b: \"1e999\" is too large for a number",
      "'a,b\n1,2\n1,x\n' # t.csv, row 2 (line 3), column b: \"x\" is no number; if it is a word, list the words of "
          + "the column in the card",
      "'a,b\n1,0x10\n' # t.csv, row 1 (line 2), column b: \"0x10\" is no number; if it is a word, list the words of "
          + "the column in the card",
      "'a,b,a\n1,2,3\n' # t.csv: columns 1 and 3 are both called \"a\"; rename one",
      "'a,b\n1,\"2\n3,4\n' # t.csv, line 2: a quote is opened and never closed",
      "'a,b\n1,\"2\"x\n' # t.csv, row 1: Unexpected character after closing quote: 'x' (0x78)",
      "'a,b,c\n1,2,3\n' # t.csv has 3 columns to feed; input x takes 2; say in the card which they are (columns), and "
          + "which is the label"})
  void oneLine(String content, String message) throws Exception {
    assertEquals(message, Tables.refused(file(content), Tables.input(2), Map.of()));
  }

  @Test
  void aMissingColumnIsNamedWithWhatThereIs() throws Exception {
    assertEquals("t.csv has no column \"chol\", which the model takes; it has age, sex",
        Tables.refused(file("age,sex\n1,2\n"), Tables.named("age", "chol"), Map.of()));
    assertEquals("t.csv has 2 columns to feed; input x takes 3; say in the card which they are (columns), and which "
        + "is the label", Tables.refused(file("age,sex\n1,2\n"), Tables.named("f0", "f1", "f2"), Map.of()),
        "numbers instead of names tell nothing");
    assertEquals("t.csv has no column \"y\", which the card names as label; it has age, sex",
        Tables.refused(file("age,sex\n1,2\n"), Tables.named("age", "sex"), Map.of("label", "y")));
    assertEquals("t.csv has no column \"#9\", which the model takes; it has age, sex",
        Tables.refused(file("age,sex\n1,2\n"), Tables.input(2), Map.of("columns", "name=a;column=#1|column=#9")));
  }

  @Test
  void anUnseenCategoryIsNamedWithThoseThatThereAre() throws Exception {
    assertEquals("t.csv, row 2 (line 3), column sex: \"x\" is none of the words f, m; correct it, or set unseen to "
        + "missing in the card", Tables.refused(file("sex\nm\nx\n"), Tables.input(1),
            Map.of("columns", "name=sex;words=f,m")));
    assertTrue(Tables.refused(file("sex\nm\n7\n"), Tables.input(1), Map.of("columns", "name=sex;words=f,m"))
        .contains("\"7\" is none of the words"));
    assertTrue(Tables.refused(file("cp\na\nz\n"), Tables.input(1), Map.of("columns", "name=x;column=cp;category=a"))
        .contains("row 2 (line 3), column cp: \"z\" is none of the words a"));
  }

  @Test
  void whatDoesNotFitTheTypeIsSaid() throws Exception {
    assertTrue(Tables.refused(file("a\n1\n2.5\n"), Tables.typed(ElementType.INT64, 1), Map.of())
        .startsWith("t.csv, row 2 (line 3), column a: \"2.5\" is no whole number"));
    assertTrue(Tables.refused(file("a\n1\nNA\n"), Tables.typed(ElementType.INT64, 1), Map.of())
        .startsWith("t.csv, row 2 (line 3), column a: nothing here"));
    assertEquals("t.csv, row 1 (line 2), column a: \"1e39\" is too large for single precision",
        Tables.refused(file("a\n1e39\n"), Tables.typed(ElementType.FLOAT32, 1), Map.of()));
  }

  @Test
  void cardsThatDoNotFitAreSaid() throws Exception {
    Path file = file("a,b\n1,2\n");
    assertTrue(Tables.refused(file, Tables.input(2), Map.of("columns", "name=a"))
        .contains("the card lists 1 columns; input x, FLOAT64 [n, 2], takes 2"));
    assertTrue(Tables.refused(file, Tables.input(2), Map.of("columns", "name=a|name=a")).contains("twice"));
    LoupeException scale = assertThrows(LoupeException.class, () -> Tables.card(Map.of("columns", "name=a;scale=0")));
    assertEquals("columns [1]: column a: scale must be a number other than 0, and offset one", scale.getMessage());
    ValueSpec picture = ValueSpec.tensor("x", ElementType.FLOAT32, Dimension.of(1), Dimension.of(3), Dimension.of(8),
        Dimension.of(8));
    assertTrue(Tables.refused(file, picture, Map.of()).startsWith("t.csv: input x"));
  }

  @Test
  void whatIsNoTextIsNoTable() throws Exception {
    Path file = folder.resolve("t.csv");
    byte[] noise = new byte[3000];
    new Random(1).nextBytes(noise);
    assertEquals("t.csv is a binary file and no table", Tables.refused(Files.write(file, noise), Tables.input(2),
        Map.of()));
    assertEquals("t.csv is UTF-16 text; save it as UTF-8", Tables.refused(
        Files.write(file, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)), Tables.input(2), Map.of()));
    assertEquals("t.csv is not UTF-8 text (after row 0); save it as UTF-8", Tables.refused(
        Files.write(file, "a,ä\n1,2\n".getBytes(StandardCharsets.ISO_8859_1)), Tables.input(2), Map.of()));
    assertTrue(Tables.refused(folder.resolve("none.csv"), Tables.input(2), Map.of()).startsWith("cannot read "));
  }

  @Test
  void aNulFarInTheFileIsFound() throws Exception {
    assertEquals("t.csv, line 200002: holds a NUL character, so this is no text",
        Tables.refused(file("a,b\n" + "1,2\n".repeat(200_000) + "\0,2\n"), Tables.input(2), Map.of()));
  }

  @Test
  void sizesAreBounded() throws Exception {
    assertTrue(Tables.refused(file("1" + ",1".repeat(100_000) + "\n"), Tables.input(2), Map.of())
        .startsWith("t.csv, row 1: "));
    assertTrue(Tables.refused(file("a,b\n1,\"" + "9".repeat(2 << 20) + "\"\n"), Tables.input(2), Map.of())
        .startsWith("t.csv, line 2: the cell in quotes has more than 1048576 characters"));
    assertTrue(Tables.refused(file("a,b\n1," + "9".repeat(2 << 20) + "\n"), Tables.input(2), Map.of())
        .startsWith("t.csv, row 1: "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', value = {
      "'1 0:1 9:2' # t.libsvm, row 1: index 9 is not from 0 to 1; the card's first-index says where they begin",
      "'1 0:1\n0 a:2' # t.libsvm, row 2: \"a:2\" is not index:value",
      "'1 0:1\n0 12' # t.libsvm, row 2: \"12\" is not index:value",
      "'1 0:1\n0 1:x' # t.libsvm, row 2, index 1: \"x\" is no number; if it is a word, list the words of the column in "
          + "the card",
      "'x 0:1' # t.libsvm, row 1, label: \"x\" is no number; list the words of the label in the card (label-words)"})
  void sparseRowsAreCheckedToo(String content, String message) throws Exception {
    Path file = Files.writeString(folder.resolve("t.libsvm"), content);
    assertEquals(message, Tables.refused(file, Tables.input(2), Map.of()));
  }

  @Test
  void longReadingCanBeCancelled() throws Exception {
    Path file = file("a,b\n" + "1,2\n".repeat(2000));
    Progress cancelled = new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    try (var rows = new TabularModality().open(file,
        java.util.List.of(new org.loupe.api.modality.RowModality.RowInput<>(
        Tables.input(2), Tables.card(Map.of()))), cancelled)) {
      assertThrows(CancellationException.class, () -> rows.next(1000));
      assertThrows(CancellationException.class, () -> rows.skip(1000));
    }
  }
}
