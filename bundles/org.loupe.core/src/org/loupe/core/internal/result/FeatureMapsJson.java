/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.Tensor;

/** Between feature maps and JSON. */
final class FeatureMapsJson {
  private FeatureMapsJson() {
  }

  static void write(FeatureMaps maps, JsonObject out, Parts.Sink parts) throws IOException {
    out.addProperty("layer", maps.layer());
    out.add("values", GridJson.tensor(Parts.VALUES, maps.values(), parts));
    JsonObject layout = new JsonObject();
    layout.addProperty("kind", maps.layout().kind().name());
    layout.addProperty("channel", maps.layout().channel());
    layout.addProperty("row", maps.layout().row());
    layout.addProperty("column", maps.layout().column());
    out.add("layout", layout);
    if (maps.picture().isPresent()) {
      out.add("picture", GridJson.picture(maps.picture().get(), parts));
    }
    JsonObject channels = new JsonObject();
    TableJson.write(maps.channels(), Parts.CHANNELS, channels, parts);
    out.add("channels", channels);
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  static FeatureMaps read(JsonPath json, Map<String, Double> figures, Parts.Source parts) throws LoupeException {
    Tensor values = GridJson.tensor(json.get("values"), parts);
    int last = values.shape().rank() - 1;
    JsonPath layout = json.get("layout");
    return new FeatureMaps(json.get("layer").text(), values, new FeatureLayout(kind(layout.get("kind")),
        layout.get("channel").whole(-1, last), layout.get("row").whole(-1, last), layout.get("column").whole(-1, last)),
        GridJson.picture(json, parts), TableJson.read(json.get("channels"), Map.of(), parts), figures);
  }

  private static FeatureLayout.Kind kind(JsonPath json) throws LoupeException {
    for (FeatureLayout.Kind kind : FeatureLayout.Kind.values()) {
      if (kind.name().equals(json.text())) {
        return kind;
      }
    }
    throw json.wrong("this Loupe knows no such kind of layer");
  }
}
