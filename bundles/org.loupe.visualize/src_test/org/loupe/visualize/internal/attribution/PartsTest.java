/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/** What plots of attributions are made of. */
class PartsTest {
  @Test
  void theStrongestAreShownAndARestOfOneToo() {
    double[] strength = {1, 5, 3, 0.5};
    assertEquals(new Shown(List.of(1, 2), List.of(0, 3)), Shown.of(strength, 2, 10));
    assertEquals(List.of(1, 2, 0, 3), Shown.of(strength, 3, 10).own());
    assertEquals(List.of(1, 2), Shown.of(strength, 0, 3).own(), "as many as have room beside the sum");
    assertEquals(List.of(1, 2, 0, 3), Shown.of(strength, 0, 4).own());
    assertEquals(20, Shown.of(new double[300], 0, 1000).own().size());
    assertEquals(IntStream.range(0, 20).boxed().toList(), Shown.of(new double[300], 0, 1000).own(), "ties in order");
    Shown two = Shown.of(strength, 2, 10);
    assertEquals(3, two.lines());
    assertEquals(5.0, two.value(strength, 0));
    assertEquals(1.5, two.value(strength, 2));
  }

  @Test
  void rowsAndFeaturesAreFoundByNameOrPosition() throws LoupeException {
    AttributionTable table = Tables.named(Tables.of(0, new double[] {1, 2}, new double[] {3, 4}), "age", "#1");
    assertEquals(0, Find.row(table, ""));
    assertEquals(1, Find.row(table, "2"));
    assertEquals(1, Find.row(table, " #2 "));
    assertEquals(1, Find.feature(table, "#1"), "a name comes first");
    assertEquals(-1, Find.feature(table, ""));
    LoupeException e = assertThrows(LoupeException.class, () -> Find.row(table, "#3"));
    assertEquals(LoupeException.Kind.USAGE, e.kind());
    assertEquals("there is no row \"#3\"; name one, as \"1\", or say which by #1 to #2", e.getMessage());
    assertThrows(LoupeException.class, () -> Find.feature(table, "weight"));
    assertThrows(LoupeException.class, () -> Find.row(table, "#99999999999"));
  }

  @Test
  void valuesLieBetweenLowAndHigh() {
    double[] values = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
    ValueScale scale = ValueScale.of(values);
    assertEquals(5, scale.low());
    assertEquals(95, scale.high());
    assertEquals(0.5, scale.position(50), 1e-12);
    assertEquals(List.of(0.0, 1.0, Double.NaN, Double.NaN), List.of(scale.position(-9), scale.position(99),
        scale.position(Double.NaN), scale.position(Double.POSITIVE_INFINITY)));
    assertEquals(0.5, ValueScale.of(3, 3, 3).position(3));
    double[] rare = new double[100];
    rare[7] = 1;
    assertEquals(1, ValueScale.of(rare).position(1), "between the extremes where most values are one");
    assertEquals(0, ValueScale.of(rare).position(0));
    assertEquals(Double.NaN, ValueScale.of().position(Double.NaN));
  }

  @Test
  void namesAreBrokenOrCutAndTheirValuesKept() {
    TextMeasure measure = TextMeasure.best();
    String name = "smoking status at the first visit";
    double whole = measure.width(name + " = never", Styles.BODY);
    assertEquals(List.of(name + " = never"), Wrap.fit(name, " = never", Styles.BODY, whole, true, measure));
    List<String> two = Wrap.fit(name, " = never", Styles.BODY, whole * 0.6, true, measure);
    assertEquals(2, two.size());
    assertEquals(name + " = never", String.join(" ", two));
    List<String> cut = Wrap.fit(name, " = never", Styles.BODY, whole * 0.6, false, measure);
    assertEquals(1, cut.size());
    assertTrue(cut.getFirst().endsWith("\u2026 = never") && cut.getFirst().startsWith("smoking"), cut.toString());
    assertTrue(measure.width(cut.getFirst(), Styles.BODY) <= whole * 0.6);
    String word = "Serumcholesterinkonzentrationsmesswert";
    List<String> below = Wrap.fit(word, " = 232", Styles.BODY, measure.width(word, Styles.BODY) * 0.7, true, measure);
    assertEquals("= 232", below.get(1));
    assertTrue(below.get(0).endsWith("\u2026"));
  }

  @Test
  void alikeRowsStandTogetherAndLowScoresFirst() {
    double[][] rows = new double[12][];
    for (int i = 0; i < rows.length; i++) {
      double[] centre = switch (i % 3) {
        case 0 -> new double[] {5, 0, 0};
        case 1 -> new double[] {-5, 0, 0};
        default -> new double[] {0, 4, -4};
      };
      centre[i % 2] += i * 0.01;
      rows[i] = centre;
    }
    List<Integer> order = RowOrder.SIMILARITY.of(Sheet.of(Tables.of(0, rows)));
    assertEquals(IntStream.range(0, 12).boxed().toList(), order.stream().sorted().toList(), "each once");
    List<Integer> kinds = order.stream().map(i -> i % 3).toList();
    for (int from = 0; from < 12; from += 4) {
      assertEquals(1, kinds.subList(from, from + 4).stream().distinct().count(), kinds.toString());
    }
    assertEquals(1, kinds.getFirst(), "the lowest scores");
    assertEquals(List.of(0), RowOrder.SIMILARITY.of(Sheet.of(Tables.of(0, new double[] {1}))));
    Sheet few = Sheet.of(Tables.of(0, new double[] {3}, new double[] {1}, new double[] {2}));
    assertEquals(List.of(1, 2, 0), RowOrder.SCORE.of(few));
    assertEquals(List.of(0, 1, 2), RowOrder.TABLE.of(few));
  }

  @Test
  void aSampleOfRowsIsEvenAndSaid() {
    double[][] rows = new double[10][1];
    for (int i = 0; i < 10; i++) {
      rows[i][0] = i;
    }
    Sheet sheet = Sheet.of(Tables.of(0, rows), 5);
    assertEquals(List.of("5 of 10 rows, evenly spaced in the table, are drawn"), sheet.notes());
    assertEquals(6.0, sheet.value(3, 0));
    assertEquals("7", sheet.name(3));
    assertEquals(6, sheet.tableRow(3));
    assertEquals(60.0, sheet.input(3, 0));
    assertEquals(6.0, sheet.score(3));
    assertEquals(4.0, sheet.strengths()[0]);
    assertEquals("row 7\nf0 = 60\nattribution +6", sheet.tooltip(3, 0));
  }

  @Test
  void aSpanIsNeverEmpty() {
    for (double[] ends : new double[][] {{0, 0}, {5, 5}, {-1e280, 1e280}, {1e-300, 2e-300}, {1e18, 1e18}}) {
      double[] span = NumberAxis.span(ends[0], ends[1]);
      assertTrue(span[0] < span[1] && span[0] <= ends[0] && span[1] >= ends[1] && Double.isFinite(span[1] - span[0]));
    }
  }
}
