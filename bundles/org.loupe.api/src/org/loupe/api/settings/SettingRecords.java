/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.settings;

import java.util.ArrayList;
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
      try {
        out.add(schema.read(values));
      } catch (LoupeException e) {
        throw LoupeException.usage(key + " [" + (out.size() + 1) + "]: " + e.getMessage());
      }
    }
    return List.copyOf(out);
  }

  static <R extends Record> String format(List<?> records, SettingsSchema<R> schema) {
    List<String> out = new ArrayList<>();
    Map<String, String> defaults = schema.write(schema.defaults());
    for (Object record : records) {
      List<String> pairs = new ArrayList<>();
      Map<String, String> values = schema.write(schema.type().cast(record));
      for (SettingField field : schema.fields()) {
        String value = values.get(field.key());
        if (!value.equals(defaults.get(field.key()))) {
          pairs.add(field.key() + "=" + value);
        }
      }
      out.add(SettingText.join(pairs, INSIDE));
    }
    return SettingText.join(out, BETWEEN);
  }
}
