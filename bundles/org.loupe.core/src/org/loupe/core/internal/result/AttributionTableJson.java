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
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;

/** Between attribution tables and JSON; each of its tensors is a file of its own. */
final class AttributionTableJson {
  private static final String INTERACTIONS = "interactions";

  private AttributionTableJson() {
  }

  static void write(AttributionTable table, JsonObject out, Parts.Sink parts) throws IOException {
    out.addProperty("score", table.score());
    out.add("features", ColumnsJson.write(table.features()));
    out.add("rows", Json.texts(table.rows()));
    out.add("values", GridJson.tensor(Parts.VALUES, table.values(), parts));
    out.add("inputs", GridJson.tensor(Parts.INPUTS, table.inputs(), parts));
    out.add("base", GridJson.tensor(Parts.BASE, table.base(), parts));
    out.add("scores", GridJson.tensor(Parts.SCORES, table.scores(), parts));
    if (table.interactions().isPresent()) {
      out.add(INTERACTIONS, GridJson.tensor(Parts.INTERACTIONS, table.interactions().get(), parts));
    }
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  static AttributionTable read(JsonPath json, Map<String, Double> figures, Parts.Source parts) throws LoupeException {
    return new AttributionTable(json.get("score").text(), ColumnsJson.read(json.get("features")),
        ResultJson.texts(json.get("rows")), GridJson.numbers(json.get("values"), parts),
        GridJson.numbers(json.get("inputs"), parts), GridJson.numbers(json.get("base"), parts),
        GridJson.numbers(json.get("scores"), parts), json.has(INTERACTIONS)
            ? Optional.of(GridJson.numbers(json.get(INTERACTIONS), parts)) : Optional.empty(), figures);
  }
}
