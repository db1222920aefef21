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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;

/** The files that an earlier run left in a folder, as its index tells; nothing else in the folder is touched. */
final class EarlierRun {
  static final String INDEX = "index.json";
  /** Entry of the index that lists every file that was written beside it. */
  static final String FILES = "files";
  private static final Pattern OURS = Pattern.compile("(\\d{3,}-[A-Za-z0-9_+=.-]+|survey)\\.(npy|csv|png|json)");
  private static final long MOST_BYTES = 256L << 20;

  private final Path folder;
  private final List<String> files;

  private EarlierRun(Path folder, List<String> files) {
    this.folder = folder;
    this.files = files;
  }

  /** @throws LoupeException USAGE if there is an index that no run has written */
  static EarlierRun in(Path folder) throws LoupeException {
    Path index = folder.resolve(INDEX);
    if (!Files.exists(index)) {
      return new EarlierRun(folder, List.of());
    }
    try {
      if (Files.size(index) > MOST_BYTES) {
        throw foreign(index, null);
      }
      List<String> names = new ArrayList<>();
      JsonObject content = JsonParser.parseString(Files.readString(index)).getAsJsonObject();
      if (content.has(FILES)) {
        for (JsonElement name : content.getAsJsonArray(FILES)) {
          names.add(name.getAsString());
        }
      } else {
        for (JsonElement layer : content.getAsJsonArray("layers")) {
          names.add(layer.getAsJsonObject().get("file").getAsString());
        }
      }
      return new EarlierRun(folder, names.stream().filter(n -> OURS.matcher(n).matches()).toList());
    } catch (IOException | JsonParseException | IllegalStateException | NullPointerException
        | UnsupportedOperationException e) {
      throw foreign(index, e);
    }
  }

  private static LoupeException foreign(Path index, Exception cause) {
    return new LoupeException(LoupeException.Kind.USAGE, index + " is not an index of activations, and would be "
        + "overwritten; choose another folder for --out", cause);
  }

  /** Deletes them. */
  void remove() throws LoupeException {
    for (String name : files) {
      try {
        Files.deleteIfExists(folder.resolve(name));
      } catch (IOException e) {
        throw LoupeException.failed(
            folder.resolve(name) + " of an earlier run cannot be removed: " + e.getMessage(), e);
      }
    }
  }
}
