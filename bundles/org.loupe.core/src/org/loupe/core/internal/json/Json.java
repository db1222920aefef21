/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.json;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.ToNumberPolicy;
import java.util.Collection;
import java.util.Map;

/** Builds and prints JSON: two spaces, keys in the order they were added. */
public final class Json {
  private static final Gson PRETTY = new GsonBuilder().setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"))
      .disableHtmlEscaping().serializeNulls().setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL).create();

  private Json() {
  }

  /** The text of a document, with a line break at its end. */
  public static String pretty(JsonElement element) {
    return PRETTY.toJson(element) + "\n";
  }

  /** A number; NaN and the infinities, which JSON lacks, as texts. */
  public static JsonPrimitive number(double v) {
    return Double.isFinite(v) ? new JsonPrimitive(v) : new JsonPrimitive(Double.toString(v));
  }

  public static JsonObject texts(Map<String, String> map) {
    JsonObject out = new JsonObject();
    map.forEach(out::addProperty);
    return out;
  }

  public static JsonArray texts(Collection<String> list) {
    JsonArray out = new JsonArray(list.size());
    list.forEach(out::add);
    return out;
  }

  public static JsonObject numbers(Map<String, Double> map) {
    JsonObject out = new JsonObject();
    map.forEach((k, v) -> out.add(k, number(v)));
    return out;
  }

  public static JsonArray numbers(Collection<Double> list) {
    JsonArray out = new JsonArray(list.size());
    list.forEach(v -> out.add(number(v)));
    return out;
  }
}
