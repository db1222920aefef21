/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.content;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads UBJSON (ubjson.org, draft 12): objects and arrays with and without counts, and arrays of one type of number.
 * No count is believed before as many bytes are seen to follow.
 */
public final class UbjsonDocument {
  private static final String VALUE = "a value";
  private final ByteCursor cursor;

  private UbjsonDocument(byte[] content) {
    cursor = new ByteCursor(content, ByteOrder.BIG_ENDIAN);
  }

  /** @throws FormatException if it is no UBJSON, cut short, or nested too deep */
  public static Value read(byte[] content) throws FormatException {
    var document = new UbjsonDocument(content);
    return new Value(document.value(document.marker(), 0), "");
  }

  private char marker() throws FormatException {
    char marker;
    do {
      marker = (char) (cursor.int8(VALUE) & 0xff);
    } while (marker == 'N');
    return marker;
  }

  private Object value(char marker, int depth) throws FormatException {
    if (depth > Limits.NESTING) {
      throw new FormatException("values are nested more than " + Limits.NESTING + " levels deep at byte "
          + cursor.position());
    }
    return switch (marker) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case 'Z' -> null;
      case 'T' -> Boolean.TRUE;
      case 'F' -> Boolean.FALSE;
      case 'S', 'H' -> text();
      case 'C' -> String.valueOf((char) (cursor.int8(VALUE) & 0xff));
      default -> number(marker);
    };
  }

  private double number(char marker) throws FormatException {
    return switch (marker) {
      case 'i' -> cursor.int8(VALUE);
      case 'U' -> cursor.int8(VALUE) & 0xff;
      case 'I' -> cursor.int16(VALUE);
      case 'l' -> cursor.int32(VALUE);
      case 'L' -> cursor.int64(VALUE);
      case 'd' -> cursor.float32(VALUE);
      case 'D' -> cursor.float64(VALUE);
      default -> throw new FormatException("byte " + (cursor.position() - 1) + " is "
          + (marker > ' ' && marker < 127 ? "'" + marker + "'" : Integer.toString(marker))
          + ", which begins no value of UBJSON");
    };
  }

  private static int size(char type) throws FormatException {
    return switch (type) {
      case 'i', 'U' -> 1;
      case 'I' -> 2;
      case 'l', 'd' -> 4;
      case 'L', 'D' -> 8;
      default -> throw new FormatException("an array of type '" + Texts.shortened(String.valueOf(type))
          + "' holds no numbers");
    };
  }

  private int length(String what, int size) throws FormatException {
    char marker = marker();
    if ("iUIlL".indexOf(marker) < 0) {
      throw new FormatException("byte " + (cursor.position() - 1) + " begins no length of " + what);
    }
    long claimed = marker == 'L' ? cursor.int64(what) : (long) number(marker);
    return cursor.count(what, claimed, size);
  }

  private String text() throws FormatException {
    return cursor.text("a text", length("a text", 1));
  }

  private Map<String, Object> object(int depth) throws FormatException {
    Map<String, Object> out = new HashMap<>();
    boolean counted = cursor.peek() == '#';
    int left = 0;
    if (counted) {
      marker();
      left = length("an object", 3);
    } else if (cursor.peek() == '$') {
      throw new FormatException("the object at byte " + cursor.position() + " is of one type, which is not read");
    }
    while (counted ? left-- > 0 : cursor.peek() != '}') {
      String key = text();
      out.put(key, value(marker(), depth + 1));
    }
    if (!counted) {
      marker();
    }
    return out;
  }

  private Object array(int depth) throws FormatException {
    if (cursor.peek() == '$') {
      marker();
      return typed(marker());
    }
    boolean counted = cursor.peek() == '#';
    int left = 0;
    if (counted) {
      marker();
      left = length("an array", 1);
    }
    List<Object> items = new ArrayList<>();
    boolean numbers = true;
    while (counted ? left-- > 0 : cursor.peek() != ']') {
      Object item = value(marker(), depth + 1);
      numbers &= item instanceof Double;
      items.add(item);
    }
    if (!counted) {
      marker();
    }
    return numbers && !items.isEmpty() ? items.stream().mapToDouble(Double.class::cast).toArray() : items;
  }

  private double[] typed(char type) throws FormatException {
    if (marker() != '#') {
      throw new FormatException("the array of one type at byte " + cursor.position() + " has no count");
    }
    double[] out = new double[length("an array", size(type))];
    for (int i = 0; i < out.length; i++) {
      out[i] = number(type);
    }
    return out;
  }
}
