/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.Set;
import org.loupe.ui.graph.layout.Box;

/**
 * What stands out.
 *
 * @param selected the selected box; null for none
 * @param matches boxes that are or hold what was searched for
 */
public record Marks(Box selected, Set<Box> matches) {
  public static final Marks NONE = new Marks(null, Set.of());

  public Marks {
    matches = Set.copyOf(matches);
  }
}
