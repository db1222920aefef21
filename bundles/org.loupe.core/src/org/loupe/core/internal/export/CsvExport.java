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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.result.Table;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.result.StoredTable;
import org.loupe.core.result.RunRecord;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A result as a table after RFC 4180, UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front. Feature maps are the table of their channels, or their elements if there is none; a generated input is its
 * score at each measured step; attributions of rows are what {@link AttributionCsv} says; curves are rows of series,
 * place and value; the parts of a composite follow one another, each after a row with its name, with an empty line
 * between.
 */
public final class CsvExport {
  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final String FORMULA = "=+-@\t\r";

  private CsvExport() {
  }

  /** @throws LoupeException if a contributed result cannot say what it is */
  public static AtomicFiles.Content of(RunRecord record) throws LoupeException {
    Body body = body(record.result(), record.provenance().bundle());
    return stream -> {
      Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
      body.write(out);
      out.flush();
    };
  }

  private interface Body {
    void write(Writer out) throws IOException;
  }

  private static Body body(Result result, String bundle) throws LoupeException {
    return switch (result) {
      case SaliencyMap m -> out -> elements(m.values(), axis -> axisName(axis, m.axes()), out);
      case FeatureAttribution f -> out -> features(f, out);
      case AttributionTable t -> out -> AttributionCsv.write(t, out);
      case FeatureMaps m when m.channels().rows() == 0 ->
          out -> elements(m.values(), axis -> axisName(axis, m.layout()), out);
      case FeatureMaps m -> out -> table(m.channels(), out);
      case GeneratedInput g -> out -> scores(g, out);
      case Table t -> out -> table(t, out);
      case Curves c -> out -> curves(c, out);
      case Composite c -> parts(c, bundle);
      case CustomResult c -> {
        StoredTable table = StoredTable.of(c, bundle);
        yield out -> {
          row(out, table.columns());
          for (List<String> cells : table.rows()) {
            row(out, cells);
          }
        };
      }
    };
  }

  private static Body parts(Composite composite, String bundle) throws LoupeException {
    Map<String, Body> bodies = new LinkedHashMap<>();
    for (Map.Entry<String, Result> part : composite.parts().entrySet()) {
      bodies.put(part.getKey(), body(part.getValue(), bundle));
    }
    return out -> {
      String between = "";
      for (Map.Entry<String, Body> part : bodies.entrySet()) {
        out.write(between);
        row(out, List.of(part.getKey()));
        part.getValue().write(out);
        between = "\r\n";
      }
    };
  }

  private static void table(Table table, Writer out) throws IOException {
    row(out, headings(table));
    for (int i = 0; i < table.rows(); i++) {
      row(out, cells(table, i));
    }
  }

  /** Names of columns, with their units. */
  static List<String> headings(Table table) {
    return table.columns().stream().map(CsvExport::heading).toList();
  }

  /** The first rows as texts. */
  static List<List<String>> rows(Table table, int most) {
    return IntStream.range(0, Math.min(most, table.rows())).mapToObj(i -> cells(table, i)).toList();
  }

  private static List<String> cells(Table table, int row) {
    List<String> cells = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      cells.add(switch (column) {
        case Table.Texts t -> t.values().get(row);
        case Table.Numbers n -> number(n.value(row));
      });
    }
    return cells;
  }

  private static String heading(Table.Column column) {
    return column instanceof Table.Numbers n && !n.unit().isEmpty() ? n.name() + " (" + n.unit() + ")" : column.name();
  }

  /** Whole numbers as such; of a double-precision number as many digits as tell it from all others. */
  private static String number(double v) {
    return v == Math.rint(v) && Math.abs(v) < 1e15 && !(v == 0 && 1 / v < 0) ? Long.toString((long) v)
        : Double.toString(v);
  }

  private static void scores(GeneratedInput made, Writer out) throws IOException {
    row(out, List.of("step", "score"));
    for (int i = 0; i < made.scores().size(); i++) {
      double score = made.scores().get(i);
      if (!Double.isNaN(score)) {
        row(out, List.of(Integer.toString(i), Double.toString(score)));
      }
    }
  }

  private static void curves(Curves curves, Writer out) throws IOException {
    boolean labels = !curves.labels().isEmpty();
    row(out, labels ? List.of("series", "x", "y", "label") : List.of("series", "x", "y"));
    for (Curves.Series series : curves.series()) {
      double[] xs = series.xs();
      double[] ys = series.ys();
      for (int i = 0; i < xs.length; i++) {
        List<String> cells = new ArrayList<>(List.of(series.name(), number(xs[i]), number(ys[i])));
        if (labels) {
          boolean labelled = xs[i] == Math.rint(xs[i]) && xs[i] >= 0 && xs[i] < curves.labels().size();
          cells.add(labelled ? curves.labels().get((int) xs[i]) : "");
        }
        row(out, cells);
      }
    }
  }

  private static void elements(Tensor values, IntFunction<String> axes, Writer out) throws IOException {
    Shape shape = values.shape();
    List<String> columns = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      columns.add(axes.apply(axis));
    }
    columns.add("value");
    row(out, columns);
    long[] index = new long[shape.rank()];
    for (long i = 0; i < shape.size(); i++) {
      StringBuilder line = new StringBuilder();
      for (long at : index) {
        line.append(at).append(',');
      }
      out.write(line.append(number(values, i)).append("\r\n").toString());
      for (int axis = index.length - 1; axis >= 0 && ++index[axis] == shape.dim(axis); axis--) {
        index[axis] = 0;
      }
    }
  }

  private static String axisName(int axis, SpatialAxes axes) {
    return axis == axes.height() ? "row" : axis == axes.width() ? "column" : axis == axes.channel() ? "channel"
        : axis == 0 ? "item" : "axis" + axis;
  }

  private static String axisName(int axis, FeatureLayout layout) {
    return axis == layout.channel() ? "channel" : axis == layout.row() ? "row" : axis == layout.column() ? "column"
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

  static String number(Tensor values, long i) {
    double v = values.get(i);
    return values.type() == ElementType.FLOAT32 ? Float.toString((float) v) : Double.toString(v);
  }

  static void row(Writer out, List<String> cells) throws IOException {
    out.write(cells.stream().map(CsvExport::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches()
        && !text.equals("-Infinity");
    String safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
