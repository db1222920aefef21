/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/**
 * A command line that has ended.
 *
 * @param line what was typed
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Finished(String line, int code, String out, String err) {
  /** Checks the code, and that every message is for people. */
  public Finished expect(int expected) {
    assertEquals(expected, code, line + "\n" + err);
    assertFalse(err.contains("\tat ") || err.contains("\u001b"), err);
    return this;
  }

  /** Checks that it failed with this code, one line of message and nothing else. @param part what the line must hold */
  public void expectError(int expected, String part) {
    expect(expected);
    assertEquals(1, err.lines().count(), line + "\n" + err);
    assertTrue(err.contains(part), line + "\n" + err);
    assertEquals("", out, line);
  }

  /** The one JSON document on standard output. */
  public JsonObject json() {
    JsonReader reader = new JsonReader(new StringReader(out));
    reader.setStrictness(Strictness.STRICT);
    JsonObject document = JsonParser.parseReader(reader).getAsJsonObject();
    try {
      assertEquals(JsonToken.END_DOCUMENT, reader.peek(), "there is more than one document: " + out);
    } catch (IOException e) {
      throw new AssertionError(out, e);
    }
    return document;
  }
}
