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
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.Result;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.result.ProvenanceJson;
import org.loupe.core.internal.result.StoredTable;
import org.loupe.core.result.RunRecord;

/** Values with provenance and figures, for scripts: keys in a fixed order, numbers that read back to the same bits. */
public final class JsonExport {
  private static final Gson GSON = new Gson();

  private JsonExport() {
  }

  /** @throws LoupeException if a contributed result cannot say what it is */
  public static AtomicFiles.Content of(RunRecord record) throws LoupeException {
    Result result = record.result() instanceof CustomResult c ? StoredTable.of(c, record.provenance().bundle())
        : record.result();
    return out -> write(record, result, out);
  }

  private static void write(RunRecord record, Result result, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    JsonWriter json = new JsonWriter(text);
    json.setFormattingStyle(FormattingStyle.PRETTY);
    json.setHtmlSafe(true);
    json.beginObject();
    json.name("loupe-result").value(1);
    json.name("status").value(record.status().name().toLowerCase(Locale.ROOT));
    json.name("result").beginObject();
    ResultText.write(result, json);
    json.endObject();
    member(json, "provenance", ProvenanceJson.write(record.provenance()));
    member(json, "notes", Json.texts(record.notes()));
    json.endObject();
    json.flush();
    text.write('\n');
    text.flush();
  }

  private static void member(JsonWriter json, String name, JsonElement value) throws IOException {
    json.name(name);
    GSON.toJson(value, json);
  }
}
