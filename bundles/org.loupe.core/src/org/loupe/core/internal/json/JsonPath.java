/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.api.LoupeException;

/**
 * A value of a JSON document and where it lies, so that every complaint names the place, as in {@code
 * inputs.input_1.crop: must be a number}. Complaints are LoupeExceptions of the kind BAD_INPUT.
 */
public final class JsonPath {
  private final JsonElement value;
  private final String path;

  private JsonPath(JsonElement value, String path) {
    this.value = value;
    this.path = path;
  }

  public static JsonPath root(JsonObject root) {
    return new JsonPath(root, "");
  }

  public String path() {
    return path;
  }

  /** A complaint about this value. */
  public LoupeException wrong(String what) {
    return LoupeException.badInput((path.isEmpty() ? "" : path + ": ") + what);
  }

  /** @throws LoupeException if this is no object or has another key */
  public JsonPath only(Set<String> keys) throws LoupeException {
    for (String key : object().keySet()) {
      if (!keys.contains(key)) {
        throw wrong("unknown key \"" + key + "\"; there are " + keys.stream().sorted().toList());
      }
    }
    return this;
  }

  public boolean has(String key) throws LoupeException {
    return object().has(key);
  }

  /** @throws LoupeException if this is no object or lacks the key */
  public JsonPath get(String key) throws LoupeException {
    JsonElement there = object().get(key);
    if (there == null) {
      throw wrong("\"" + key + "\" is missing");
    }
    return new JsonPath(there, path.isEmpty() ? key : path + "." + key);
  }

  /** The members of an object in order. */
  public Map<String, JsonPath> members() throws LoupeException {
    Map<String, JsonPath> out = new LinkedHashMap<>();
    for (String key : object().keySet()) {
      out.put(key, get(key));
    }
    return out;
  }

  /** The elements of an array. */
  public List<JsonPath> elements() throws LoupeException {
    if (!(value instanceof JsonArray array)) {
      throw wrong("must be a list");
    }
    List<JsonPath> out = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      out.add(new JsonPath(array.get(i), path + "[" + i + "]"));
    }
    return out;
  }

  public boolean isArray() {
    return value.isJsonArray();
  }

  public boolean isObject() {
    return value.isJsonObject();
  }

  public boolean isText() {
    return value instanceof JsonPrimitive p && p.isString();
  }

  public String text() throws LoupeException {
    if (!isText()) {
      throw wrong("must be a text");
    }
    return value.getAsString();
  }

  /** A text, number or boolean, as a person would type it. */
  public String scalar() throws LoupeException {
    if (!value.isJsonPrimitive()) {
      throw wrong("must be a text, a number, true or false");
    }
    return value.getAsString();
  }

  /** A finite number. */
  public double number() throws LoupeException {
    double v = value instanceof JsonPrimitive p && p.isNumber() ? p.getAsDouble() : Double.NaN;
    if (!Double.isFinite(v)) {
      throw wrong("must be a number");
    }
    return v;
  }

  /** A number that may also be one of the texts NaN, Infinity and -Infinity. */
  public double anyNumber() throws LoupeException {
    return isText() ? switch (text()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw wrong("must be a number");
    } : number();
  }

  /** A whole number. */
  public long whole() throws LoupeException {
    try {
      if (value instanceof JsonPrimitive p && p.isNumber()) {
        return Long.parseLong(p.getAsString());
      }
    } catch (NumberFormatException e) {
      // reported below like what is no number at all
    }
    throw wrong("must be a whole number");
  }

  /** A whole number in a range. */
  public int whole(int least, int greatest) throws LoupeException {
    long v = whole();
    if (v < least || v > greatest) {
      throw wrong("must be a whole number from " + least + " to " + greatest);
    }
    return (int) v;
  }

  private JsonObject object() throws LoupeException {
    if (!(value instanceof JsonObject object)) {
      throw wrong("must be an object in braces");
    }
    return object;
  }
}
