/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.util.Locale;

/** What the animal stands on. */
public enum Ground {
  SNOW, GRASS;

  /** Its name in file names and tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
