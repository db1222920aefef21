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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.loupe.api.LoupeException;
import org.loupe.api.result.Curves;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.Tensor;

/** Between curves and JSON; the points of all series, one after another, are one tensor [2, points]. */
final class CurvesJson {
  private CurvesJson() {
  }

  /** @param file of the numbers */
  static void write(Curves curves, String file, JsonObject out, Parts.Sink parts) throws IOException {
    out.add("x", axis(curves.x()));
    out.add("labels", Json.texts(curves.labels()));
    JsonArray series = new JsonArray();
    for (Curves.Series s : curves.series()) {
      JsonObject json = new JsonObject();
      json.addProperty("name", s.name());
      json.add("y", axis(s.y()));
      json.addProperty("points", s.xs().length);
      series.add(json);
    }
    out.add("series", series);
    double[] xs = joined(curves, Curves.Series::xs);
    out.add("points", GridJson.tensor(file, TableJson.matrix(List.of(xs, joined(curves, Curves.Series::ys)), xs.length),
        parts));
  }

  private static double[] joined(Curves curves, Function<Curves.Series, double[]> of) {
    return curves.series().stream().map(of).flatMapToDouble(Arrays::stream).toArray();
  }

  private static JsonObject axis(Curves.Axis axis) {
    JsonObject out = new JsonObject();
    out.addProperty("name", axis.name());
    out.addProperty("unit", axis.unit());
    return out;
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  static Curves read(JsonPath json, Map<String, Double> figures, Parts.Source parts) throws LoupeException {
    Tensor points = TableJson.matrix(json.get("points"), 2, parts);
    double[] xs = TableJson.row(points, 0);
    double[] ys = TableJson.row(points, 1);
    List<Curves.Series> series = new ArrayList<>();
    int from = 0;
    for (JsonPath s : json.get("series").elements()) {
      int to = from + s.get("points").whole(0, xs.length - from);
      series.add(new Curves.Series(s.get("name").text(), axis(s.get("y")), Arrays.copyOfRange(xs, from, to),
          Arrays.copyOfRange(ys, from, to)));
      from = to;
    }
    if (from != xs.length) {
      throw json.get("points").wrong("has " + xs.length + " points, and the series " + from);
    }
    return new Curves(axis(json.get("x")), ResultJson.texts(json.get("labels")), series, figures);
  }

  private static Curves.Axis axis(JsonPath json) throws LoupeException {
    return new Curves.Axis(json.get("name").text(), json.get("unit").text());
  }
}
