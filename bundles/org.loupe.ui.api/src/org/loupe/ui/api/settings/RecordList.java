/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingField;
import org.loupe.api.settings.SettingsSchema;

/** A list of records while it is edited: values as texts, valid or not, and the way back. */
final class RecordList {
  private static final int MOST_STEPS = 200;

  private final SettingField field;
  private final SettingsSchema<?> schema;
  private final String begun;
  private final Deque<List<State>> past = new ArrayDeque<>();
  private List<Line> lines = new ArrayList<>();

  /** A record, which stays the same one however its values change. */
  static final class Line {
    private Map<String, String> values;
    private Optional<Fault> fault;
    private int number;

    String value(SettingField column) {
      return values.get(column.key());
    }

    /** From 1. */
    int number() {
      return number;
    }

    Optional<Fault> fault() {
      return fault;
    }
  }

  /**
   * What is wrong with a record.
   *
   * @param key the setting that is wrong; empty if it is how several go together
   */
  record Fault(String key, String text) {
  }

  private record State(Line line, Map<String, String> values) {
  }

  /** @throws LoupeException USAGE if the text is not built of records */
  RecordList(SettingField field, String text) throws LoupeException {
    this.field = field;
    schema = field.nested();
    begun = text;
    field.records(text).forEach(values -> lines.add(line(values)));
    count();
  }

  private Line line(Map<String, String> values) {
    Line line = new Line();
    put(line, values);
    return line;
  }

  private void put(Line line, Map<String, String> values) {
    line.values = values;
    line.fault = check(values);
  }

  private void count() {
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).number = i + 1;
    }
  }

  List<SettingField> columns() {
    return schema.fields();
  }

  List<Line> lines() {
    return Collections.unmodifiableList(lines);
  }

  /** The same text as at the beginning if nothing differs. */
  String text() {
    String text = field.recordsText(lines.stream().map(l -> l.values).toList());
    try {
      return text.equals(field.recordsText(field.records(begun))) ? begun : text;
    } catch (LoupeException e) {
      return text;
    }
  }

  /** Changes one value; the same value again is no change. */
  void set(Line line, SettingField column, String value) {
    if (!line.value(column).equals(value)) {
      remember();
      put(line, with(line, column, value));
    }
  }

  private static Map<String, String> with(Line line, SettingField column, String value) {
    Map<String, String> next = new LinkedHashMap<>(line.values);
    next.put(column.key(), value);
    return Collections.unmodifiableMap(next);
  }

  /** What would be wrong if a value were this one. */
  Optional<Fault> check(Line line, SettingField column, String value) {
    return check(with(line, column, value));
  }

  /** Adds a record of defaults. @param at its place, from 0 */
  Line add(int at) {
    remember();
    Map<String, String> values = new LinkedHashMap<>();
    columns().forEach(c -> values.put(c.key(), c.defaultText()));
    Line line = line(Collections.unmodifiableMap(values));
    lines.add(at, line);
    count();
    return line;
  }

  void remove(List<Line> gone) {
    remember();
    lines.removeAll(gone);
    count();
  }

  /** Whether these can go one place up or down together. */
  boolean movable(List<Line> moved, int by) {
    return !moved.isEmpty() && moved.stream().mapToInt(l -> l.number - 1 + by)
        .allMatch(at -> at >= 0 && at < lines.size());
  }

  /** Moves lines one place. @param by -1 for up, 1 for down */
  void move(List<Line> moved, int by) {
    remember();
    int first = by < 0 ? 0 : lines.size() - 1;
    for (int at = first; at >= 0 && at < lines.size(); at -= by) {
      if (moved.contains(lines.get(at))) {
        Collections.swap(lines, at, at + by);
      }
    }
    count();
  }

  private void remember() {
    past.push(lines.stream().map(l -> new State(l, l.values)).toList());
    if (past.size() > MOST_STEPS) {
      past.removeLast();
    }
  }

  boolean undoable() {
    return !past.isEmpty();
  }

  /** Takes the last change back. */
  void undo() {
    lines = new ArrayList<>();
    for (State state : past.pop()) {
      if (state.line().values != state.values()) {
        put(state.line(), state.values());
      }
      lines.add(state.line());
    }
    count();
  }

  private Optional<Fault> check(Map<String, String> values) {
    for (SettingField column : columns()) {
      try {
        column.parse(values.get(column.key()));
      } catch (LoupeException e) {
        return Optional.of(new Fault(column.key(), e.getMessage()));
      }
    }
    try {
      schema.read(values);
      return Optional.empty();
    } catch (LoupeException e) {
      return Optional.of(new Fault("", e.getMessage()));
    }
  }
}
