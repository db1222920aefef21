/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour;

import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/** Gives each layer of a model a number or a kind, by which the Graph page colours it. Holds no state. */
public interface NodeColouring {
  /**
   * Computes it; called outside the UI thread.
   *
   * @throws LoupeException if it cannot be had: the message is shown in place of the legend
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  NodeValues compute(ColouringRequest request, Progress progress) throws LoupeException;
}
