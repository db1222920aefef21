/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.jobs;

import org.loupe.api.LoupeException;

/**
 * What comes of a {@link Work}. Methods are called in the UI thread and for the newest work, but for {@link
 * #discarded}.
 */
public interface Outcome<T> {
  void done(T value);

  /** It could not be done; the message is one line for the user. */
  void failed(LoupeException reason);

  /** The user has stopped it. */
  default void cancelled() {
  }

  /** A value that came too late and is shown nowhere, to release what it holds; called by any thread. */
  default void discarded(T value) {
  }

  /** How far it has come. @param fraction from 0 to 1, or NaN if unknown */
  default void progress(String task, double fraction) {
  }
}
