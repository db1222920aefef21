/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.loupe.api.Progress;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.JsonDocument;
import org.loupe.trees.internal.content.UbjsonDocument;
import org.loupe.trees.internal.content.Value;
import org.loupe.trees.internal.model.Content;

/** Reads the formats of XGBoost, told apart by how they begin. */
public final class XgboostReader {
  private enum Kind {
    JSON_MODEL, UBJSON_MODEL, JSON_DUMP, TEXT_DUMP, BINARY, NONE
  }

  private static final Pattern LEARNER = Pattern.compile("\"learner\"\\s*:\\s*\\{");

  private XgboostReader() {
  }

  /** Whether a file that begins so looks like one of these formats. */
  public static boolean recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    return switch (kind(beginning)) {
      case JSON_MODEL -> LEARNER.matcher(text).find();
      case UBJSON_MODEL -> text.contains("learner");
      case JSON_DUMP -> text.contains("\"nodeid\"");
      case TEXT_DUMP, BINARY -> true;
      case NONE -> false;
    };
  }

  private static Kind kind(byte[] content) {
    int first = firstAfter(content, 0);
    int second = firstAfter(content, first + 1);
    char begins = first < content.length ? (char) content[first] : 0;
    char follows = second < content.length ? (char) content[second] : 0;
    if (begins == '{' && follows == '"') {
      return Kind.JSON_MODEL;
    }
    if (begins == '{' && first == 0 && second == 1 && "iUIlLN#$".indexOf(follows) >= 0) {
      return Kind.UBJSON_MODEL;
    }
    if (begins == '[' && (follows == '{' || follows == ']')) {
      return Kind.JSON_DUMP;
    }
    String line = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.ISO_8859_1).lines()
        .filter(l -> !l.isBlank()).findFirst().orElse("");
    if (TextDump.recognises(line)) {
      return Kind.TEXT_DUMP;
    }
    return BinaryModel.recognises(content) ? Kind.BINARY : Kind.NONE;
  }

  private static int firstAfter(byte[] content, int from) {
    int at = from;
    while (at < content.length && Character.isWhitespace(content[at])) {
      at++;
    }
    return at;
  }

  /**
   * @throws FormatException if it is none of them, cut short, or contradicts itself
   * @throws org.loupe.trees.internal.content.UnsupportedModelException if it cannot be computed here
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static Content read(byte[] content, Progress progress) throws IOException {
    return switch (kind(content)) {
      case JSON_MODEL -> model(JsonDocument.read(content), "JSON", progress);
      case UBJSON_MODEL -> model(UbjsonDocument.read(content), "UBJSON", progress);
      case JSON_DUMP -> JsonDump.read(JsonDocument.read(content), progress);
      case TEXT_DUMP -> TextDump.read(new String(content, StandardCharsets.UTF_8), progress);
      case BINARY -> BinaryModel.read(content, progress);
      case NONE -> throw new FormatException(
          "it is no model or dump of XGBoost: it begins like none of JSON, UBJSON, the binary format, or a text dump");
    };
  }

  private static Content model(Value document, String format, Progress progress) throws IOException {
    return ModelDocument.read(document, format, progress);
  }
}
