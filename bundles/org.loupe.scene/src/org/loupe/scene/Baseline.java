/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

/** Which height of a text stands at its position. */
public enum Baseline {
  /** The line on which letters stand. */
  ALPHABETIC,
  /** Half the height of a capital letter above it. */
  MIDDLE,
  /** The upper end of the highest letters. */
  TOP,
  /** The lower end of the lowest letters. */
  BOTTOM
}
