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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.Tensor;

/** Between results and JSON. */
final class ResultJson {
  private static final String VALUES = "values.npy";
  private static final String SALIENCY = "SaliencyMap";
  private static final String FEATURES = "FeatureAttribution";
  private static final String CUSTOM = "custom";

  private ResultJson() {
  }

  /** @param bundle of the method that made it */
  static JsonObject write(Result result, String bundle, Parts.Sink parts) throws IOException, LoupeException {
    JsonObject out = new JsonObject();
    switch (result) {
      case SaliencyMap m -> {
        out.addProperty("kind", SALIENCY);
        out.addProperty("input", m.input());
        out.add("values", GridJson.tensor(VALUES, m.values(), parts));
        out.add("axes", GridJson.axes(m.axes()));
        if (m.picture().isPresent()) {
          out.add("picture", GridJson.picture(m.picture().get(), parts));
        }
        out.add("figures", Json.numbers(m.figures()));
      }
      case FeatureAttribution f -> {
        out.addProperty("kind", FEATURES);
        out.addProperty("input", f.input());
        out.add("values", GridJson.tensor(VALUES, f.values(), parts));
        out.add("features", Json.texts(f.features()));
        out.add("inputs", Json.numbers(f.inputs()));
        out.add("figures", Json.numbers(f.figures()));
      }
      case CustomResult c -> table(StoredTable.of(c, bundle), out);
    }
    return out;
  }

  private static void table(StoredTable table, JsonObject out) {
    out.addProperty("kind", CUSTOM);
    out.addProperty("name", table.kind());
    out.addProperty("text", table.text());
    out.add("columns", Json.texts(table.columns()));
    JsonArray rows = new JsonArray();
    table.rows().forEach(row -> rows.add(Json.texts(row)));
    out.add("rows", rows);
    out.add("figures", Json.numbers(table.figures()));
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  static Result read(JsonPath json, Parts.Source parts) throws LoupeException {
    Map<String, Double> figures = figures(json);
    return switch (json.get("kind").text()) {
      case SALIENCY -> {
        Tensor values = GridJson.tensor(json.get("values"), parts);
        yield new SaliencyMap(json.get("input").text(), values,
            GridJson.axes(json.get("axes"), values.shape().rank()), GridJson.picture(json, parts), figures);
      }
      case FEATURES -> {
        List<Double> inputs = new ArrayList<>();
        for (JsonPath e : json.get("inputs").elements()) {
          inputs.add(e.anyNumber());
        }
        yield new FeatureAttribution(json.get("input").text(), GridJson.tensor(json.get("values"), parts),
            texts(json.get("features")), inputs, figures);
      }
      case CUSTOM -> {
        List<List<String>> rows = new ArrayList<>();
        for (JsonPath row : json.get("rows").elements()) {
          rows.add(texts(row));
        }
        yield new StoredTable(json.get("name").text(), texts(json.get("columns")), rows, json.get("text").text(),
            figures);
      }
      default -> throw json.get("kind").wrong("this Loupe knows no such kind of result");
    };
  }

  /** Kind as visualizers name it. */
  static String kind(JsonPath json) throws LoupeException {
    String kind = json.get("kind").text();
    return kind.equals(CUSTOM) ? json.get("name").text() : kind;
  }

  static Map<String, Double> figures(JsonPath json) throws LoupeException {
    Map<String, Double> out = new LinkedHashMap<>();
    for (Map.Entry<String, JsonPath> e : json.get("figures").members().entrySet()) {
      out.put(e.getKey(), e.getValue().anyNumber());
    }
    return out;
  }

  static List<String> texts(JsonPath json) throws LoupeException {
    List<String> out = new ArrayList<>();
    for (JsonPath e : json.elements()) {
      out.add(e.text());
    }
    return out;
  }
}
