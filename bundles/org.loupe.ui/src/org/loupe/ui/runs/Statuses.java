/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.runs;

import java.util.Optional;
import org.loupe.core.run.RunStatus;

/** Name and picture of each way in which a run can end. */
public final class Statuses {
  private Statuses() {
  }

  /** @param status empty while it runs */
  public static String text(Optional<RunStatus> status) {
    return status.isEmpty() ? Messages.Statuses_running : switch (status.get()) {
      case COMPLETED -> Messages.Statuses_completed;
      case PARTIAL -> Messages.Statuses_partial;
      case NOT_APPLICABLE -> Messages.Statuses_notApplicable;
      case FAILED -> Messages.Statuses_failed;
      case CANCELLED -> Messages.Statuses_cancelled;
    };
  }

  /** File name of the icon in the bundle. */
  static String icon(Optional<RunStatus> status) {
    return status.isEmpty() ? "icons/running.svg" : switch (status.get()) {
      case COMPLETED -> "icons/done.svg";
      case PARTIAL -> "icons/partial.svg";
      case NOT_APPLICABLE -> "icons/refused.svg";
      case FAILED -> "icons/failed.svg";
      case CANCELLED -> "icons/cancelled.svg";
    };
  }
}
