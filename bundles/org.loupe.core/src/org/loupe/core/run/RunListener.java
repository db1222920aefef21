/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import org.loupe.core.result.RunRecord;

/** Follows a run; called on the run's threads. */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE = new RunListener() {
  };

  /** @param fraction from 0 to 1, or NaN if unknown */
  default void progress(String task, double fraction) {
  }

  /** There is something to show already. */
  default void partial(RunRecord record) {
  }

  /** The method says something that a reader must know. */
  default void note(String sentence) {
  }

  /** The run is over; the last call. */
  default void ended(RunOutcome outcome) {
  }
}
