/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.contain;

import org.loupe.api.LoupeException;

/** Contributed code is at fault; knows whose it is. */
public final class ContributionFailure extends LoupeException {
  private static final long serialVersionUID = 1L;
  private final String bundle;

  ContributionFailure(String bundle, String message, Throwable cause) {
    super(Kind.FAILED, message, cause);
    this.bundle = bundle;
  }

  /** Symbolic name of the bundle. */
  public String bundle() {
    return bundle;
  }
}
