/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.contain;

import org.loupe.api.LoupeException;

/**
 * Carries a failure of one contribution through the code of another, whose method declares no checked exception; {@link
 * Containment} takes it out again.
 */
public final class ContainedError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final LoupeException failure;

  public ContainedError(LoupeException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  public LoupeException failure() {
    return failure;
  }
}
