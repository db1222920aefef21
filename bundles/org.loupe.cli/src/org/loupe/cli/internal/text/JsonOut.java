/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.text;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON document on a stream, written as it comes. Values are maps, iterables, arrays of numbers, texts, paths,
 * numbers, booleans, null and {@link Optional}s of them. JSON has no word for a number that is not finite: it is
 * written as the text {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}, as Protocol Buffers do.
 */
public final class JsonOut implements AutoCloseable {
  private final PrintStream stream;
  private final JsonWriter json;

  private JsonOut(PrintStream stream) {
    this.stream = stream;
    this.json = new JsonWriter(new Unclosed(stream));
    json.setIndent("  ");
    json.setHtmlSafe(false);
    json.setSerializeNulls(true);
  }

  /** Writes a whole document. */
  public static void document(PrintStream stream, Map<String, ?> content) {
    JsonOut out = new JsonOut(stream);
    out.act(() -> out.value(content));
    out.end();
  }

  /** Begins a document of some facts and a list that follows item by item; {@link #close} ends both. */
  public static JsonOut list(PrintStream stream, Map<String, ?> facts, String name) {
    JsonOut out = new JsonOut(stream);
    out.act(() -> {
      out.json.beginObject();
      out.members(facts);
      out.json.name(name).beginArray();
    });
    return out;
  }

  public void item(Map<String, ?> content) {
    act(() -> value(content));
    act(json::flush);
  }

  @Override
  public void close() {
    act(() -> json.endArray().endObject());
    end();
  }

  private void end() {
    act(json::flush);
    stream.println();
  }

  private void members(Map<?, ?> map) throws IOException {
    for (Map.Entry<?, ?> e : map.entrySet()) {
      json.name(String.valueOf(e.getKey()));
      value(e.getValue());
    }
  }

  private void value(Object value) throws IOException {
    switch (value) {
      case null -> json.nullValue();
      case Optional<?> o -> value(o.orElse(null));
      case Path path -> json.value(path.toString()); // a path is an Iterable of paths, itself among them
      case Map<?, ?> m -> {
        json.beginObject();
        members(m);
        json.endObject();
      }
      case Iterable<?> list -> {
        json.beginArray();
        for (Object o : list) {
          value(o);
        }
        json.endArray();
      }
      case double[] numbers -> {
        json.beginArray();
        for (double d : numbers) {
          number(d);
        }
        json.endArray();
      }
      case long[] numbers -> {
        json.beginArray();
        for (long n : numbers) {
          json.value(n);
        }
        json.endArray();
      }
      case Double d -> number(d);
      case Float f -> {
        if (Float.isFinite(f)) {
          json.value(f);
        } else {
          json.value(f.toString());
        }
      }
      case Number n -> json.value(n.longValue());
      case Boolean b -> json.value(b);
      default -> json.value(value.toString());
    }
  }

  private void number(double d) throws IOException {
    if (!Double.isFinite(d)) {
      json.value(Double.toString(d));
    } else if (d == Math.rint(d) && Math.abs(d) < 1e15) {
      json.value((long) d);
    } else {
      json.value(d);
    }
  }

  private void act(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Action {
    void run() throws IOException;
  }

  /** A view of the stream that flushes but does not close it. */
  private static final class Unclosed extends Writer {
    private final PrintStream stream;

    Unclosed(PrintStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(char[] text, int offset, int length) {
      stream.print(String.valueOf(text, offset, length));
    }

    @Override
    public void flush() {
      stream.flush();
    }

    @Override
    public void close() {
      stream.flush();
    }
  }
}
