/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON as RFC 8259 has it: UTF-8, no comments, no repeated keys, nothing after the end, bounded size and depth.
 */
public final class StrictJson {
  private static final int DEEPEST = 32;

  private StrictJson() {
  }

  /**
   * Reads one object.
   *
   * @param maxBytes the most bytes to take
   * @throws IOException one line with the place of what is wrong
   */
  public static JsonObject object(InputStream in, int maxBytes) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes);
    if (in.read() >= 0) {
      throw new IOException("it has more than " + maxBytes + " bytes");
    }
    try (Reader text = new StringReader(decode(bytes)); JsonReader reader = new JsonReader(text)) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEEPEST);
      JsonElement root = read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new IOException("something follows the end of the JSON object");
      }
      if (!root.isJsonObject()) {
        throw new IOException("it is no JSON object");
      }
      return root.getAsJsonObject();
    } catch (MalformedJsonException e) {
      String message = e.getMessage().replaceAll("\\s*See https?://\\S*", "").replace('\n', ' ');
      throw new IOException("it is no JSON: " + message, e);
    } catch (EOFException e) {
      throw new IOException("the JSON ends too early", e);
    }
  }

  private static String decode(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("it is not UTF-8", e);
    }
  }

  private static JsonElement read(JsonReader in) throws IOException {
    return switch (in.peek()) {
      case BEGIN_OBJECT -> {
        JsonObject out = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
          String key = in.nextName();
          if (out.has(key)) {
            throw new IOException("the key \"" + key + "\" is there twice");
          }
          out.add(key, read(in));
        }
        in.endObject();
        yield out;
      }
      case BEGIN_ARRAY -> {
        JsonArray out = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
          out.add(read(in));
        }
        in.endArray();
        yield out;
      }
      case STRING -> new JsonPrimitive(in.nextString());
      case NUMBER -> new JsonPrimitive(number(in.nextString()));
      case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
      case NULL -> {
        in.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw new IOException("unexpected " + in.peek());
    };
  }

  private static Number number(String text) throws IOException {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      double value = Double.parseDouble(text);
      if (Double.isInfinite(value)) {
        throw new IOException("number " + text + " is out of range");
      }
      return value;
    }
  }
}
