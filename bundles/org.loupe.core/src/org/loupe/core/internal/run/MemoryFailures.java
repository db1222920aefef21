/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.Locale;
import org.loupe.api.LoupeException;

/** Tells whether something failed for want of memory, so that less at once may help. */
final class MemoryFailures {
  private static final String[] SIGNS = {"out of memory", "failed to allocate", "bad_alloc", "bad allocation",
      "memory allocation"};

  private MemoryFailures() {
  }

  /** Java says so by its error; native engines have nothing but words. */
  static boolean is(LoupeException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof OutOfMemoryError) {
        return true;
      }
      String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
      for (String sign : SIGNS) {
        if (message.contains(sign)) {
          return true;
        }
      }
    }
    return false;
  }
}
