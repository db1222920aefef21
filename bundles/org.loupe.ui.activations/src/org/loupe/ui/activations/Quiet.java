/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import org.loupe.api.Progress;

/** Asks whether work is still wanted, and shows nothing: for steps of something whose progress is shown as a whole. */
record Quiet(Progress whole) implements Progress {
  static Progress of(Progress progress) {
    return new Quiet(progress);
  }

  @Override
  public void begin(String task, long units) {
    // the whole is shown
  }

  @Override
  public void worked(long units) {
    // the whole is shown
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
