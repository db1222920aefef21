/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.lightgbm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.trees.internal.content.JsonDocument;
import org.loupe.trees.internal.content.Value;

/** Names of the codes of categorical columns, which files tell if the training data was a table of pandas. */
final class Words {
  private Words() {
  }

  /**
   * By column. The file has lists of names in the order of the columns and leaves out which these are; what it was
   * trained with says so, else what it says of values. Nothing where these do not fit each other.
   */
  static Map<Integer, List<String>> read(Sections file, String[] infos) throws IOException {
    Map<Integer, List<String>> out = new HashMap<>();
    if (file.categories().isEmpty() || file.categories().equals("null")) {
      return out;
    }
    Value document = JsonDocument.read(file.categories().getBytes(StandardCharsets.UTF_8));
    if (!document.isArray()) {
      return out;
    }
    List<Value> lists = document.items();
    List<Integer> columns = told(file.parameters().getOrDefault("categorical_feature", ""), infos.length);
    if (columns.size() != lists.size()) {
      columns = seen(infos);
    }
    for (int i = 0; columns.size() == lists.size() && i < lists.size(); i++) {
      if (lists.get(i).isArray()) {
        out.put(columns.get(i), lists.get(i).items().stream().map(Words::word).toList());
      }
    }
    return out;
  }

  private static String word(Value value) {
    return value.raw() instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString(d.longValue())
        : String.valueOf(value.raw());
  }

  private static List<Integer> told(String parameter, int columns) {
    List<Integer> out = new ArrayList<>();
    for (String part : parameter.split(",")) {
      if (part.matches("\\d{1,9}") && Integer.parseInt(part) < columns) {
        out.add(Integer.parseInt(part));
      }
    }
    return out.stream().sorted().toList();
  }

  /** Ranges of numbers stand in brackets, categories do not. */
  private static List<Integer> seen(String[] infos) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < infos.length; i++) {
      if (!infos[i].startsWith("[") && !infos[i].equals("none")) {
        out.add(i);
      }
    }
    return out;
  }
}
