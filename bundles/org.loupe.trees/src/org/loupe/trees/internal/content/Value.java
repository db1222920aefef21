/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a document, and where it stands in it. Objects are maps, arrays of numbers are {@code double[]}, other
 * arrays are lists.
 *
 * @param raw map, list, {@code double[]}, String, Double, Boolean, or null
 * @param path as {@code learner.objective.name}; empty for the document
 */
public record Value(Object raw, String path) {
  /** A member that must be there. */
  public Value get(String key) throws FormatException {
    return find(key).orElseThrow(() -> new FormatException(at() + "has no " + key));
  }

  /** A member, if it is there. @throws FormatException if this is no object */
  public Optional<Value> find(String key) throws FormatException {
    if (!(raw instanceof Map<?, ?> map)) {
      throw wrong("an object");
    }
    Object member = map.get(key);
    return member == null ? Optional.empty() : Optional.of(new Value(member, path.isEmpty() ? key : path + "." + key));
  }

  public boolean isObject() {
    return raw instanceof Map;
  }

  public boolean isArray() {
    return raw instanceof double[] || raw instanceof List;
  }

  public String text() throws FormatException {
    if (raw instanceof String text) {
      return text;
    }
    throw wrong("a text");
  }

  /** A number; texts of numbers count, as XGBoost writes parameters as texts and what is not finite without quotes. */
  public double number() throws FormatException {
    if (raw instanceof Double number) {
      return number;
    }
    if (raw instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (raw instanceof String text) {
      return Texts.number(path.isEmpty() ? "the document" : path, text);
    }
    throw wrong("a number");
  }

  /** A whole number. */
  public long integer() throws FormatException {
    return whole(number());
  }

  public double[] numbers() throws FormatException {
    if (raw instanceof double[] numbers) {
      return numbers;
    }
    List<Value> items = items();
    double[] out = new double[items.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = items.get(i).number();
    }
    return out;
  }

  /** Numbers of which there must be {@code length}. */
  public double[] numbers(int length) throws FormatException {
    double[] out = numbers();
    if (out.length != length) {
      throw new FormatException(at() + "has " + out.length + " entries, not " + length);
    }
    return out;
  }

  /** Whole numbers that an {@code int} holds. */
  public int[] integers() throws FormatException {
    double[] numbers = numbers();
    int[] out = new int[numbers.length];
    for (int i = 0; i < out.length; i++) {
      long whole = whole(numbers[i]);
      if (whole != (int) whole) {
        throw new FormatException(at() + "holds " + whole + ", which is too large");
      }
      out[i] = (int) whole;
    }
    return out;
  }

  /** Whole numbers of which there must be {@code length}. */
  public int[] integers(int length) throws FormatException {
    numbers(length);
    return integers();
  }

  public List<Value> items() throws FormatException {
    List<Value> out = new ArrayList<>();
    if (raw instanceof double[] numbers) {
      for (double number : numbers) {
        out.add(new Value(number, path + "[" + out.size() + "]"));
      }
    } else if (raw instanceof List<?> list) {
      for (Object item : list) {
        out.add(new Value(item, path + "[" + out.size() + "]"));
      }
    } else {
      throw wrong("an array");
    }
    return out;
  }

  /** How a message about this value begins. */
  public String at() {
    return path.isEmpty() ? "the document " : path + " ";
  }

  private long whole(double number) throws FormatException {
    if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
      throw new FormatException(at() + "holds " + number + ", not a whole number");
    }
    return (long) number;
  }

  private FormatException wrong(String wanted) {
    String is = switch (raw) {
      case null -> "nothing";
      case Map<?, ?> m -> "an object";
      case List<?> l -> "an array";
      case double[] d -> "an array of numbers";
      case String s -> "the text \"" + Texts.shortened(s) + "\"";
      default -> raw.toString();
    };
    return new FormatException(at() + "is " + is + ", not " + wanted);
  }
}
