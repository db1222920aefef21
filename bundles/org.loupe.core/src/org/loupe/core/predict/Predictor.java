/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.predict;

import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.subject.Subject;
import org.loupe.core.model.ModelLease;

/** Runs a model forward and reads its answer. */
public final class Predictor {
  public Prediction predict(ModelLease lease, Subject.Single subject, int top, Progress progress)
      throws LoupeException {
    throw new UnsupportedOperationException();
  }
}
