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
import org.loupe.api.result.GeneratedInput;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.Tensor;

/** Between generated inputs and JSON. */
final class GeneratedJson {
  private GeneratedJson() {
  }

  static void write(GeneratedInput made, JsonObject out, Parts.Sink parts) throws IOException {
    out.addProperty("input", made.input());
    out.addProperty("objective", made.objective());
    out.add("values", GridJson.tensor(Parts.VALUES, made.values(), parts));
    out.add("axes", GridJson.axes(made.axes()));
    out.add("picture", GridJson.picture(made.picture(), parts));
    out.add("scores", Json.numbers(made.scores()));
    JsonArray frames = new JsonArray();
    for (GeneratedInput.Frame frame : made.frames()) {
      JsonObject json = new JsonObject();
      json.addProperty("step", frame.step());
      json.add("picture", GridJson.picture(frame.picture(), parts));
      frames.add(json);
    }
    out.add("frames", frames);
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  static GeneratedInput read(JsonPath json, Map<String, Double> figures, Parts.Source parts) throws LoupeException {
    Tensor values = GridJson.tensor(json.get("values"), parts);
    List<Double> scores = ResultJson.numbers(json.get("scores"));
    List<GeneratedInput.Frame> frames = new ArrayList<>();
    for (JsonPath frame : json.get("frames").elements()) {
      frames.add(new GeneratedInput.Frame(frame.get("step").whole(0, Math.max(0, scores.size() - 1)),
          GridJson.onePicture(frame.get("picture"), parts)));
    }
    return new GeneratedInput(json.get("input").text(), json.get("objective").text(), values,
        GridJson.axes(json.get("axes"), values.shape().rank()), GridJson.onePicture(json.get("picture"), parts),
        scores, frames, figures);
  }
}
