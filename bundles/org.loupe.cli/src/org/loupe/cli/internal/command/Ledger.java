/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;

/**
 * What a run over a folder has finished: a line of JSON for each input, appended as its results are there, so that a
 * run that was broken off goes on where it stopped. A line holds the input's name and a fingerprint of all that the
 * results depend on; the last line of an input counts. A line that was cut off counts as not there.
 */
final class Ledger {
  private static final String NAME = "loupe-results.jsonl";

  private final Path file;
  private final Map<String, String> finished = new HashMap<>();

  private Ledger(Path file) {
    this.file = file;
  }

  /** Reads the ledger of a folder; it is empty if there is none. */
  static Ledger open(Path folder) throws LoupeException {
    Ledger ledger = new Ledger(folder.resolve(NAME));
    if (Files.exists(ledger.file)) {
      try {
        Files.readAllLines(ledger.file, StandardCharsets.UTF_8).forEach(ledger::read);
      } catch (IOException e) {
        throw LoupeException.badInput(ledger.file + " cannot be read (" + e.getMessage()
            + "); remove it to begin afresh", e);
      }
    }
    return ledger;
  }

  /** Whether an input is finished with this very fingerprint, and its files are there. */
  boolean has(String input, String fingerprint, List<Path> files) {
    return fingerprint.equals(finished.get(input)) && files.stream().allMatch(Files::isRegularFile);
  }

  void add(String input, String fingerprint) throws LoupeException {
    JsonObject line = new JsonObject();
    line.addProperty("input", input);
    line.addProperty("fingerprint", fingerprint);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw LoupeException.failed(file + " cannot be written: " + e.getMessage(), e);
    }
    finished.put(input, fingerprint);
  }

  private void read(String line) {
    try {
      JsonElement element = JsonParser.parseString(line);
      if (element instanceof JsonObject o && o.has("input") && o.has("fingerprint")) {
        finished.put(o.get("input").getAsString(), o.get("fingerprint").getAsString());
      }
    } catch (JsonParseException | UnsupportedOperationException | IllegalStateException e) {
      // A line that was cut off: its input is done again.
    }
  }
}
