/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.text;

/** Looks for fonts once, on first use. */
final class FontHolder {
  static final TextMeasure MEASURE = find();

  private FontHolder() {
  }

  private static TextMeasure find() {
    try {
      return new AwtTextMeasure();
    } catch (RuntimeException | LinkageError | InternalError e) {
      return new AverageTextMeasure(); // no fonts, or no font library, on this machine
    }
  }
}
