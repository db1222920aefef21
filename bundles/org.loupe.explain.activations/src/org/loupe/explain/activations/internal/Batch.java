/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.activations.internal;

import org.loupe.api.subject.DecodedInput;

/** How many inputs are fed at once. */
final class Batch {
  private Batch() {
  }

  static long of(DecodedInput input) {
    return input.tensor().shape().rank() == 0 ? 1 : input.tensor().shape().dim(0);
  }
}
