/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads what ONNX Runtime's profiler writes: a list of events in the Trace Event Format of Chrome, one for each
 * execution of a node, and after them one for the run.
 */
final class TraceReader {
  private static final long LONGEST = 2L << 30;
  private static final int MOST_EVENTS = 2_000_000;
  private static final String KERNEL_TIME = "_kernel_time";

  private final JsonReader json;
  private final List<TraceRun> runs = new ArrayList<>();
  private List<TraceEvent> events = new ArrayList<>();
  private int count;

  private TraceReader(JsonReader json) {
    this.json = json;
  }

  /** @throws IOException one line, if the file is not such a trace or too long */
  static List<TraceRun> read(Path file) throws IOException {
    if (Files.size(file) > LONGEST) {
      throw new IOException("the profiler wrote " + Files.size(file) + " bytes, more than is read: ask for fewer runs");
    }
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8); JsonReader json = new JsonReader(text)) {
      json.setStrictness(Strictness.STRICT);
      TraceReader reader = new TraceReader(json);
      reader.list();
      return reader.runs;
    } catch (IllegalStateException | NumberFormatException | MalformedJsonException e) {
      throw new IOException("the profiler's trace cannot be understood: "
          + String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private void list() throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      if (++count > MOST_EVENTS) {
        throw new IOException("the profiler wrote more than " + MOST_EVENTS + " events: ask for fewer runs");
      }
      event();
    }
    json.endArray();
  }

  private void event() throws IOException {
    Map<String, String> fields = new HashMap<>();
    Map<String, String> args = new HashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String field = json.nextName();
      if (field.equals("args")) {
        scalars(args);
      } else {
        fields.put(field, scalar());
      }
    }
    json.endObject();
    String name = fields.getOrDefault("name", "");
    if ("Node".equals(fields.get("cat")) && name.endsWith(KERNEL_TIME)) {
      events.add(new TraceEvent(name.substring(0, name.length() - KERNEL_TIME.length()),
          args.getOrDefault("op_name", ""), args.getOrDefault("provider", ""), number(fields, "ts"),
          number(fields, "dur"), bytes(args, "output_size"), bytes(args, "parameter_size")));
    } else if ("Session".equals(fields.get("cat")) && name.equals("model_run")) {
      runs.add(TraceRun.of(number(fields, "dur"), events));
      events = new ArrayList<>();
    }
  }

  private void scalars(Map<String, String> into) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String field = json.nextName();
      String value = scalar();
      if (value != null) {
        into.put(field, value);
      }
    }
    json.endObject();
  }

  /** The text of a number or string; null for anything else, which is left out. */
  private String scalar() throws IOException {
    if (json.peek() == JsonToken.STRING || json.peek() == JsonToken.NUMBER) {
      return json.nextString();
    }
    json.skipValue();
    return null;
  }

  private static long number(Map<String, String> fields, String name) {
    long value = Long.parseLong(String.valueOf(fields.get(name)));
    if (value < 0) {
      throw new NumberFormatException(name + " is " + value);
    }
    return value;
  }

  private static OptionalLong bytes(Map<String, String> args, String name) {
    return args.containsKey(name) ? OptionalLong.of(number(args, name)) : OptionalLong.empty();
  }
}
