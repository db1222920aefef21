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
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.PictureEncoding;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableRows;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.Tensor;

/** Between subjects and JSON. */
final class SubjectJson {
  private SubjectJson() {
  }

  /** @param folder where its tensors lie, with a slash */
  static JsonObject write(Subject.Single subject, String folder, Parts.Sink parts) throws IOException {
    JsonObject out = new JsonObject();
    out.addProperty("name", subject.name());
    out.add("explained", Json.texts(subject.explained()));
    JsonArray inputs = new JsonArray();
    for (DecodedInput input : subject.inputs().values()) {
      inputs.add(input(input, folder + inputs.size() + ".npy", parts));
    }
    out.add("inputs", inputs);
    JsonObject labels = new JsonObject();
    subject.labels().keySet().stream().sorted().forEach(o -> labels.add(o, Json.texts(subject.labels().get(o))));
    out.add("labels", labels);
    return out;
  }

  private static JsonObject input(DecodedInput input, String file, Parts.Sink parts) throws IOException {
    JsonObject out = new JsonObject();
    out.addProperty("name", input.name());
    out.addProperty("modality", input.modality());
    out.add("values", GridJson.tensor(file, input.tensor(), parts));
    if (input.axes().isPresent()) {
      out.add("axes", GridJson.axes(input.axes().get()));
    }
    if (input.picture().isPresent()) {
      out.add("picture", GridJson.picture(input.picture().get(), parts));
    }
    if (input.encoding().isPresent()) {
      out.add("encoding", encoding(input.encoding().get()));
    }
    out.add("features", Json.texts(input.features()));
    if (input.table().isPresent()) {
      out.add("table", table(input.table().get()));
    }
    return out;
  }

  private static JsonObject table(TableRows table) {
    JsonObject out = new JsonObject();
    out.add("columns", ColumnsJson.write(table.columns()));
    out.add("rows", Json.texts(table.rows()));
    out.add("labels", Json.numbers(table.labels()));
    return out;
  }

  private static TableRows table(JsonPath json) throws LoupeException {
    return new TableRows(ColumnsJson.read(json.get("columns")), ResultJson.texts(json.get("rows")),
        ResultJson.numbers(json.get("labels")));
  }

  private static JsonArray encoding(PictureEncoding encoding) {
    JsonArray out = new JsonArray();
    for (PictureEncoding.Channel channel : encoding.channels()) {
      JsonObject json = new JsonObject();
      json.addProperty("light", channel.light().name());
      json.add("black", Json.number(channel.black()));
      json.add("white", Json.number(channel.white()));
      out.add(json);
    }
    return out;
  }

  private static PictureEncoding encoding(JsonPath json) throws LoupeException {
    List<PictureEncoding.Channel> out = new ArrayList<>();
    for (JsonPath channel : json.elements()) {
      out.add(new PictureEncoding.Channel(light(channel.get("light")), channel.get("black").anyNumber(),
          channel.get("white").anyNumber()));
    }
    return new PictureEncoding(out);
  }

  private static PictureEncoding.Light light(JsonPath json) throws LoupeException {
    for (PictureEncoding.Light light : PictureEncoding.Light.values()) {
      if (light.name().equals(json.text())) {
        return light;
      }
    }
    throw json.wrong("this Loupe knows no such light");
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  static Subject.Single read(JsonPath json, Parts.Source parts) throws LoupeException {
    Map<String, DecodedInput> inputs = new LinkedHashMap<>();
    for (JsonPath e : json.get("inputs").elements()) {
      Tensor tensor = GridJson.tensor(e.get("values"), parts);
      Optional<SpatialAxes> axes = e.has("axes")
          ? Optional.of(GridJson.axes(e.get("axes"), tensor.shape().rank())) : Optional.empty();
      DecodedInput input = new DecodedInput(e.get("name").text(), tensor, e.get("modality").text(), axes,
          GridJson.picture(e, parts), e.has("encoding") ? Optional.of(encoding(e.get("encoding"))) : Optional.empty(),
          ResultJson.texts(e.get("features")), e.has("table") ? Optional.of(table(e.get("table"))) : Optional.empty());
      if (inputs.put(input.name(), input) != null) {
        throw e.get("name").wrong("an input of this name is there already");
      }
    }
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Map.Entry<String, JsonPath> e : json.get("labels").members().entrySet()) {
      labels.put(e.getKey(), ResultJson.texts(e.getValue()));
    }
    return new Subject.Single(json.get("name").text(), inputs, labels, ResultJson.texts(json.get("explained")));
  }
}
