/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.core.result.RunRecord;

/**
 * The end of a run.
 *
 * @param status how it ended
 * @param record the result; there for COMPLETED and PARTIAL
 * @param message one line for the user; empty for COMPLETED
 * @param bundle symbolic name of the bundle at fault; empty if none is
 * @param kind what was wrong, where something was: tells a wrong request or input from a failure
 * @param cause what was thrown, for whoever looks for the defect; empty if nothing was
 */
public record RunOutcome(RunStatus status, Optional<RunRecord> record, String message, String bundle,
    Optional<LoupeException.Kind> kind, Optional<Throwable> cause) {
}
