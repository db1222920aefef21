/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.api.result.Provenance;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;

/** Between provenance and JSON. */
public final class ProvenanceJson {
  private ProvenanceJson() {
  }

  /** Keys in a fixed order. */
  public static JsonObject write(Provenance p) {
    JsonObject out = new JsonObject();
    out.addProperty("model", p.model());
    out.addProperty("model-sha256", p.modelHash());
    out.addProperty("subject", p.subject());
    out.addProperty("input-sha256", p.inputHash());
    out.addProperty("explainer", p.explainer());
    out.addProperty("bundle", p.bundle());
    out.add("settings", Json.texts(p.settings()));
    out.addProperty("profile", p.profile());
    out.addProperty("target", p.target());
    out.addProperty("target-text", p.targetText());
    out.addProperty("scale", p.scale());
    out.addProperty("output", p.output());
    out.addProperty("seed", p.seed());
    JsonObject engine = new JsonObject();
    engine.addProperty("engine", p.runtime().engine());
    engine.addProperty("version", p.runtime().version());
    engine.addProperty("device", p.runtime().device());
    engine.addProperty("threads", p.runtime().threads());
    out.add("runtime", engine);
    out.addProperty("batch-size", p.batchSize());
    out.addProperty("started", p.started());
    out.addProperty("millis", p.millis());
    if (!p.backgroundHash().isEmpty()) {
      out.addProperty("background", p.background());
      out.addProperty("background-sha256", p.backgroundHash());
    }
    return out;
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  public static Provenance read(JsonPath json) throws LoupeException {
    JsonPath runtime = json.get("runtime");
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map.Entry<String, JsonPath> e : json.get("settings").members().entrySet()) {
      settings.put(e.getKey(), e.getValue().text());
    }
    return new Provenance(json.get("model").text(), json.get("model-sha256").text(), json.get("subject").text(),
        json.get("input-sha256").text(), json.get("explainer").text(), json.get("bundle").text(), settings,
        json.get("profile").text(), json.get("target").text(), json.get("target-text").text(),
        json.get("scale").text(), json.get("output").text(), json.get("seed").whole(),
        new RuntimeInfo(runtime.get("engine").text(), runtime.get("version").text(), runtime.get("device").text(),
            runtime.get("threads").whole(0, Integer.MAX_VALUE)),
        json.get("batch-size").whole(1, Integer.MAX_VALUE), json.get("started").text(), json.get("millis").whole(),
        json.has("background") ? json.get("background").text() : "",
        json.has("background-sha256") ? json.get("background-sha256").text() : "");
  }
}
