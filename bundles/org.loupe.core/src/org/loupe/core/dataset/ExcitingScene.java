/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.core.input.InputReader;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Layout;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;

/** The files that excite channels most as a drawing: a row for each channel, the best file first. */
public final class ExcitingScene {
  private static final double CELL = 88;
  private static final double LABEL = 18;
  private static final double NAME = 72;
  private static final double HEAD = 64;
  private static final double MIN_WIDTH = 420;
  private static final int MOST_ROWS = 256;

  private final InputReader inputs;
  private final ModelDescription model;
  private final InputCard card;
  private final Path folder;

  /** @param folder where the files are */
  public ExcitingScene(InputReader inputs, ModelDescription model, InputCard card, Path folder) {
    this.inputs = inputs;
    this.model = model;
    this.card = card;
    this.folder = folder;
  }

  /**
   * Draws the channels; those after the first 256 are left out, with a word. Reads the files again: each one once for
   * each time that it is shown, so that no more than the drawing is held.
   *
   * @throws LoupeException BAD_INPUT if a file can no longer be read
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Scene draw(String layer, ExcitingFiles found, List<Integer> channels, Progress progress)
      throws LoupeException {
    List<Integer> shown = channels.subList(0, Math.min(MOST_ROWS, channels.size()));
    int most = shown.stream().mapToInt(c -> found.channels().get(c).size()).max().orElse(0);
    SceneBuilder scene = new SceneBuilder(Math.max(MIN_WIDTH, NAME + most * (CELL + Styles.GAP) + 2 * Styles.MARGIN),
        shown.size() * (CELL + LABEL + Styles.GAP) + HEAD + 2 * Styles.MARGIN);
    scene.header(layer, (shown.size() < channels.size() ? "the first " + shown.size() + " channels, " : "")
        + "the best of " + found.read() + " files");
    Rect free = scene.free();
    progress.begin("Drawing " + layer, shown.size());
    for (int i = 0; i < shown.size(); i++) {
      row(scene, free.x(), free.y() + i * (CELL + LABEL + Styles.GAP), shown.get(i), found, progress);
      progress.worked(1);
    }
    return scene.description("Files of " + folder.getFileName() + " that excite channels of " + layer + " most")
        .build();
  }

  private void row(SceneBuilder scene, double x, double y, int channel, ExcitingFiles found, Progress progress)
      throws LoupeException {
    scene.label(TextItem.of(Integer.toString(channel), x, y + CELL / 2, Styles.BODY));
    List<ExcitingFile> files = found.channels().get(channel);
    for (int i = 0; i < files.size(); i++) {
      progress.check();
      ExcitingFile file = files.get(i);
      Rect cell = new Rect(x + NAME + i * (CELL + Styles.GAP), y, CELL, CELL);
      DecodedInput input = inputs.read(model, card, Map.of("", folder.resolve(file.file())), progress).first();
      if (input.picture().isPresent()) {
        Picture p = Thumbnail.marked(input, file, found, (int) CELL);
        scene.add(new ImageItem(Raster.of(p.width(), p.height(), p.argb()),
            Layout.fit(cell, p.width(), p.height()), false, 1, file.file() + ", " + Numbers.format(file.score())));
      }
      scene.label(TextItem.of(Numbers.format(file.score(), 3), cell.x(), cell.bottom() + LABEL - 5, Styles.SMALL)
          .color(Styles.MUTED).limit(CELL));
    }
  }

  /** The same as plain values: channels with their files, for a document. */
  public static Map<String, Object> table(String layer, Path folder, Measure measure, ExcitingFiles found,
      List<Integer> channels) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int channel : channels) {
      List<Map<String, Object>> files = new ArrayList<>();
      for (ExcitingFile f : found.channels().get(channel)) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("file", f.file());
        file.put("score", f.score());
        file.put("peak", f.peak());
        file.put("row", f.row());
        file.put("column", f.column());
        files.add(file);
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("channel", channel);
      row.put("files", files);
      rows.add(row);
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("layer", layer);
    out.put("folder", folder.toString());
    out.put("measure", measure.name().toLowerCase(java.util.Locale.ROOT));
    out.put("read", found.read());
    out.put("skipped", found.skipped());
    out.put("complete", found.complete());
    out.put("rows", found.rows());
    out.put("columns", found.columns());
    out.put("channels", rows);
    return out;
  }
}
