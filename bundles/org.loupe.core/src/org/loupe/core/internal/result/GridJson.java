/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Tensor;

/** Axes, pictures and tensors of a record in JSON. */
final class GridJson {
  private GridJson() {
  }

  static JsonObject axes(SpatialAxes axes) {
    JsonObject out = new JsonObject();
    out.addProperty("height", axes.height());
    out.addProperty("width", axes.width());
    out.addProperty("channel", axes.channel());
    return out;
  }

  /** @param rank of the tensor that they belong to */
  static SpatialAxes axes(JsonPath json, int rank) throws LoupeException {
    SpatialAxes axes = new SpatialAxes(json.get("height").whole(0, rank - 1), json.get("width").whole(0, rank - 1),
        json.get("channel").whole(-1, rank - 1));
    if (axes.height() == axes.width() || axes.channel() == axes.height() || axes.channel() == axes.width()) {
      throw json.wrong("axes must differ");
    }
    return axes;
  }

  static JsonObject picture(Picture picture, Parts.Sink parts) throws IOException {
    JsonObject out = new JsonObject();
    out.addProperty("file", parts.picture(picture));
    Affine a = picture.inputToPicture();
    out.add("input-to-picture", Json.numbers(List.of(a.scaleX(), a.offsetX(), a.scaleY(), a.offsetY())));
    return out;
  }

  static Optional<Picture> picture(JsonPath owner, Parts.Source parts) throws LoupeException {
    if (!owner.has("picture")) {
      return Optional.empty();
    }
    return Optional.of(onePicture(owner.get("picture"), parts));
  }

  static Picture onePicture(JsonPath json, Parts.Source parts) throws LoupeException {
    List<JsonPath> a = json.get("input-to-picture").elements();
    if (a.size() != 4) {
      throw json.get("input-to-picture").wrong("must be four numbers");
    }
    Parts.Pixels pixels = parts.picture(json.get("file"));
    return new Picture(pixels.width(), pixels.height(), pixels.argb(),
        new Affine(a.get(0).number(), a.get(1).number(), a.get(2).number(), a.get(3).number()));
  }

  static JsonObject tensor(String name, Tensor tensor, Parts.Sink parts) throws IOException {
    JsonObject out = new JsonObject();
    Parts.Place place = parts.tensor(name, tensor);
    out.addProperty("file", place.name());
    if (place.at() >= 0) {
      out.addProperty("at", place.at());
    }
    out.addProperty("type", tensor.type().name());
    return out;
  }

  static Tensor tensor(JsonPath json, Parts.Source parts) throws LoupeException {
    Tensor tensor = parts.tensor(json.get("file"), json.has("at") ? json.get("at").whole() : -1);
    String type = json.get("type").text();
    if (type.equals(ElementType.BFLOAT16.name()) && tensor.type() == ElementType.FLOAT32) {
      // NPY has no such type; as float32 nothing of it is lost, and a slice of a file stays one.
      return tensor instanceof FileTensor ? tensor
          : ArrayTensor.convert(ElementType.BFLOAT16, tensor.shape(), tensor.toDoubles());
    }
    if (!type.equals(tensor.type().name())) {
      throw json.get("type").wrong("the file holds " + tensor.type());
    }
    return tensor;
  }

  /** A tensor of no texts. */
  static Tensor numbers(JsonPath json, Parts.Source parts) throws LoupeException {
    Tensor tensor = tensor(json, parts);
    if (tensor.type() == ElementType.STRING) {
      throw json.wrong("must be numbers");
    }
    return tensor;
  }
}
