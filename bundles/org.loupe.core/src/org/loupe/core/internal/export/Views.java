/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.export;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.Result;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.VisualizerEntry;
import org.loupe.core.internal.contain.Containment;
import org.loupe.core.internal.contain.Schemas;
import org.loupe.core.internal.result.Results;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.scene.Scene;

/** Finds the visualizer of a result and has it drawn. */
public final class Views {
  private static final System.Logger LOG = System.getLogger("org.loupe.core");
  /** What a visualizer that draws every contributed kind of result says that it draws. */
  private static final String ANY_CUSTOM = "CustomResult";
  private final Catalogue<VisualizerEntry> visualizers;

  public Views(Catalogue<VisualizerEntry> visualizers) {
    this.visualizers = visualizers;
  }

  /** Those that draw this result, the default one first. */
  public List<VisualizerEntry> candidates(RunRecord record) throws LoupeException {
    return candidates(record.result(), record.provenance().bundle());
  }

  List<VisualizerEntry> candidates(Result result, String bundle) throws LoupeException {
    String kind = Results.kind(result, bundle);
    List<VisualizerEntry> out = new ArrayList<>();
    for (VisualizerEntry entry : visualizers.entries()) {
      try {
        boolean named = entry.result().equals(kind)
            || entry.result().equals(ANY_CUSTOM) && result instanceof CustomResult;
        if (named && accepts(entry, entry.create(), result)) {
          out.add(entry);
        }
      } catch (LoupeException e) {
        // A defective visualizer must not keep the others from drawing.
        LOG.log(Level.DEBUG, e.getMessage(), e);
      }
    }
    out.sort(Comparator.comparing(VisualizerEntry::priority).reversed());
    return out;
  }

  /** @throws LoupeException as {@link org.loupe.core.result.Exporters#scene} */
  public Scene scene(RunRecord record, String title, ExportOptions options) throws LoupeException {
    return scene(record.result(), record.provenance().bundle(), title, options);
  }

  Scene scene(Result result, String bundle, String title, ExportOptions options) throws LoupeException {
    VisualizerEntry entry;
    if (options.visualizer().isEmpty()) {
      entry = candidates(result, bundle).stream().findFirst().orElseThrow(() -> LoupeException.notApplicable(
          "no visualizer is installed for this kind of result; write it as .csv or .json"));
    } else {
      entry = visualizers.find(options.visualizer());
      if (!accepts(entry, entry.create(), result)) {
        throw LoupeException.notApplicable("visualizer " + entry.id() + " does not draw this result");
      }
    }
    return draw(entry, entry.create(), result, title, options);
  }

  private static <R extends Result> boolean accepts(VisualizerEntry entry, Visualizer<R, ?> visualizer, Result result)
      throws LoupeException {
    return Containment.call(entry.bundle(), "asking " + entry.id() + " whether it draws the result",
        () -> visualizer.resultType().isInstance(result) && visualizer.accepts(visualizer.resultType().cast(result)));
  }

  private static <R extends Result, O extends Record> Scene draw(VisualizerEntry entry, Visualizer<R, O> visualizer,
      Result result, String title, ExportOptions options) throws LoupeException {
    SettingsSchema<O> schema = Schemas.typed(entry.bundle(), entry.id(), visualizer::optionsType);
    ViewRequest<O> request = request(schema.read(options.viewOptions()), title, options);
    return Containment.call(entry.bundle(), "drawing with " + entry.id(),
        () -> visualizer.prepare(visualizer.resultType().cast(result), request));
  }

  private static <O extends Record> ViewRequest<O> request(O values, String title, ExportOptions options)
      throws LoupeException {
    try {
      return new ViewRequest<>(values, title, options.width(), options.height());
    } catch (IllegalArgumentException e) {
      throw LoupeException.usage(e.getMessage());
    }
  }
}
