/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

/** A gradient that does not exist or cannot be built; the message is one line for the user. */
public class GradientException extends Exception {
  private static final long serialVersionUID = 1L;

  public GradientException(String message) {
    super(message);
  }

  public GradientException(String message, Throwable cause) {
    super(message, cause);
  }
}
