/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.api.modality.RowModality.RowInput;
import org.loupe.api.modality.Rows;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/** Which column of a table becomes which of a model, and the cards that are proposed for it. */
class MatchingTest {
  @TempDir
  Path folder;

  private Path file(String content) throws Exception {
    return Tables.file(folder, content);
  }

  @Test
  void equalNamesWinOverTheOrder() throws Exception {
    assertArrayEquals(new double[] {3, 1}, Tables.numbers(file("a,b,c\n1,2,3\n"), Tables.named("c", "a"), Map.of()));
  }

  @Test
  void signsThatTrainingToolsReplaceDoNotMatter() throws Exception {
    assertArrayEquals(new double[] {2, 1},
        Tables.numbers(file("Mean Radius,area (worst)\n1,2\n"), Tables.named("area_worst_", "mean_radius"), Map.of()));
  }

  @Test
  void withoutNamesTheOrderCountsAndIsSaid() throws Exception {
    try (Rows rows = Tables.open(file("age,y,sex\n1,9,2\n"), Tables.named("f0", "f1"), Map.of("label", "y"))) {
      DecodedInput read = rows.next(1).orElseThrow().get("x");
      assertArrayEquals(new double[] {1, 2}, read.tensor().toDoubles());
      assertEquals(List.of("age", "sex"), read.features());
      assertEquals(List.of("The columns of t.csv were taken in its order, since it has none of the names that the "
          + "model uses."), rows.notes());
    }
  }

  @Test
  void theCardNamesColumnsInAnyOrder() throws Exception {
    ValueSpec input = Tables.named("m1", "m2");
    assertArrayEquals(new double[] {2, 3}, Tables.numbers(file("a,b,c\n1,2,3\n"), input,
        Map.of("columns", "name=m2;column=#3|name=m1;column=b")));
  }

  @Test
  void wordsOfTheModelFillTheGapsOfTheCard() throws Exception {
    ValueSpec input = Tables.input(1).withColumns(List.of(
        new TableColumn("sex", "", List.of("f", "m"), "", 1, 0)));
    assertArrayEquals(new double[] {1}, Tables.numbers(file("sex\nm\n"), input, Map.of()));
    assertArrayEquals(new double[] {1}, Tables.numbers(file("s\nm\n"), input, Map.of("columns", "name=sex;column=s")));
  }

  @Test
  void inputsOfOneColumnEachAreReadFromTheSameRows() throws Exception {
    ValueSpec age = ValueSpec.tensor("age", ElementType.FLOAT32, Dimension.open(""), Dimension.of(1));
    ValueSpec sex = ValueSpec.tensor("sex", ElementType.STRING, Dimension.open(""), Dimension.of(1));
    TabularModality modality = new TabularModality();
    try (Rows rows = modality.open(file("sex,x,age\nm,0,50\nf,0,60\n"), List.of(
        new RowInput<>(age, Tables.card(Map.of())), new RowInput<>(sex, Tables.card(Map.of()))), Progress.NONE)) {
      Map<String, DecodedInput> read = rows.next(9).orElseThrow();
      assertEquals(Shape.of(2, 1), read.get("sex").tensor().shape());
      assertArrayEquals(new double[] {50, 60}, read.get("age").tensor().toDoubles());
    }
    assertEquals(Optional.of(Map.of()), modality.propose(sex, Tables.model(age, sex)));
  }

  @Test
  void guessesAreRowsOfNumbersAndNothingElse() {
    TabularModality modality = new TabularModality();
    ValueSpec row = Tables.typed(ElementType.FLOAT32, 13);
    assertEquals(Optional.of(Map.of()), modality.propose(row, Tables.model(row)));
    ValueSpec tokens = ValueSpec.tensor("ids", ElementType.INT64, Dimension.open("n"), Dimension.open("length"));
    assertEquals(Optional.empty(), modality.propose(tokens, Tables.model(tokens)));
    ValueSpec state = ValueSpec.tensor("h", ElementType.FLOAT32, Dimension.of(2), Dimension.open("n"), Dimension.of(8));
    assertEquals(Optional.empty(), modality.propose(row, Tables.model(row, state)));
    assertEquals(Optional.empty(), modality.propose(state, Tables.model(state)));
  }

  private TabularCard proposed(ValueSpec input, String table) throws Exception {
    ModelDescription model = Tables.model(input);
    return SettingsSchema.of(TabularCard.class)
        .read(new TabularModality().propose(input, model, file(table), Progress.NONE).orElseThrow());
  }

  @Test
  void aTableTellsWordsLabelAndNames() throws Exception {
    TabularCard card = proposed(Tables.named("age", "sex"), "id,age,sex,num\nA,1,m,sick\nB,2,f,well\nC,3,m,sick\n");
    assertEquals("id", card.id());
    assertEquals("num", card.label());
    assertEquals(List.of("sick", "well"), card.labelWords());
    assertEquals(List.of(List.of(), List.of("f", "m")), card.columns().stream().map(ColumnCard::words).toList());
  }

  @Test
  void aTableOfOneColumnMoreThanTheModelHoldsTheLabel() throws Exception {
    TabularCard card = proposed(Tables.input(2), "age,cp,num\n1,a,0\n2,b,1\n3,a,0\n");
    assertEquals("num", card.label());
    assertEquals(List.of("age", "cp"), card.columns().stream().map(ColumnCard::name).toList());
    assertEquals(List.of("a", "b"), card.columns().get(1).words());
  }

  @Test
  void aColumnOfNamesIsNoLabelAndATablesNamesSayMoreThanPlaceholders() throws Exception {
    String table = "id,age,cp\nA,1,2\nB,2,3\n";
    TabularCard card = proposed(Tables.named("Column_0", "Column_1"), table);
    assertEquals("id", card.id());
    assertEquals("", card.label());
    DecodedInput read = Tables.read(file(table), Tables.named("Column_0", "Column_1"),
        SettingsSchema.of(TabularCard.class).write(card));
    assertEquals(List.of("age", "cp"), read.features());
    assertEquals(List.of("A", "B"), read.table().orElseThrow().rows());
  }

  @Test
  void columnsOfZerosAndOnesAreFoundAsCategories() throws Exception {
    TabularCard card = proposed(Tables.named("age", "cp_typ angina", "cp_b"),
        "cp,age\ntyp-angina,1\nb,2\na,3\nb,4\na,1\ntyp-angina,3\n");
    assertEquals(List.of("", "typ-angina", "b"), card.columns().stream().map(ColumnCard::category).toList());
    // The model has no column for a: its rows have zeros only.
    assertEquals(ColumnCard.Unseen.MISSING, card.columns().get(1).unseen());
    assertArrayEquals(new double[] {3, 0, 0}, Tables.numbers(file("cp,age\na,3\n"), Tables.input(3),
        SettingsSchema.of(TabularCard.class).write(card)));
  }

  @Test
  void aProposalWithDecimalCommasReadsItsTable() throws Exception {
    String table = "a;b\n1,5;x\n2,5;y\n3;x\n";
    TabularCard card = proposed(Tables.input(2), table);
    assertTrue(card.decimalComma());
    assertArrayEquals(new double[] {1.5, 0, 2.5, 1, 3, 0}, Tables.numbers(file(table), Tables.input(2),
        SettingsSchema.of(TabularCard.class).write(card)));
  }

  @Test
  void tensorsAreRowsToo() throws Exception {
    DecodedInput rows = new TabularModality().wrap(ArrayTensor.of(Shape.of(2, 2), 1.0, 2.0, 3.0, 4.0),
        Tables.named("a", "b"), Tables.card(Map.of()));
    assertEquals(List.of("1", "2"), rows.table().orElseThrow().rows());
    assertEquals(List.of("a", "b"), rows.features());
  }
}
