/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import java.util.concurrent.CompletableFuture;

/** A contact sheet in the making. */
public interface ContactSheet {
  SheetRequest request();

  /** Stops it; what is finished is kept. */
  void cancel();

  /** Completes, never exceptionally, when it is over. */
  CompletableFuture<SheetOutcome> future();
}
