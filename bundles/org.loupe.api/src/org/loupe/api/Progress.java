/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api;

import java.util.concurrent.CancellationException;

/** How far a long operation has come, and whether it is still wanted. Implementations are safe for several threads. */
public interface Progress {
  /** Never cancelled, shows nothing. */
  Progress NONE = new Progress() {
    @Override
    public void begin(String task, long units) {
    }

    @Override
    public void worked(long units) {
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  };

  /**
   * Starts a task, replacing the one before.
   *
   * @param units how many {@link #worked} units make it whole; 0 if unknown
   */
  void begin(String task, long units);

  void worked(long units);

  /** Whether the user has asked to stop; long work looks at least once for each node, batch or file. */
  boolean cancelled();

  /** @throws CancellationException if the user has asked to stop */
  default void check() {
    if (cancelled()) {
      throw new CancellationException();
    }
  }
}
