/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.Progress;
import org.loupe.core.result.StoredResult;
import org.loupe.ui.api.context.Inspector;

/** Marks entries whose model has changed since. */
final class StaleCheck {
  private StaleCheck() {
  }

  static List<RunEntry> of(Inspector inspector, List<RunEntry> entries, Progress progress) {
    // many results are of the same state of the same model, and looking costs reading the file
    Map<String, Boolean> known = new HashMap<>();
    List<RunEntry> out = new ArrayList<>();
    for (RunEntry entry : entries) {
      progress.check();
      if (entry.stored().isEmpty()) {
        out.add(entry);
        continue;
      }
      StoredResult stored = entry.stored().get();
      String model = stored.provenance().modelHash() + stored.provenance().model();
      boolean stale = known.computeIfAbsent(model, m -> inspector.loupe().results().stale(stored, progress));
      out.add(entry.withStale(stale));
    }
    return out;
  }
}
