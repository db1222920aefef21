/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.eclipse.osgi.util.NLS;
import org.loupe.core.run.RunStatus;

/** What the columns of the list say. */
final class RunLabels {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private RunLabels() {
  }

  static String[] columns(RunEntry e) {
    return new String[] {Statuses.text(e.status()), e.method(), e.subject(), target(e), e.model(),
        WHEN.format(e.started()), duration(e.millis()), remark(e)};
  }

  private static String target(RunEntry e) {
    String t = e.target();
    return t.equals("none") ? Messages.RunLabels_none : t.equals("top") ? Messages.RunLabels_top
        : t.startsWith("index:") ? NLS.bind(Messages.RunLabels_class, t.substring("index:".length())) : t;
  }

  static String duration(long millis) {
    return millis < 0 ? "" : millis < 1000 ? NLS.bind(Messages.RunLabels_millis, millis)
        : NLS.bind(Messages.RunLabels_seconds, String.format("%.1f", millis / 1000.0));
  }

  private static String remark(RunEntry e) {
    if (e.stale().orElse(false)) {
      return Messages.RunLabels_stale;
    }
    boolean unsaved = e.outcome().isPresent() && e.stored().isEmpty() && e.outcome().get().record().isPresent();
    if (unsaved) {
      return Messages.RunLabels_unsaved;
    }
    return e.status().filter(s -> s == RunStatus.CANCELLED).isPresent() ? "" : e.message();
  }

  /** Whether two entries are of the same run. */
  static boolean same(RunEntry a, RunEntry b) {
    return a.number() != 0 || b.number() != 0 ? a.number() == b.number()
        : a.stored().map(s -> s.id()).equals(b.stored().map(s -> s.id()));
  }
}
