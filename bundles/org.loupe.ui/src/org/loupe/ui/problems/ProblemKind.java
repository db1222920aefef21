/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import org.eclipse.core.resources.IMarker;

/** What a marker on a model or a card is about; each kind comes and goes by itself. */
public enum ProblemKind {
  /** The file is no model that can be opened. */
  UNREADABLE(IMarker.SEVERITY_ERROR),
  /** Files with weights are not where the model says that they are. */
  MISSING_FILES(IMarker.SEVERITY_ERROR),
  /** Layers that no gradient passes. */
  NO_GRADIENT(IMarker.SEVERITY_WARNING),
  /** Weights that are no finite numbers. */
  BAD_WEIGHTS(IMarker.SEVERITY_WARNING),
  /** The input card cannot be read or does not fit the model. */
  CARD(IMarker.SEVERITY_ERROR);

  private final int severity;

  ProblemKind(int severity) {
    this.severity = severity;
  }

  int severity() {
    return severity;
  }
}
