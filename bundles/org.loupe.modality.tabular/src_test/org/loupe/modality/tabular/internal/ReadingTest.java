/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.modality.Rows;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.TableOrigin;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.TextTensor;

/** Tables as people write them. */
class ReadingTest {
  private static final double NAN = Double.NaN;
  @TempDir
  Path folder;

  private Path file(String content) throws Exception {
    return Tables.file(folder, content);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void separatorsAreFound(String separator) throws Exception {
    Path file = file("a,b,c\n1,2.5,-3\n4e2,.5,6.\n".replace(",", separator));
    assertArrayEquals(new double[] {1, 2.5, -3, 400, 0.5, 6}, Tables.numbers(file, Tables.input(3), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndAsTheyLike(String end) throws Exception {
    assertArrayEquals(new double[] {1, 2, 3, 4},
        Tables.numbers(file("a,b\n1,2\n\n3,4".replace("\n", end)), Tables.input(2), Map.of()));
  }

  @Test
  void quotesHoldSeparatorsQuotesAndLines() throws Exception {
    Path file = file("name,\"a \"\"b\"\"\",c\r\n\"x,\r\ny\",\"1\",2\r\nz,3,\"4\"\r\n");
    DecodedInput read = Tables.read(file, Tables.named("a \"b\"", "c"), Map.of("id", "name"));
    assertArrayEquals(new double[] {1, 2, 3, 4}, read.tensor().toDoubles());
    assertEquals(List.of("x,\r\ny", "z"), read.table().orElseThrow().rows());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws Exception {
    Path file = file("\uFEFFa,ä\n1,2\n");
    assertArrayEquals(new double[] {2, 1}, Tables.numbers(file, Tables.named("ä", "a"), Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"auto,'1,2\n3,4\n',4", "no,'1,2\n3,4\n',4", "yes,'1,2\n3,4\n',2", "auto,'a,b\n3,4\n',2",
      "auto,'2020,2021\n3,4\n',4"})
  void aHeadingIsFoundOrTold(String header, String content, int numbers) throws Exception {
    assertEquals(numbers, Tables.numbers(file(content), Tables.input(2), Map.of("header", header)).length);
  }

  @Test
  void aHeadingOfNumbersIsKnownByTheNamesThatAreWanted() throws Exception {
    assertArrayEquals(new double[] {4, 3},
        Tables.numbers(file("2020,2021\n3,4\n"), Tables.named("2021", "2020"), Map.of()));
  }

  @Test
  void decimalCommasAreToldByTheCard() throws Exception {
    Path file = file("a;b\n1,5;2\n-0,25;1e3\n");
    assertArrayEquals(new double[] {1.5, 2, -0.25, 1000},
        Tables.numbers(file, Tables.input(2), Map.of("decimal-comma", "true")));
    assertTrue(Tables.refused(file, Tables.input(2), Map.of()).contains("row 1 (line 2), column a: \"1,5\""));
  }

  @Test
  void missingValuesAreNotANumberOrWhatTheCardSays() throws Exception {
    Path file = file("a,b\n,NA\nNaN,?\nnull,-99\n");
    assertArrayEquals(new double[] {NAN, NAN, NAN, NAN, NAN, -99}, Tables.numbers(file, Tables.input(2), Map.of()));
    assertArrayEquals(new double[] {NAN, 7, NAN, 7, NAN, 7}, Tables.numbers(file, Tables.input(2), Map.of("missing",
        "NA,NaN,?,null,-99", "columns", "name=a|name=b;missing-value=7")));
  }

  @Test
  void wordsBecomeCodes() throws Exception {
    Path file = file("sex,cp\nmale,b c\nfemale,a\n1,NA\n,x\n");
    Map<String, String> card = Map.of("columns",
        "name=sex;words=female,male|name=cp;words=a,b c;unseen=missing;missing-value=-1");
    assertArrayEquals(new double[] {1, 1, 0, 0, 1, -1, NAN, -1}, Tables.numbers(file, Tables.input(2), card));
    assertEquals(List.of("female", "male"), Tables.read(file, Tables.input(2), card).table().orElseThrow().columns()
        .get(0).words());
  }

  @Test
  void aWordWinsOverAMissingMarker() throws Exception {
    assertArrayEquals(new double[] {1, 0, NAN}, Tables.numbers(file("land\nNA\nDE\n?\n"), Tables.input(1),
        Map.of("columns", "name=land;words=DE,NA")));
  }

  @Test
  void categoriesAreFoldedIntoTheirColumn() throws Exception {
    Path file = file("cp,age\na,50\nb,60\n,70\n");
    DecodedInput read = Tables.read(file, Tables.input(3),
        Map.of("columns", "name=cp_a;column=cp;category=a|name=age;unit=years|name=cp_b;column=cp;category=b"));
    assertArrayEquals(new double[] {1, 50, 0, 0, 60, 1, 0, 70, 0}, read.tensor().toDoubles());
    var columns = read.table().orElseThrow().columns();
    assertEquals(List.of("cp", "", "cp"), columns.stream().map(c -> c.group()).toList());
    assertEquals(List.of("a", "", "b"), columns.stream().map(c -> c.category()).toList());
    assertEquals(List.of("cp = a", "age", "cp = b"), read.features());
    assertEquals("years", columns.get(1).unit());
  }

  @Test
  void scalingIsDoneForTheModelAndUndoneForReaders() throws Exception {
    Path file = file("t\n63\n41.5\n");
    Map<String, String> card = Map.of("columns", "name=t;title=Temperature;scale=0.1;offset=-50");
    DecodedInput read = Tables.read(file, Tables.input(1), card);
    assertArrayEquals(new double[] {1.3, -0.85}, read.tensor().toDoubles(), 1e-15);
    var column = read.table().orElseThrow().columns().get(0);
    assertEquals("Temperature", column.name());
    assertEquals(63, column.seen(read.tensor().get(0)), 1e-12);
    assertArrayEquals(new double[] {63, 41.5}, Tables.numbers(file, Tables.input(1),
        Map.of("ready", "true", "columns", card.get("columns"))));
  }

  @Test
  void rowsAreCalledByTheirNumberOrTheirName() throws Exception {
    Path file = file("id,y,a\nP1,1,5\n\nP2,,6\n,0,7\n");
    DecodedInput read = Tables.read(file, Tables.input(1), Map.of("id", "id", "label", "y"));
    assertEquals(List.of("P1", "P2", "3"), read.table().orElseThrow().rows());
    assertEquals(List.of(1.0, NAN, 0.0), read.table().orElseThrow().labels());
    assertEquals(List.of("1", "2", "3"), Tables.read(file, Tables.input(1),
        Map.of("label", "y", "columns", "name=a")).table().orElseThrow().rows());
  }

  @Test
  void labelsMayBeWords() throws Exception {
    assertEquals(List.of(1.0, 0.0), Tables.read(file("a,class\n1,sick\n2,well\n"), Tables.input(1),
        Map.of("label", "#2", "label-words", "well,sick")).table().orElseThrow().labels());
  }

  @Test
  void everyTypeOfInputIsFed() throws Exception {
    Path file = file("a,b\n1,0\n-7,1\n");
    for (ElementType type : List.of(ElementType.FLOAT32, ElementType.INT64, ElementType.INT32)) {
      DecodedInput read = Tables.read(file, Tables.typed(type, 2), Map.of());
      assertEquals(type, read.tensor().type());
      assertEquals(Shape.of(2, 2), read.tensor().shape());
      assertArrayEquals(new double[] {1, 0, -7, 1}, read.tensor().toDoubles());
    }
    TextTensor texts = (TextTensor) Tables.read(file("a,b\nx, y \nNA,1\n"), Tables.typed(ElementType.STRING, 2),
        Map.of()).tensor();
    assertEquals(List.of("x", "y", "", "1"), texts.values());
  }

  @Test
  void sparseRowsKnowWhatIsAbsent() throws Exception {
    Path file = Files.writeString(folder.resolve("t.libsvm"), "3 0:2 2:1.5 # note\n\n-1 qid:4 1:7\n");
    DecodedInput read = Tables.read(file, Tables.input(3), Map.of());
    assertArrayEquals(new double[] {2, NAN, 1.5, NAN, 7, NAN}, read.tensor().toDoubles());
    assertEquals(List.of(3.0, -1.0), read.table().orElseThrow().labels());
    assertArrayEquals(new double[] {2, 0, 1.5, 0, 7, 0},
        Tables.numbers(file, Tables.input(3), Map.of("absent", "zero")));
    Path fromOne = Files.writeString(folder.resolve("t.svm"), "1 1:2 3:4");
    assertArrayEquals(new double[] {2, NAN, 4}, Tables.numbers(fromOne, Tables.input(3), Map.of("first-index", "1")));
  }

  @Test
  void blocksSkipsAndNamesWalkThroughTheFileOnce() throws Exception {
    StringBuilder text = new StringBuilder("id,a\n");
    for (int i = 1; i <= 3000; i++) {
      text.append("R").append(i).append(',').append(i * i).append('\n');
    }
    try (Rows rows = Tables.open(file(text.toString()), Tables.input(1), Map.of("id", "id"))) {
      assertArrayEquals(new double[] {1, 4}, rows.next(2).orElseThrow().get("x").tensor().toDoubles());
      assertEquals(1500, rows.skip(1500));
      DecodedInput next = rows.next(1).orElseThrow().get("x");
      assertEquals(List.of("R1503"), next.table().orElseThrow().rows());
      assertTrue(rows.find("R2000"));
      assertArrayEquals(new double[] {2000 * 2000, 2001 * 2001}, rows.next(2).orElseThrow().get("x").tensor()
          .toDoubles());
      assertEquals(999, rows.skip(10_000));
      assertTrue(rows.next(1).isEmpty());
      assertFalse(rows.find("R1"));
    }
  }

  @Test
  void aFileOfManyBufferLengthsKeepsEveryNumber() throws Exception {
    int rows = 20_000;
    StringBuilder text = new StringBuilder();
    double[] expected = new double[rows * 3];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (i * 7919L % 100_003) / 64.0;
      text.append(i % 5 == 0 ? "\"" + expected[i] + "\"" : expected[i]).append(i % 3 == 2 ? "\n" : ",");
    }
    assertTrue(Arrays.equals(expected, Tables.numbers(file(text.toString()), Tables.input(3), Map.of())));
  }

  @Test
  void theFirstRowIsToldAsThePersonWhoWroteItKnowsIt() throws Exception {
    Path file = file("id,age,sex,cp,chol,clinic,y\np,?,1,a,2.50,A,1\nq,5,m,b,7,B,0\n");
    Map<String, String> card = Map.of("id", "id", "label", "y", "columns", "name=age;unit=years;missing-value=-1|"
        + "name=sex;words=f,m|name=cp_a;column=cp;category=a|name=cp_b;column=cp;category=b|"
        + "name=chol;unit=mg;scale=2;offset=1");
    try (Rows rows = Tables.open(file, Tables.input(5), card)) {
      DecodedInput first = rows.next(1).orElseThrow().get("x");
      assertArrayEquals(new double[] {-1, 1, 1, 0, 7}, first.tensor().toDoubles());
      assertEquals(new TableOrigin(List.of("age", "sex", "cp", "cp", "chol"), List.of("", "m", "a", "a", "2.50 mg"),
          List.of("clinic")), first.table().orElseThrow().origin().orElseThrow());
      assertEquals(List.of("5 years", "m", "b", "b", "7 mg"),
          rows.next(1).orElseThrow().get("x").table().orElseThrow().origin().orElseThrow().values());
    }
    Path ready = Files.writeString(folder.resolve("ready.csv"), "chol\n7\n");
    assertEquals(List.of("2.5 mg"), Tables.read(ready, Tables.named("chol"), Map.of("ready", "true", "columns",
        "name=chol;unit=mg;scale=2;offset=1")).table().orElseThrow().origin().orElseThrow().values());
  }
}
