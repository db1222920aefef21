/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import org.loupe.api.LoupeException;

/** How a command ended, as the shell sees it. */
public enum ExitCode {
  DONE(0), CHECK_FAILED(1), USAGE(2), BAD_INPUT(3), NOT_APPLICABLE(4), FAILED(5), PARTLY(6), CANCELLED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The code that an error of this kind ends with. */
  public static ExitCode of(LoupeException.Kind kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case BAD_INPUT -> BAD_INPUT;
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case FAILED -> FAILED;
    };
  }
}
