/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.lightgbm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.loupe.api.Progress;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Texts;

/**
 * The parts of a file, as keys and texts.
 *
 * @param header what holds for all trees; a word alone has an empty text
 * @param trees what is said of each tree
 * @param parameters what the model was trained with; empty if the file does not tell
 * @param categories the JSON of the categories that a table had; empty if there is none
 */
record Sections(Map<String, String> header, List<Map<String, String>> trees, Map<String, String> parameters,
    String categories) {
  private static final String TREE = "Tree=";
  private static final String CATEGORIES = "pandas_categorical:";

  /** @throws FormatException if the file ends within its trees */
  static Sections read(String text, Progress progress) throws FormatException {
    Map<String, String> header = new HashMap<>();
    List<Map<String, String>> trees = new ArrayList<>();
    Iterator<String> lines = text.lines().iterator();
    Map<String, String> current = header;
    boolean ended = false;
    while (!ended && lines.hasNext()) {
      String line = lines.next();
      ended = line.startsWith("end of trees") || line.startsWith("feature importances:")
          || line.startsWith("feature_importances:");
      if (line.startsWith(TREE)) {
        progress.check();
        if (!line.substring(TREE.length()).strip().equals(Integer.toString(trees.size()))) {
          throw new FormatException("where tree " + trees.size() + " should begin is \"" + Texts.shortened(line)
              + "\"");
        }
        current = new HashMap<>();
        trees.add(current);
      } else if (!ended) {
        int equals = line.indexOf('=');
        current.putIfAbsent(equals < 0 ? line.strip() : line.substring(0, equals).strip(),
            equals < 0 ? "" : line.substring(equals + 1).strip());
      }
    }
    if (!ended) {
      throw new FormatException("the file ends " + (trees.isEmpty() ? "before its trees"
          : "within or after tree " + (trees.size() - 1)) + ": no line says \"end of trees\"");
    }
    return after(header, trees, lines);
  }

  private static Sections after(Map<String, String> header, List<Map<String, String>> trees, Iterator<String> lines) {
    Map<String, String> parameters = new HashMap<>();
    String categories = "";
    while (lines.hasNext()) {
      String line = lines.next().strip();
      int colon = line.indexOf(": ");
      if (line.startsWith("[") && line.endsWith("]") && colon > 0) {
        parameters.put(line.substring(1, colon), line.substring(colon + 2, line.length() - 1).strip());
      } else if (line.startsWith(CATEGORIES)) {
        categories = line.substring(CATEGORIES.length());
      }
    }
    return new Sections(header, trees, parameters, categories);
  }

  /** A text of the header that must be there. */
  String need(String key) throws FormatException {
    String text = header.get(key);
    if (text == null) {
      throw new FormatException("its header has no " + key);
    }
    return text;
  }
}
