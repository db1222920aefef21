/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A run that was started. */
public interface Run {
  RunRequest request();

  /** How it ended; empty while it has not. */
  Optional<RunOutcome> outcome();

  /** Completes with the outcome, never exceptionally. */
  CompletableFuture<RunOutcome> future();

  /** Asks to stop; returns at once. A method that does not stop is left behind after a moment. */
  void cancel();

  /** What it is doing, for a reader. */
  String task();

  /** How far that has come, from 0 to 1; NaN if unknown. */
  double fraction();
}
