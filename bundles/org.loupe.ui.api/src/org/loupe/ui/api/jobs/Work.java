/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.jobs;

import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/** Something that takes time and gives a value; runs outside the UI thread. */
@FunctionalInterface
public interface Work<T> {
  /**
   * Does it.
   *
   * @throws LoupeException what the user must be told
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  T run(Progress progress) throws LoupeException;
}
