/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.build.SceneBuilder;

/** What is said around a picture in small print. */
public final class Notes {
  private Notes() {
  }

  /** Figures in one line, as {@code score 8.31, windows 169}. */
  public static String figures(Map<String, Double> figures) {
    return figures.entrySet().stream().map(e -> e.getKey() + " " + Numbers.format(e.getValue()))
        .collect(Collectors.joining("  \u00b7  "));
  }

  /** A number of things, as {@code 1 value} or {@code 2 values}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Notes below a picture, a line each, the first on top. */
  public static void footers(SceneBuilder scene, List<String> notes) {
    notes.reversed().forEach(scene::footer);
  }
}
