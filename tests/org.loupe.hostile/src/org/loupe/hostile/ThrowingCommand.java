/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.hostile;

import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;

/** Throws a runtime exception. */
public class ThrowingCommand implements Command {
  @Override
  public int run(CommandContext context) {
    throw new IllegalStateException("thrown on purpose");
  }
}
