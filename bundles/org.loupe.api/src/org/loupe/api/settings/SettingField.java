/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;

/** One declared setting: its type, limits and texts, and the way from text to value and back. */
public final class SettingField {
  /** What kind of value a setting holds; decides the widget of a form. */
  public enum Type {
    INTEGER, NUMBER, BOOLEAN, TEXT, CHOICE, INTEGERS, NUMBERS, TEXTS,
    /** Records with settings of their own. */
    RECORDS
  }

  private final RecordComponent component;
  private final Setting setting;
  private final Type type;

  SettingField(RecordComponent component) {
    this.component = component;
    this.setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalArgumentException(component + " has no @Setting");
    }
    this.type = typeOf(component);
  }

  /** The settings of an element of RECORDS. @throws IllegalStateException for another type */
  public SettingsSchema<?> nested() {
    if (type != Type.RECORDS) {
      throw new IllegalStateException(key() + " is " + type);
    }
    return SettingsSchema.of(((Class<?>) element(component)).asSubclass(Record.class));
  }

  /** Key in hyphenated lower case, as {@code batch-size} for a component {@code batchSize}. */
  public String key() {
    return hyphenated(component.getName());
  }

  public Type type() {
    return type;
  }

  public String label() {
    return setting.label();
  }

  public String doc() {
    return setting.doc();
  }

  public String defaultText() {
    return setting.defaultValue();
  }

  public double min() {
    return setting.min();
  }

  public double max() {
    return setting.max();
  }

  public String unit() {
    return setting.unit();
  }

  /** The allowed texts of a CHOICE; empty for other types. */
  public List<String> choices() {
    return type != Type.CHOICE ? List.of() : Arrays.stream(component.getType().getEnumConstants())
        .map(c -> choiceText((Enum<?>) c)).toList();
  }

  /**
   * Reads a value.
   *
   * @throws LoupeException USAGE naming key, text and what is allowed
   */
  public Object parse(String text) throws LoupeException {
    String t = text.strip();
    return switch (type) {
      case INTEGER -> component.getType() == int.class ? (Object) integer(t) : (Object) longInteger(t);
      case NUMBER -> number(t);
      case BOOLEAN -> bool(t);
      case TEXT -> text;
      case CHOICE -> choice(t);
      case INTEGERS -> list(t, this::integer);
      case NUMBERS -> list(t, this::number);
      case TEXTS -> List.copyOf(SettingText.split(text, ','));
      case RECORDS -> SettingRecords.parse(key(), t, nested());
    };
  }

  /** The text that {@link #parse} reads back to an equal value. */
  public String format(Object value) {
    return switch (value) {
      case List<?> l when type == Type.TEXTS -> SettingText.join(l.stream().map(String::valueOf).toList(), ',');
      case List<?> l when type == Type.RECORDS -> SettingRecords.format(l, nested());
      case Enum<?> e -> choiceText(e);
      case List<?> l -> l.stream().map(String::valueOf).collect(Collectors.joining(","));
      default -> String.valueOf(value);
    };
  }

  /** Whether a text means the default; one that is not valid does not. */
  public boolean isDefault(String text) {
    try {
      return text.equals(defaultText()) || parse(text).equals(parse(defaultText()));
    } catch (LoupeException e) {
      return false;
    }
  }

  /**
   * The values of each element of RECORDS as texts by key, those that the text leaves out as their defaults. Keys are
   * those of {@link #nested}; the values need not be valid.
   *
   * @throws LoupeException USAGE if the text is not built of records, or names a setting that they do not have
   */
  public List<Map<String, String>> records(String text) throws LoupeException {
    return SettingRecords.values(key(), text.strip(), nested());
  }

  /** The text from which {@link #records} gives these back. */
  public String recordsText(List<Map<String, String>> records) {
    return SettingRecords.text(records, nested());
  }

  RecordComponent component() {
    return component;
  }

  private interface Parser<T> {
    T parse(String text) throws LoupeException;
  }

  private static <T> List<T> list(String text, Parser<T> element) throws LoupeException {
    List<T> out = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String part : text.split(",", -1)) {
        out.add(element.parse(part.strip()));
      }
    }
    return List.copyOf(out);
  }

  private Integer integer(String t) throws LoupeException {
    return (int) whole(t, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private Long longInteger(String t) throws LoupeException {
    return whole(t, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private long whole(String t, long least, long greatest) throws LoupeException {
    try {
      long v = Long.parseLong(t);
      if (v >= Math.max(least, setting.min()) && v <= Math.min(greatest, setting.max())) {
        return v;
      }
    } catch (NumberFormatException e) {
      // reported below like a number out of range
    }
    throw wrong(t, "a whole number" + range());
  }

  private Double number(String t) throws LoupeException {
    try {
      double v = Double.parseDouble(t);
      if (v >= setting.min() && v <= setting.max()) {
        return v;
      }
    } catch (NumberFormatException e) {
      // reported below like a number out of range
    }
    throw wrong(t, "a number" + range());
  }

  private Boolean bool(String t) throws LoupeException {
    return switch (t.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      case "false", "no", "off", "0" -> false;
      default -> throw wrong(t, "true or false");
    };
  }

  private Object choice(String t) throws LoupeException {
    for (Object c : component.getType().getEnumConstants()) {
      if (choiceText((Enum<?>) c).equalsIgnoreCase(t)) {
        return c;
      }
    }
    throw wrong(t, "one of " + String.join(", ", choices()));
  }

  private String range() {
    boolean low = setting.min() != Double.NEGATIVE_INFINITY;
    boolean high = setting.max() != Double.POSITIVE_INFINITY;
    if (!low && !high) {
      return "";
    }
    String from = limit(setting.min());
    String to = limit(setting.max());
    return low && high ? " from " + from + " to " + to : low ? " of at least " + from : " of at most " + to;
  }

  private static String limit(double v) {
    return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
  }

  private LoupeException wrong(String text, String wanted) {
    return LoupeException.usage("setting " + key() + " must be " + wanted + ", not \"" + text + "\"");
  }

  private static String choiceText(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String hyphenated(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static Type typeOf(RecordComponent c) {
    Class<?> t = c.getType();
    if (t == int.class || t == long.class) {
      return Type.INTEGER;
    }
    if (t == double.class) {
      return Type.NUMBER;
    }
    if (t == boolean.class) {
      return Type.BOOLEAN;
    }
    if (t == String.class) {
      return Type.TEXT;
    }
    if (t.isEnum()) {
      return Type.CHOICE;
    }
    java.lang.reflect.Type element = element(c);
    if (element == Integer.class) {
      return Type.INTEGERS;
    }
    if (element == Double.class) {
      return Type.NUMBERS;
    }
    if (element == String.class) {
      return Type.TEXTS;
    }
    if (element instanceof Class<?> r && r.isRecord()) {
      return Type.RECORDS;
    }
    throw new IllegalArgumentException(c + " has a type that settings cannot have");
  }

  /** What a list holds; null for what is no list. */
  private static java.lang.reflect.Type element(RecordComponent c) {
    return c.getType() == List.class && c.getGenericType() instanceof ParameterizedType p
        ? p.getActualTypeArguments()[0] : null;
  }
}
