/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.Optional;

/**
 * A place that answers to the pointer; not seen.
 *
 * @param bounds where
 * @param tooltip what is shown there; may have several lines, may be empty
 * @param selection what a click selects
 */
public record HitRegion(Rect bounds, String tooltip, Optional<Selection> selection) implements Item {
  public HitRegion {
    tooltip = SafeText.paragraph(tooltip);
  }

  public static HitRegion of(Rect bounds, String tooltip) {
    return new HitRegion(bounds, tooltip, Optional.empty());
  }

  public static HitRegion of(Rect bounds, String tooltip, Selection selection) {
    return new HitRegion(bounds, tooltip, Optional.of(selection));
  }
}
