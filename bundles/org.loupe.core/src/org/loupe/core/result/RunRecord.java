/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.util.List;
import java.util.Optional;
import org.loupe.api.result.Provenance;
import org.loupe.api.result.Result;
import org.loupe.api.subject.Subject;
import org.loupe.core.run.RunStatus;

/**
 * A result with all that is needed to show it and to do it again.
 *
 * @param status COMPLETED or PARTIAL
 * @param result what was found
 * @param subject the input
 * @param background what the method compared with; empty if nothing
 * @param provenance how it came to be
 * @param notes what a reader must know, a sentence each
 */
public record RunRecord(RunStatus status, Result result, Subject.Single subject, Optional<Subject.Single> background,
    Provenance provenance, List<String> notes) {
  public RunRecord {
    notes = List.copyOf(notes);
  }

  /** Without a background. */
  public RunRecord(RunStatus status, Result result, Subject.Single subject, Provenance provenance, List<String> notes) {
    this(status, result, subject, Optional.empty(), provenance, notes);
  }
}
