/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.input.TableSample;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;

/**
 * Rows to compare with, as they would be used.
 *
 * @param text what they are, and how many; or that there are none
 * @param missing whether there are none and the method cannot do without
 */
record BackgroundRows(String text, boolean missing) {
  /** Reads them; not for the UI thread. @throws LoupeException if the file is no table or does not fit the model */
  static BackgroundRows of(Inspector inspector, Inspection inspection, ExplainerEntry method,
      Map<String, String> settings, Progress progress) throws LoupeException {
    Optional<TableSample> rows = inspector.background(inspection, progress);
    if (rows.isPresent()) {
      String name = inspection.background().orElseThrow().getFileName().toString();
      int taken = rows.get().subject().items();
      return new BackgroundRows(rows.get().complete() ? NLS.bind(Messages.BackgroundLine_all, name, taken)
          : NLS.bind(Messages.BackgroundLine_some, new Object[] {name, taken, rows.get().available()}), false);
    }
    boolean missing = needed(method, settings);
    return new BackgroundRows(missing ? Messages.BackgroundLine_needed : Messages.BackgroundLine_none, missing);
  }

  private static boolean needed(ExplainerEntry method, Map<String, String> settings) {
    try {
      return method.needsBackground(settings);
    } catch (LoupeException e) {
      // settings that are not valid say so where they stand
      return false;
    }
  }
}
