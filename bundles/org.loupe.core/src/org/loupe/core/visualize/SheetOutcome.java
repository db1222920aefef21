/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.core.run.RunStatus;

/**
 * The end of a contact sheet.
 *
 * @param status COMPLETED; PARTIAL if it was stopped or failed after some channels were finished; CANCELLED,
 *     NOT_APPLICABLE or FAILED otherwise
 * @param finished how many channels are done
 * @param asked how many were asked for; 0 if that was never known
 * @param dead channels that no picture moves
 * @param message one line for the user; empty for COMPLETED
 * @param kind what was wrong, where something was
 */
public record SheetOutcome(RunStatus status, int finished, int asked, List<Integer> dead, String message,
    Optional<LoupeException.Kind> kind) {
  public SheetOutcome {
    dead = List.copyOf(dead);
  }
}
