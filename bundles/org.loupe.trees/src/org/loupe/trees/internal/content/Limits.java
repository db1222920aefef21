/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.content;

/** What files may claim before anything is set aside for it. */
public final class Limits {
  /** Columns of a model. */
  public static final int COLUMNS = 1_000_000;
  /** Raw scores of a model. */
  public static final int OUTPUTS = 100_000;
  /** Levels of a document. */
  public static final int NESTING = 1000;
  /** One above the largest code of a category: what XGBoost can tell apart in single precision. */
  public static final int CODES = 1 << 24;

  private Limits() {
  }

  /** A count that a file claims. @throws FormatException if it is below {@code least} or above {@code most} */
  public static int count(String what, long claimed, int least, int most) throws FormatException {
    if (claimed < least || claimed > most) {
      throw new FormatException(what + " is " + claimed + ", which is not from " + least + " to " + most);
    }
    return (int) claimed;
  }
}
