/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.settings;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;

/** The declared settings of a record type, and the way between the record and a map of texts. */
public final class SettingsSchema<S extends Record> {
  private final Class<S> type;
  private final List<SettingField> fields;

  private SettingsSchema(Class<S> type) {
    this.type = type;
    this.fields = Arrays.stream(type.getRecordComponents()).map(SettingField::new).toList();
  }

  /** @throws IllegalArgumentException if a component has no {@link Setting} or a type that settings cannot have */
  public static <S extends Record> SettingsSchema<S> of(Class<S> type) {
    return new SettingsSchema<>(type);
  }

  /** The record. */
  public Class<S> type() {
    return type;
  }

  public List<SettingField> fields() {
    return fields;
  }

  /** The record with every default. @throws IllegalStateException if a declared default is not valid */
  public S defaults() {
    try {
      return read(Map.of());
    } catch (LoupeException e) {
      throw new IllegalStateException("defaults of " + type.getName() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The record of these values; what is not named keeps its default.
   *
   * @throws LoupeException USAGE for an unknown key, a value that is not allowed, or a combination that the record's
   *     constructor refuses with an IllegalArgumentException
   */
  public S read(Map<String, String> values) throws LoupeException {
    for (String key : values.keySet()) {
      if (fields.stream().noneMatch(f -> f.key().equals(key))) {
        throw LoupeException.usage("no setting " + key + "; there are "
            + fields.stream().map(SettingField::key).toList());
      }
    }
    List<Object> arguments = new ArrayList<>();
    for (SettingField f : fields) {
      arguments.add(f.parse(values.getOrDefault(f.key(), f.defaultText())));
    }
    return construct(arguments);
  }

  /** Every value as text, in the order of declaration; {@link #read} gives an equal record. */
  public Map<String, String> write(S settings) {
    Map<String, String> out = new LinkedHashMap<>();
    for (SettingField f : fields) {
      try {
        var accessor = f.component().getAccessor();
        accessor.setAccessible(true);
        out.put(f.key(), f.format(accessor.invoke(settings)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return out;
  }

  private S construct(List<Object> arguments) throws LoupeException {
    try {
      Class<?>[] types = fields.stream().map(f -> f.component().getType()).toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw LoupeException.usage(refused.getMessage());
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
