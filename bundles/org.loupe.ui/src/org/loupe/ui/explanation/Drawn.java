/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.catalogue.VisualizerEntry;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.scene.Scene;
import org.loupe.ui.api.context.Inspector;

/**
 * A result as a scene.
 *
 * @param scene the picture
 * @param visualizer id of what made it
 * @param schema options of that visualizer
 * @param offered all that could have made one, the default first
 */
record Drawn(Scene scene, String visualizer, SettingsSchema<?> schema, List<VisualizerEntry> offered) {

  /**
   * Draws a result; not for the UI thread.
   *
   * @param wanted ids of the visualizers that the user has chosen, by the default one in whose place they draw
   */
  static Drawn of(Inspector inspector, RunRecord record, Map<String, String> wanted,
      Map<String, Map<String, String>> optionsByVisualizer, int width, int height, boolean dark)
      throws LoupeException {
    var exporters = inspector.loupe().exporters();
    List<VisualizerEntry> visualizers = exporters.visualizers(record);
    if (visualizers.isEmpty()) {
      throw LoupeException.notApplicable(Messages.Drawn_noVisualizer);
    }
    VisualizerEntry first = visualizers.get(0);
    String chosen = wanted.getOrDefault(first.id(), first.id());
    VisualizerEntry entry = visualizers.stream().filter(v -> v.id().equals(chosen)).findFirst().orElse(first);
    Map<String, String> options = optionsByVisualizer.getOrDefault(entry.id(), Map.of());
    Scene scene = exporters.scene(record, new ExportOptions(options, entry.id(), width, height, dark));
    return new Drawn(scene, entry.id(), entry.schema(), visualizers);
  }
}
