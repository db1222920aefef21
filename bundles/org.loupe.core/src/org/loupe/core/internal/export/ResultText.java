/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.export;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
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
import org.loupe.core.internal.result.ColumnsJson;
import org.loupe.core.internal.result.StoredTable;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/** The members of a result in JSON; values stream, whatever their size. Pictures are left to other endings. */
final class ResultText {
  private static final Gson GSON = new Gson();
  private static final int BLOCK = 1 << 14;
  private final JsonWriter json;

  private ResultText(JsonWriter json) {
    this.json = json;
  }

  /** @param result contributed ones as {@link StoredTable} */
  static void write(Result result, JsonWriter json) throws IOException {
    new ResultText(json).members(result);
  }

  private void members(Result result) throws IOException {
    switch (result) {
      case SaliencyMap m -> {
        json.name("kind").value("SaliencyMap").name("input").value(m.input());
        member("axes", axes(m.axes().height(), m.axes().width(), m.axes().channel()));
        values(m.values());
      }
      case FeatureAttribution f -> {
        json.name("kind").value("FeatureAttribution").name("input").value(f.input());
        member("features", Json.texts(f.features()));
        member("inputs", Json.numbers(f.inputs()));
        values(f.values());
      }
      case AttributionTable t -> rows(t);
      case FeatureMaps m -> {
        json.name("kind").value("FeatureMaps").name("layer").value(m.layer());
        json.name("layout").value(m.layout().kind().name());
        member("axes", axes(m.layout().row(), m.layout().column(), m.layout().channel()));
        values(m.values());
        json.name("channels").beginObject();
        columns(m.channels());
        json.endObject();
      }
      case GeneratedInput g -> {
        json.name("kind").value("GeneratedInput").name("input").value(g.input()).name("objective").value(g.objective());
        member("axes", axes(g.axes().height(), g.axes().width(), g.axes().channel()));
        values(g.values());
        json.name("scores");
        inOneLine(g.scores().stream().mapToDouble(Double::doubleValue).toArray());
      }
      case Table t -> {
        json.name("kind").value("Table");
        columns(t);
      }
      case Curves c -> curves(c);
      case Composite c -> {
        json.name("kind").value("Composite").name("parts").beginObject();
        for (Map.Entry<String, Result> part : c.parts().entrySet()) {
          json.name(part.getKey()).beginObject();
          members(part.getValue());
          json.endObject();
        }
        json.endObject();
      }
      case CustomResult c -> {
        json.name("kind").value(c.kind()).name("text").value(c.text());
        member("columns", Json.texts(c.columns()));
        json.name("rows").beginArray();
        for (var row : c.rows()) {
          GSON.toJson(Json.texts(row), json);
        }
        json.endArray();
      }
    }
    member("figures", Json.numbers(result.figures()));
  }

  private static JsonObject axes(int height, int width, int channel) {
    JsonObject out = new JsonObject();
    out.addProperty("height", height);
    out.addProperty("width", width);
    out.addProperty("channel", channel);
    return out;
  }

  private void columns(Table table) throws IOException {
    json.name("columns").beginArray();
    for (Table.Column column : table.columns()) {
      json.beginObject().name("name").value(column.name());
      switch (column) {
        case Table.Texts t -> member("values", Json.texts(t.values()));
        case Table.Numbers n -> {
          json.name("unit").value(n.unit()).name("values");
          inOneLine(n.values());
        }
      }
      json.endObject();
    }
    json.endArray();
  }

  private void curves(Curves curves) throws IOException {
    json.name("kind").value("Curves").name("x").value(curves.x().name()).name("unit").value(curves.x().unit());
    member("labels", Json.texts(curves.labels()));
    json.name("series").beginArray();
    for (Curves.Series series : curves.series()) {
      json.beginObject().name("name").value(series.name()).name("y").value(series.y().name());
      json.name("unit").value(series.y().unit()).name("xs");
      inOneLine(series.xs());
      json.name("ys");
      inOneLine(series.ys());
      json.endObject();
    }
    json.endArray();
  }

  private void rows(AttributionTable table) throws IOException {
    json.name("kind").value("AttributionTable").name("score").value(table.score());
    member("features", ColumnsJson.write(table.features()));
    json.name("rows");
    json.setFormattingStyle(FormattingStyle.COMPACT);
    json.beginArray();
    for (String row : table.rows()) {
      json.value(row);
    }
    json.endArray();
    json.setFormattingStyle(FormattingStyle.PRETTY);
    elements("base", table.base());
    elements("scores", table.scores());
    elements("inputs", table.inputs());
    if (table.interactions().isPresent()) {
      elements("interactions", table.interactions().get());
    }
    values(table.values());
  }

  private void member(String name, JsonElement value) throws IOException {
    json.name(name);
    GSON.toJson(value, json);
  }

  /** Shape and elements in flat order. */
  private void values(Tensor values) throws IOException {
    json.name("type").value(values.type().name()).name("shape");
    json.setFormattingStyle(FormattingStyle.COMPACT);
    json.beginArray();
    for (long extent : values.shape().dims()) {
      json.value(extent);
    }
    json.endArray();
    json.setFormattingStyle(FormattingStyle.PRETTY);
    elements("values", values);
  }

  /** Elements in flat order, in one line. */
  private void elements(String name, Tensor values) throws IOException {
    json.name(name);
    json.setFormattingStyle(FormattingStyle.COMPACT);
    json.beginArray();
    boolean single = values.type() == ElementType.FLOAT32;
    double[] block = new double[(int) Math.min(values.size(), BLOCK)];
    for (long from = 0; from < values.size(); from += BLOCK) {
      double[] part = from + block.length <= values.size() ? block : new double[(int) (values.size() - from)];
      values.copyTo(from, part);
      for (double v : part) {
        number(v, single);
      }
    }
    json.endArray();
    json.setFormattingStyle(FormattingStyle.PRETTY);
  }

  /** A number a line would be of no use to anybody. */
  private void inOneLine(double[] values) throws IOException {
    json.setFormattingStyle(FormattingStyle.COMPACT);
    json.beginArray();
    for (double v : values) {
      number(v, false);
    }
    json.endArray();
    json.setFormattingStyle(FormattingStyle.PRETTY);
  }

  private void number(double v, boolean single) throws IOException {
    if (!Double.isFinite(v)) {
      json.value(Double.toString(v));
    } else if (single) {
      json.value((float) v);
    } else {
      json.value(v);
    }
  }
}
