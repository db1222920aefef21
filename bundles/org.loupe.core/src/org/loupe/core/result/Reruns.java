/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunService;

/** Does a result again from its record. */
public final class Reruns {
  public Reruns(RunService runs) {
  }

  /** The options with which to open the model again. */
  public static LoadOptions loadOptions(RunRecord record) {
    return new LoadOptions(record.provenance().runtime().device(), record.provenance().runtime().threads());
  }

  public RerunReport rerun(RunRecord record, ModelLease lease, Progress progress) throws LoupeException {
    throw new UnsupportedOperationException();
  }
}
