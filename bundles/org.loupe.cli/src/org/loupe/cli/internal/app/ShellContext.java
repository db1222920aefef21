/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.io.PrintStream;
import org.loupe.api.Progress;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.CommandContext;
import org.loupe.cli.internal.text.Palette;
import org.loupe.core.Loupe;

/** What one run of a command works with. */
record ShellContext(Arguments arguments, Terminal terminal, Progress progress, Loupe loupe) implements CommandContext {
  @Override
  public PrintStream out() {
    return terminal.out();
  }

  @Override
  public void message(String line) {
    terminal.message("loupe: " + line);
  }

  @Override
  public <T> T service(Class<T> type) {
    if (type.isInstance(loupe)) {
      return type.cast(loupe);
    }
    if (type == Palette.class) {
      return type.cast(new Palette(terminal.colours()));
    }
    throw new IllegalArgumentException("no service " + type.getName() + "; there is " + Loupe.class.getName());
  }
}
