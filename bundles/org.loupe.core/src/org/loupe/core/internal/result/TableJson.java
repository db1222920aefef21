/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.result.Table;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Between tables and JSON; the numbers of all columns are one tensor [columns of numbers, rows]. */
final class TableJson {
  private TableJson() {
  }

  /** @param file of the numbers */
  static void write(Table table, String file, JsonObject out, Parts.Sink parts) throws IOException {
    JsonArray columns = new JsonArray();
    List<double[]> numbers = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      JsonObject json = new JsonObject();
      json.addProperty("name", column.name());
      switch (column) {
        case Table.Texts t -> json.add("texts", Json.texts(t.values()));
        case Table.Numbers n -> {
          json.addProperty("unit", n.unit());
          numbers.add(n.values());
        }
      }
      columns.add(json);
    }
    out.add("columns", columns);
    if (!numbers.isEmpty()) {
      out.add("numbers", GridJson.tensor(file, matrix(numbers, table.rows()), parts));
    }
  }

  /** One tensor of rows that all have the same length. */
  static Tensor matrix(List<double[]> rows, int length) {
    double[] all = new double[Math.multiplyExact(rows.size(), length)];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * length, length);
    }
    return ArrayTensor.of(Shape.of(rows.size(), length), all);
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  static Table read(JsonPath json, Map<String, Double> figures, Parts.Source parts) throws LoupeException {
    List<JsonPath> columns = json.get("columns").elements();
    List<Table.Column> out = new ArrayList<>();
    int numbers = 0;
    for (JsonPath column : columns) {
      numbers += column.has("texts") ? 0 : 1;
    }
    Tensor matrix = numbers == 0 ? null : matrix(json.get("numbers"), numbers, parts);
    int next = 0;
    for (JsonPath column : columns) {
      String name = column.get("name").text();
      out.add(column.has("texts") ? new Table.Texts(name, ResultJson.texts(column.get("texts")))
          : new Table.Numbers(name, column.get("unit").text(), row(matrix, next++)));
    }
    return new Table(out, figures);
  }

  /** A tensor of a given number of rows of any length. */
  static Tensor matrix(JsonPath json, int rows, Parts.Source parts) throws LoupeException {
    Tensor matrix = GridJson.numbers(json, parts);
    if (matrix.shape().rank() != 2 || matrix.shape().dim(0) != rows || matrix.shape().dim(1) > Integer.MAX_VALUE - 8) {
      throw json.wrong("must have " + rows + " rows of numbers, and has the shape " + matrix.shape());
    }
    return matrix;
  }

  static double[] row(Tensor matrix, int index) {
    double[] out = new double[matrix.shape().intDim(1)];
    matrix.copyTo((long) index * out.length, out);
    return out;
  }
}
