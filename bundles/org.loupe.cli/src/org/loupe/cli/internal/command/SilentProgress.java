/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import org.loupe.api.Progress;

/** Shows nothing, for a part of something that is shown as a whole; stops with the whole. */
record SilentProgress(Progress whole) implements Progress {
  @Override
  public void begin(String task, long units) {
    // The whole says how far it is.
  }

  @Override
  public void worked(long units) {
    // The whole says how far it is.
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
