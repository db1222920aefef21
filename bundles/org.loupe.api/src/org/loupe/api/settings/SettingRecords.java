/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;

/** Lists of records as one text: {@code name=age;unit=years|name=sex}. What has its default is left out. */
final class SettingRecords {
  private static final char BETWEEN = '|';
  private static final char INSIDE = ';';

  private SettingRecords() {
  }

  static <R extends Record> List<R> parse(String key, String text, SettingsSchema<R> schema) throws LoupeException {
    List<R> out = new ArrayList<>();
    for (Map<String, String> values : pairs(key, text)) {
      try {
        out.add(schema.read(values));
      } catch (LoupeException e) {
        throw LoupeException.usage(key + " [" + (out.size() + 1) + "]: " + e.getMessage());
      }
    }
    return List.copyOf(out);
  }

  /** Every value of each record, valid or not. */
  static List<Map<String, String>> values(String key, String text, SettingsSchema<?> schema) throws LoupeException {
    List<Map<String, String>> out = new ArrayList<>();
    for (Map<String, String> values : pairs(key, text)) {
      Map<String, String> all = new LinkedHashMap<>();
      schema.fields().forEach(f -> all.put(f.key(), values.getOrDefault(f.key(), f.defaultText())));
      for (String named : values.keySet()) {
        if (!all.containsKey(named)) {
          throw LoupeException.usage(key + " [" + (out.size() + 1) + "]: no setting " + named + "; there are "
              + all.keySet());
        }
      }
      out.add(Collections.unmodifiableMap(all));
    }
    return out;
  }

  private static List<Map<String, String>> pairs(String key, String text) throws LoupeException {
    List<Map<String, String>> out = new ArrayList<>();
    for (String part : SettingText.split(text, BETWEEN)) {
      Map<String, String> values = new LinkedHashMap<>();
      for (String pair : SettingText.split(part, INSIDE)) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
          throw LoupeException.usage("setting " + key + " [" + (out.size() + 1) + "] must be key=value by semicolons, "
              + "not \"" + pair + "\"");
        }
        values.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
      }
      out.add(values);
    }
    return out;
  }

  static <R extends Record> String format(List<?> records, SettingsSchema<R> schema) {
    return text(records.stream().map(r -> schema.write(schema.type().cast(r))).toList(), schema);
  }

  /** Values that are the defaults are left out. */
  static <R extends Record> String text(List<Map<String, String>> records, SettingsSchema<R> schema) {
    List<String> out = new ArrayList<>();
    for (Map<String, String> values : records) {
      List<String> pairs = new ArrayList<>();
      for (SettingField field : schema.fields()) {
        if (!field.isDefault(values.get(field.key()))) {
          pairs.add(field.key() + "=" + values.get(field.key()));
        }
      }
      out.add(SettingText.join(pairs, INSIDE));
    }
    return SettingText.join(out, BETWEEN);
  }
}
