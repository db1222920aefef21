/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
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
 * @param visualizer what made it
 * @param schema options of that visualizer
 * @param offered all that could have made one, the default first
 * @param options that it was drawn with
 */
record Drawn(Scene scene, VisualizerEntry visualizer, SettingsSchema<?> schema, List<VisualizerEntry> offered,
    ExportOptions options) {

  /**
   * How a result is to be drawn.
   *
   * @param wanted ids of the visualizers that the user has chosen, by the default one in whose place they draw
   * @param options of each visualizer, by its id
   * @param row name of the selected row, for pictures of one row of many
   */
  record Wish(Map<String, String> wanted, Map<String, Map<String, String>> options, Optional<String> row, int width,
      int height, boolean dark) {
  }

  /** Draws a result; not for the UI thread. @throws LoupeException if nothing draws it, or drawing fails */
  static Drawn of(Inspector inspector, RunRecord record, Wish wish) throws LoupeException {
    var exporters = inspector.loupe().exporters();
    List<VisualizerEntry> visualizers = exporters.visualizers(record);
    if (visualizers.isEmpty()) {
      throw LoupeException.notApplicable(Messages.Drawn_noVisualizer);
    }
    VisualizerEntry first = visualizers.get(0);
    String chosen = wish.wanted().getOrDefault(first.id(), first.id());
    VisualizerEntry entry = visualizers.stream().filter(v -> v.id().equals(chosen)).findFirst().orElse(first);
    Map<String, String> options = new HashMap<>(wish.options().getOrDefault(entry.id(), Map.of()));
    wish.row().filter(row -> record.result() instanceof AttributionTable table && table.rows().contains(row))
        .ifPresent(row -> entry.rowOption().filter(o -> options.getOrDefault(o, "").isBlank())
            .ifPresent(o -> options.put(o, row)));
    ExportOptions all = new ExportOptions(options, entry.id(), wish.width(), wish.height(), wish.dark());
    return new Drawn(exporters.scene(record, all), entry, entry.schema(), visualizers, all);
  }
}
