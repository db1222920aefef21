/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.command;

import java.io.PrintStream;
import org.loupe.api.Progress;

/** What a command works with. */
public interface CommandContext {
  Arguments arguments();

  /** For results, UTF-8. */
  PrintStream out();

  /** Writes a line for a person to standard error; control characters are made visible. */
  void message(String line);

  Progress progress();

  /**
   * A service of the application, as {@code org.loupe.core.Loupe}.
   *
   * @throws IllegalArgumentException if there is none of this type
   */
  <T> T service(Class<T> type);
}
