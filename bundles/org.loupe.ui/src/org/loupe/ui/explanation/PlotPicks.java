/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.Optional;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.core.result.RunRecord;
import org.loupe.scene.Selection;
import org.loupe.ui.api.context.InspectionContext;

/**
 * Clicks on rows and features of a picture: other views follow them, and the picture of a whole table stays, so that
 * the next row can be clicked in it.
 */
final class PlotPicks {
  private boolean keeping;

  /** @param stay whether the picture is to stay whatever is clicked */
  void tell(InspectionContext context, Selection selection, Optional<RunRecord> shown, boolean stay) {
    boolean rows = shown.map(RunRecord::result)
        .filter(r -> r instanceof AttributionTable || r instanceof FeatureAttribution).isPresent();
    if (rows) {
      keeping = stay;
      try {
        context.pick(selection);
      } finally {
        keeping = false;
      }
    }
  }

  /** Whether what changes now comes of a click in a picture that stays. */
  boolean keeping() {
    return keeping;
  }
}
