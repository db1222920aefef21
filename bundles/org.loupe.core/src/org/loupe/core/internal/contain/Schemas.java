/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.contain;

import java.util.concurrent.Callable;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingsSchema;

/** Makes the schema of a contribution's settings, whatever its code does. */
public final class Schemas {
  private Schemas() {
  }

  /** @throws LoupeException FAILED, naming the bundle, if the type is no proper settings record */
  public static SettingsSchema<?> of(String bundle, String id, Callable<? extends Class<? extends Record>> type)
      throws LoupeException {
    // Spelled out, as not every compiler infers the type of a captured wildcard.
    Callable<SettingsSchema<?>> read = () -> schema(type.call());
    return Containment.call(bundle, "reading the settings of " + id, read);
  }

  /** As {@link #of}, for a known type. */
  public static <S extends Record> SettingsSchema<S> typed(String bundle, String id, Callable<Class<S>> type)
      throws LoupeException {
    return Containment.call(bundle, "reading the settings of " + id, () -> schema(type.call()));
  }

  private static <S extends Record> SettingsSchema<S> schema(Class<S> record) {
    if (record == null) {
      return null;
    }
    if (!Record.class.isAssignableFrom(record)) {
      throw new ClassCastException(record.getName() + " is no record");
    }
    SettingsSchema<S> schema = SettingsSchema.of(record);
    // A default that is not valid is better found now than in the middle of a form.
    schema.defaults();
    return schema;
  }
}
