/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.Setting;
import org.loupe.api.settings.SettingField;
import org.loupe.api.settings.SettingsSchema;

/** Editing a list of records, and going back. */
class RecordListTest {
  record Band(
      @Setting(label = "Name", doc = "n", defaultValue = "") String name,
      @Setting(label = "From", doc = "f", defaultValue = "0") int from,
      @Setting(label = "To", doc = "t", defaultValue = "9") int to) {
    Band {
      if (from > to) {
        throw new IllegalArgumentException("from is above to");
      }
    }
  }

  record Bands(@Setting(label = "Bands", doc = "b", defaultValue = "") List<Band> bands) {
  }

  private final SettingField field = SettingsSchema.of(Bands.class).fields().get(0);

  private static List<String> names(RecordList list) {
    return list.lines().stream().map(l -> l.value(list.columns().get(0))).toList();
  }

  @Test
  void faultsOfOneValueAndOfSeveralTogetherAreTold() throws LoupeException {
    RecordList list = new RecordList(field, "name=a;from=x|name=b;from=10|name=c");
    assertEquals(new RecordList.Fault("from", "setting from must be a whole number, not \"x\""),
        list.lines().get(0).fault().orElseThrow());
    assertEquals(new RecordList.Fault("", "from is above to"), list.lines().get(1).fault().orElseThrow());
    assertTrue(list.lines().get(2).fault().isEmpty());
    assertTrue(list.check(list.lines().get(1), list.columns().get(2), "10").isEmpty());
    list.set(list.lines().get(0), list.columns().get(1), "3");
    assertTrue(list.lines().get(0).fault().isEmpty());
    list.undo();
    assertTrue(list.lines().get(0).fault().isPresent());
  }

  @Test
  void linesMoveTogetherAndStopAtTheEnds() throws LoupeException {
    RecordList list = new RecordList(field, "name=a|name=b|name=c|name=d");
    List<RecordList.Line> two = List.of(list.lines().get(1), list.lines().get(2));
    list.move(two, 1);
    assertEquals(List.of("a", "d", "b", "c"), names(list));
    assertEquals(List.of(3, 4), two.stream().map(RecordList.Line::number).toList());
    assertFalse(list.movable(two, 1));
    assertTrue(list.movable(two, -1));
    assertFalse(list.movable(List.of(), -1));
    list.move(two, -1);
    list.move(two, -1);
    assertEquals(List.of("b", "c", "a", "d"), names(list));
  }

  @Test
  void textStaysTheSameWhereNothingDiffers() throws LoupeException {
    String text = "to=9;name=a | name=b";
    RecordList list = new RecordList(field, text);
    list.add(1);
    assertEquals("name=a|\\-|name=b", list.text().replace(" ", ""));
    list.undo();
    assertSame(text, list.text());
    list.set(list.lines().get(0), list.columns().get(2), "9");
    assertFalse(list.undoable(), "the same value again is no change");
  }

  @Test
  void everyChangeIsTakenBack() throws LoupeException {
    Random random = new Random(5);
    RecordList list = new RecordList(field, "name=a|name=b|name=c");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      texts.add(list.text());
      int n = list.lines().size();
      RecordList.Line line = n == 0 ? null : list.lines().get(random.nextInt(n));
      switch (line == null ? 0 : random.nextInt(4)) {
        case 0 -> list.add(random.nextInt(n + 1));
        case 1 -> list.remove(List.of(line));
        case 2 -> list.set(line, list.columns().get(0), "n" + i);
        default -> list.set(line, list.columns().get(1), "x" + i);
      }
    }
    for (int i = texts.size() - 1; i >= 0; i--) {
      list.undo();
      assertEquals(texts.get(i), list.text());
    }
    assertFalse(list.undoable());
  }
}
