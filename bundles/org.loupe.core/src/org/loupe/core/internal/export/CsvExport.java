/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.result.StoredTable;
import org.loupe.core.result.RunRecord;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A result as a table after RFC 4180, UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front.
 */
public final class CsvExport {
  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final String FORMULA = "=+-@\t\r";

  private CsvExport() {
  }

  /** @throws LoupeException if a contributed result cannot say what it is */
  public static AtomicFiles.Content of(RunRecord record) throws LoupeException {
    return switch (record.result()) {
      case SaliencyMap m -> writing(out -> map(m, out));
      case FeatureAttribution f -> writing(out -> features(f, out));
      case CustomResult c -> {
        StoredTable table = StoredTable.of(c, record.provenance().bundle());
        yield writing(out -> {
          row(out, table.columns());
          for (List<String> cells : table.rows()) {
            row(out, cells);
          }
        });
      }
    };
  }

  private interface Body {
    void write(Writer out) throws IOException;
  }

  private static AtomicFiles.Content writing(Body body) {
    return stream -> {
      Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
      body.write(out);
      out.flush();
    };
  }

  private static void map(SaliencyMap map, Writer out) throws IOException {
    Shape shape = map.values().shape();
    List<String> columns = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      columns.add(axisName(axis, map.axes()));
    }
    columns.add("value");
    row(out, columns);
    long[] index = new long[shape.rank()];
    for (long i = 0; i < shape.size(); i++) {
      StringBuilder line = new StringBuilder();
      for (long at : index) {
        line.append(at).append(',');
      }
      out.write(line.append(number(map.values(), i)).append("\r\n").toString());
      for (int axis = index.length - 1; axis >= 0 && ++index[axis] == shape.dim(axis); axis--) {
        index[axis] = 0;
      }
    }
  }

  private static String axisName(int axis, SpatialAxes axes) {
    return axis == axes.height() ? "row" : axis == axes.width() ? "column" : axis == axes.channel() ? "channel"
        : axis == 0 ? "item" : "axis" + axis;
  }

  private static void features(FeatureAttribution f, Writer out) throws IOException {
    boolean inputs = !f.inputs().isEmpty();
    row(out, inputs ? List.of("feature", "input", "value") : List.of("feature", "value"));
    for (int i = 0; i < f.features().size(); i++) {
      String value = number(f.values(), i);
      row(out, inputs ? List.of(f.features().get(i), Double.toString(f.inputs().get(i)), value)
          : List.of(f.features().get(i), value));
    }
  }

  private static String number(Tensor values, long i) {
    double v = values.get(i);
    return values.type() == ElementType.FLOAT32 ? Float.toString((float) v) : Double.toString(v);
  }

  private static void row(Writer out, List<String> cells) throws IOException {
    out.write(cells.stream().map(CsvExport::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches()
        && !text.equals("-Infinity");
    String safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
