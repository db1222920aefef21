/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonOutTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void everyKindOfValueIsReadBack() {
    JsonOut.document(out, Map.of("text", "a\"\u001b\u732b", "list", Arrays.asList(1, 2L, null, true),
        "floats", List.of(0.1f, 0.25), "longs", new long[] {1, -2}, "none", Optional.empty(),
        "inner", Map.of("k", "v"), "path", Path.of("a", "b")));
    JsonObject read = parse();
    assertEquals("a\"\u001b\u732b", read.get("text").getAsString());
    assertEquals("[1,2,null,true]", read.get("list").toString());
    assertEquals("[0.1,0.25]", read.get("floats").toString());
    assertEquals("[1,-2]", read.get("longs").toString());
    assertEquals("null", read.get("none").toString());
    assertEquals(Path.of("a", "b").toString(), read.get("path").getAsString());
    assertEquals("v", read.getAsJsonObject("inner").get("k").getAsString());
  }

  @Test
  void noTerminalSequenceIsWrittenRaw() {
    JsonOut.document(out, Map.of("name", "\u001b[2J"));
    assertEquals(-1, bytes.toString(StandardCharsets.UTF_8).indexOf('\u001b'));
  }

  @Test
  void numbersThatAreNotFiniteAreTexts() {
    JsonOut.document(out, Map.of("v", new double[] {Double.NaN, Double.POSITIVE_INFINITY, 3, 0.5},
        "f", List.of(Float.NEGATIVE_INFINITY)));
    assertEquals("[\"NaN\",\"Infinity\",3,0.5]", parse().get("v").toString());
    assertEquals("[\"-Infinity\"]", parse().get("f").toString());
  }

  @Test
  void aListGrowsItemByItem() {
    try (JsonOut list = JsonOut.list(out, Map.of("model", "m"), "results")) {
      list.item(Map.of("n", 1));
      list.item(Map.of("n", 2));
    }
    JsonArray results = parse().getAsJsonArray("results");
    assertEquals(2, results.size());
    assertEquals(2, results.get(1).getAsJsonObject().get("n").getAsInt());
    assertEquals("m", parse().get("model").getAsString());
  }

  private JsonObject parse() {
    return JsonParser.parseString(bytes.toString(StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
