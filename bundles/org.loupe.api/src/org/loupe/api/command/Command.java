/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.command;

import org.loupe.api.LoupeException;

/**
 * A command of the command line. Contributed to {@code org.loupe.api.commands}, where its options and help are
 * declared,
 * so that help needs none of its code.
 */
public interface Command {
  /**
   * Runs to its end.
   *
   * @return the exit code: 0 done, 1 a check failed, 6 partly done
   * @throws LoupeException ends with the code of its kind: USAGE 2, BAD_INPUT 3, NOT_APPLICABLE 4, FAILED 5
   * @throws java.util.concurrent.CancellationException ends with 130
   */
  int run(CommandContext context) throws LoupeException;
}
