/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one component of a settings record. From this one declaration come the form, the option on the command line,
 * validation, the record of a result and the help page. Components may be int, long, double, boolean, String, an
 * enum, or a List of Integer, Double, String, or records whose components are such settings. As one text, elements of a
 * list have commas between them, and texts in it are written after {@link SettingText}; records have {@code |} between
 * them, and each is {@code key=value} with {@code ;} between.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** Name for a reader, in sentence case. */
  String label();

  /** What it does and when to change it, in a sentence or two. */
  String doc();

  /** As the user would type it; the empty string is an empty list or text. */
  String defaultValue();

  /** Least number allowed; applies to each element of a list. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Greatest number allowed; applies to each element of a list. */
  double max() default Double.POSITIVE_INFINITY;

  /** Unit of a number, as {@code px}; empty if it has none. */
  String unit() default "";
}
