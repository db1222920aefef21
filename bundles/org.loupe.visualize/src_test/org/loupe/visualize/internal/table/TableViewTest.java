/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.scene.Anchor;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.scene.text.AverageTextMeasure;

class TableViewTest {
  private record Rules(List<String> columns, List<List<String>> rows, String text) implements CustomResult {
    @Override
    public String kind() {
      return "rules";
    }

    @Override
    public Map<String, Double> figures() {
      return Map.of("fidelity", 0.75);
    }
  }

  private static Scene scene(Rules rules, int width, int height) throws LoupeException {
    return new TableView().prepare(rules,
        new ViewRequest<>(SettingsSchema.of(TableOptions.class).defaults(), "Title", width, height));
  }

  private static List<TextItem> texts(Scene scene) {
    return scene.items().stream().filter(TextItem.class::isInstance).map(TextItem.class::cast).toList();
  }

  private static TextItem text(Scene scene, String text) {
    return texts(scene).stream().filter(t -> t.text().equals(text)).findFirst().orElseThrow();
  }

  @Test
  void showsTextHeadingsAndCells() throws LoupeException {
    Scene scene = scene(new Rules(List.of("rule", "share"), List.of(List.of("if a", "0.5"), List.of("else")), "Two."),
        500, 300);
    List<String> texts = texts(scene).stream().map(TextItem::text).toList();
    assertTrue(texts.containsAll(List.of("Title", "fidelity 0.75", "Two.", "rule", "share", "if a", "0.5", "else")),
        texts.toString());
    assertEquals(Anchor.END, text(scene, "0.5").anchor(), "numbers stand at the right");
  }

  @Test
  void aDashAmongWordsStandsLikeTheWords() throws LoupeException {
    Scene scene = scene(new Rules(List.of("effect"), List.of(List.of("raises"), List.of("\u2013")), ""), 500, 300);
    assertEquals(Anchor.START, text(scene, "\u2013").anchor());
    assertEquals(text(scene, "raises").x(), text(scene, "\u2013").x());
  }

  @Test
  void saysHowManyRowsAreLeftOutAndStaysInside() throws LoupeException {
    Rules rules = new Rules(List.of("a"), Collections.nCopies(40, List.of("x")), "");
    Scene scene = scene(rules, 400, 300);
    long shown = texts(scene).stream().filter(t -> t.text().equals("x")).count();
    assertTrue(shown > 3 && shown < 40, "rows shown: " + shown);
    assertTrue(texts(scene).stream().anyMatch(t -> t.text().equals("and " + (40 - shown) + " more rows")));
    assertTrue(texts(scene).stream().allMatch(t -> t.y() < scene.height()));
    assertFalse(texts(scene(rules, 400, 2000)).stream().anyMatch(t -> t.text().contains("more rows")));
  }

  @Test
  void aWideColumnLeavesRoomForNarrowOnes() throws LoupeException {
    Scene scene = scene(new Rules(List.of("rule", "n"), List.of(List.of("word ".repeat(80), "12345")), ""), 300, 200);
    TextItem number = text(scene, "12345");
    assertTrue(number.maxWidth() > 20 && number.x() <= 300, number.toString());
  }

  @Test
  void breaksTextBetweenWords() {
    AverageTextMeasure measure = new AverageTextMeasure();
    TextStyle style = TextStyle.plain(10);
    double width = measure.width("aaaa bbbb", style) + 0.1;
    assertEquals(List.of("aaaa bbbb", "cccc"), Paragraph.lines("aaaa bbbb\ncccc", width, style, measure));
    assertEquals(List.of("a", "toolongforaline", "b"),
        Paragraph.lines("a toolongforaline b", measure.width("toolo", style), style, measure));
    assertEquals(List.of(), Paragraph.lines("  ", 10, style, measure));
    assertEquals(12, Paragraph.lines("w ".repeat(50), 1, style, measure).size());
  }
}
