/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.VisualizerEntry;
import org.loupe.core.internal.export.CsvExport;
import org.loupe.core.internal.export.JsonExport;
import org.loupe.core.internal.export.PageExport;
import org.loupe.core.internal.export.Views;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.result.Results;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.scene.write.HtmlPage;
import org.loupe.scene.write.HtmlWriter;
import org.loupe.scene.write.PngWriter;
import org.loupe.scene.write.SvgWriter;

/** Writes results to files, and draws them. */
public final class Exporters {
  /** Endings of the files that {@link #export} writes. */
  public static final List<String> ENDINGS = List.of("npy", "png", "svg", "json", "csv", "html", "xai");
  private final Catalogues catalogues;
  private final Views views;

  public Exporters(Catalogues catalogues) {
    this.catalogues = catalogues;
    this.views = new Views(catalogues.visualizers());
  }

  /**
   * Writes a file by its ending: {@code .npy} the raw values, {@code .png} and {@code .svg} the picture, {@code .json}
   * values with provenance and figures, {@code .csv} a table, {@code .html} one self-contained page, {@code .xai} the
   * record. Atomic: a failure leaves what was there.
   *
   * @throws LoupeException USAGE for another ending or an option that is not valid; NOT_APPLICABLE if the result has no
   *     such form; FAILED if the file cannot be written
   */
  public void export(RunRecord record, Path out, ExportOptions options) throws LoupeException {
    AtomicFiles.Content content = switch (checkEnding(out)) {
      case "npy" -> npy(record);
      case "png" -> {
        Scene scene = scene(record, options);
        yield stream -> PngWriter.write(scene, theme(options), 1, stream);
      }
      case "svg" -> {
        Scene scene = scene(record, options);
        yield stream -> SvgWriter.write(scene, Optional.of(theme(options)), stream);
      }
      case "json" -> JsonExport.of(record);
      case "csv" -> CsvExport.of(record);
      case "html" -> {
        HtmlPage page = new PageExport(record, title(record), views).page(options);
        yield stream -> HtmlWriter.write(page, stream);
      }
      default -> {
        XaiFile.write(record, out);
        yield null;
      }
    };
    if (content != null) {
      try {
        AtomicFiles.write(out, content);
      } catch (IOException e) {
        throw Failures.writing(out, e);
      }
    }
  }

  /** @throws LoupeException USAGE if no export has the ending of the file; the message names those that there are */
  public static String checkEnding(Path out) throws LoupeException {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().filter(e -> name.endsWith("." + e)).findFirst().orElseThrow(() -> LoupeException.usage(
        "cannot write " + out + ": the ending must be one of ." + String.join(" .", ENDINGS)));
  }

  /**
   * The picture. Never on the UI thread: this runs contributed code.
   *
   * @throws LoupeException USAGE for an unknown visualizer or option; NOT_APPLICABLE if nothing draws this result;
   *     FAILED, naming the bundle, if the visualizer is defective
   */
  public Scene scene(RunRecord record, ExportOptions options) throws LoupeException {
    return views.scene(record, title(record), options);
  }

  /** The visualizers that draw this result, the default one first; loads their code. */
  public List<VisualizerEntry> visualizers(RunRecord record) throws LoupeException {
    return views.candidates(record);
  }

  /** What a result is called: the method, and what was explained. */
  private String title(RunRecord record) {
    String id = record.provenance().explainer();
    return catalogues.explainers().get(id).map(ExplainerEntry::name).orElse(id) + ": "
        + record.provenance().targetText();
  }

  private static Theme theme(ExportOptions options) {
    return options.dark() ? Theme.DARK : Theme.LIGHT;
  }

  private static AtomicFiles.Content npy(RunRecord record) throws LoupeException {
    Tensor values = Results.values(record.result()).orElseThrow(() -> LoupeException.notApplicable(
        "this result is a table without a tensor of values; write it as .csv or .json"));
    return stream -> NpyWriter.write(values, stream);
  }
}
