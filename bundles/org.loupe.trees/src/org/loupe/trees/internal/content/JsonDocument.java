/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.content;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON; numbers that are not finite may stand without quotes, as XGBoost writes them. */
public final class JsonDocument {
  private final JsonReader reader;

  private JsonDocument(JsonReader reader) {
    this.reader = reader;
  }

  /** @throws FormatException if it is no JSON, cut short, or nested too deep */
  public static Value read(byte[] content) throws IOException {
    try (var reader = new JsonReader(new InputStreamReader(new ByteArrayInputStream(content),
        StandardCharsets.UTF_8))) {
      reader.setStrictness(Strictness.LENIENT);
      reader.setNestingLimit(Limits.NESTING);
      return new Value(new JsonDocument(reader).value(), "");
    } catch (MalformedJsonException | NumberFormatException | IllegalStateException e) {
      boolean deep = String.valueOf(e.getMessage()).startsWith("Nesting limit");
      throw new FormatException((deep ? "its JSON is nested more than " + Limits.NESTING + " levels deep"
          : "it is no valid JSON") + place(e.getMessage()), e);
    } catch (java.io.EOFException e) {
      throw new FormatException("the file of " + content.length + " bytes ends within its JSON", e);
    }
  }

  /** Where the reader says that it was, as it is the only part of its message that is of use to a person. */
  private static String place(String message) {
    int at = message == null ? -1 : message.indexOf(" at line ");
    if (at < 0) {
      return "";
    }
    String place = message.substring(at).lines().findFirst().orElse("");
    return place.length() > 200 ? place.substring(0, 200) + "..." : place;
  }

  private Object value() throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case STRING, NAME -> reader.nextString();
      case NUMBER -> reader.nextDouble();
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> {
        reader.nextNull();
        yield null;
      }
      default -> throw new FormatException("the file ends within its JSON");
    };
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> out = new HashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      out.put(reader.nextName(), value());
    }
    reader.endObject();
    return out;
  }

  /** An array of numbers without an object for each, or a list. */
  private Object array() throws IOException {
    reader.beginArray();
    double[] numbers = new double[4];
    int count = 0;
    while (reader.hasNext() && reader.peek() == JsonToken.NUMBER) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = reader.nextDouble();
    }
    if (count > 0 && !reader.hasNext()) {
      reader.endArray();
      return Arrays.copyOf(numbers, count);
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(numbers[i]);
    }
    while (reader.hasNext()) {
      items.add(value());
    }
    reader.endArray();
    return items;
  }
}
