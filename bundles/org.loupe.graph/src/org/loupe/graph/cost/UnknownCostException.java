/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

/** Leaves a rule whose answer depends on something that is not known; never leaves this package. */
final class UnknownCostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownCostException() {
    super("not known", null, false, false);
  }
}
