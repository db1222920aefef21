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
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.result.Table;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.Tensor;

/** Between results and JSON. */
final class ResultJson {
  private static final String CUSTOM = "custom";

  private ResultJson() {
  }

  /** @param bundle of the method that made it */
  static JsonObject write(Result result, String bundle, Parts.Sink parts) throws IOException, LoupeException {
    JsonObject out = new JsonObject();
    out.addProperty("kind", result instanceof CustomResult ? CUSTOM : Results.kind(result, bundle));
    switch (result) {
      case SaliencyMap m -> {
        out.addProperty("input", m.input());
        out.add("values", GridJson.tensor(Parts.VALUES, m.values(), parts));
        out.add("axes", GridJson.axes(m.axes()));
        if (m.picture().isPresent()) {
          out.add("picture", GridJson.picture(m.picture().get(), parts));
        }
      }
      case FeatureAttribution f -> {
        out.addProperty("input", f.input());
        out.add("values", GridJson.tensor(Parts.VALUES, f.values(), parts));
        out.add("features", Json.texts(f.features()));
        out.add("inputs", Json.numbers(f.inputs()));
      }
      case AttributionTable t -> AttributionTableJson.write(t, out, parts);
      case FeatureMaps m -> FeatureMapsJson.write(m, out, parts);
      case GeneratedInput g -> GeneratedJson.write(g, out, parts);
      case Table t -> TableJson.write(t, Parts.TABLE, out, parts);
      case Curves c -> CurvesJson.write(c, Parts.POINTS, out, parts);
      case Composite c -> out.add("parts", parts(c, bundle, parts));
      case CustomResult c -> custom(StoredTable.of(c, bundle), out);
    }
    if (!(result instanceof CustomResult)) {
      out.add("figures", Json.numbers(result.figures()));
    }
    return out;
  }

  private static JsonArray parts(Composite composite, String bundle, Parts.Sink parts)
      throws IOException, LoupeException {
    JsonArray out = new JsonArray();
    for (Map.Entry<String, Result> part : composite.parts().entrySet()) {
      JsonObject json = write(part.getValue(), bundle, Parts.of(out.size(), parts));
      json.addProperty("part", part.getKey());
      out.add(json);
    }
    return out;
  }

  private static void custom(StoredTable table, JsonObject out) {
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
    Result result = any(json, parts);
    String broken = ResultRules.broken(result).orElse("");
    if (!broken.isEmpty()) {
      throw json.wrong("it holds " + broken);
    }
    return result;
  }

  private static Result any(JsonPath json, Parts.Source parts) throws LoupeException {
    Map<String, Double> figures = figures(json);
    return switch (json.get("kind").text()) {
      case Results.SALIENCY -> {
        Tensor values = GridJson.tensor(json.get("values"), parts);
        yield new SaliencyMap(json.get("input").text(), values,
            GridJson.axes(json.get("axes"), values.shape().rank()), GridJson.picture(json, parts), figures);
      }
      case Results.FEATURES -> new FeatureAttribution(json.get("input").text(),
          GridJson.tensor(json.get("values"), parts), texts(json.get("features")), numbers(json.get("inputs")),
          figures);
      case Results.ROWS -> AttributionTableJson.read(json, figures, parts);
      case Results.MAPS -> FeatureMapsJson.read(json, figures, parts);
      case Results.GENERATED -> GeneratedJson.read(json, figures, parts);
      case Results.TABLE -> TableJson.read(json, figures, parts);
      case Results.CURVES -> CurvesJson.read(json, figures, parts);
      case Results.COMPOSITE -> {
        Map<String, Result> inner = new LinkedHashMap<>();
        for (JsonPath part : json.get("parts").elements()) {
          if (part.get("kind").text().equals(Results.COMPOSITE)
              || inner.put(part.get("part").text(), any(part, parts)) != null) {
            throw part.wrong("a part of a composite is a composite, or there are two of one name");
          }
        }
        yield new Composite(inner, figures);
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

  static List<Double> numbers(JsonPath json) throws LoupeException {
    List<Double> out = new ArrayList<>();
    for (JsonPath e : json.elements()) {
      out.add(e.anyNumber());
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
