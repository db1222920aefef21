/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.TableColumn;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;

/** Between columns of a table and JSON. */
public final class ColumnsJson {
  private ColumnsJson() {
  }

  public static JsonArray write(List<TableColumn> columns) {
    JsonArray out = new JsonArray(columns.size());
    for (TableColumn column : columns) {
      JsonObject json = new JsonObject();
      json.addProperty("name", column.name());
      json.addProperty("unit", column.unit());
      json.add("words", Json.texts(column.words()));
      json.addProperty("group", column.group());
      json.addProperty("category", column.category());
      json.addProperty("scale", column.scale());
      json.addProperty("offset", column.offset());
      out.add(json);
    }
    return out;
  }

  /** @throws LoupeException BAD_INPUT naming the place */
  public static List<TableColumn> read(JsonPath json) throws LoupeException {
    List<TableColumn> out = new ArrayList<>();
    for (JsonPath column : json.elements()) {
      double scale = column.get("scale").number();
      if (scale == 0) {
        throw column.get("scale").wrong("must not be 0");
      }
      out.add(new TableColumn(column.get("name").text(), column.get("unit").text(),
          ResultJson.texts(column.get("words")), column.get("group").text(), column.get("category").text(), scale,
          column.get("offset").number()));
    }
    return out;
  }
}
