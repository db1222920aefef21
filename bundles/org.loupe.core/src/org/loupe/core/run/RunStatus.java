/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

/** How a run ended. */
public enum RunStatus {
  /** With its result. */
  COMPLETED,
  /** It failed or was cancelled, and there is something to show. */
  PARTIAL,
  /** The method cannot be used on this model or input; the message says why. */
  NOT_APPLICABLE,
  /** It should have worked and did not, or the request was wrong. */
  FAILED,
  /** As the user wished, with nothing to show. */
  CANCELLED
}
