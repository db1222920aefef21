/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.subject.DecodedInput;
import org.loupe.core.dataset.ExcitingFile;
import org.loupe.core.dataset.ExcitingFiles;
import org.loupe.core.dataset.Thumbnail;
import org.loupe.math.scale.Numbers;
import org.loupe.ui.api.canvas.Tiles;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspector;

/** The pictures that excite a channel most, the best first, each marked where it does. */
record ExcitingTiles(Inspector inspector, InspectedModel model, Path folder, ExcitingFiles found,
    List<ExcitingFile> files) implements Tiles {
  @Override
  public int count() {
    return files.size();
  }

  Path file(int tile) {
    return folder.resolve(files.get(tile).file());
  }

  @Override
  public Optional<ImageData> picture(int tile, int pixels, Progress progress) throws LoupeException {
    DecodedInput input = inspector.loupe().inputs()
        .read(model.description(), model.card(), Map.of("", file(tile)), progress).first();
    return input.picture().isEmpty() ? Optional.empty()
        : Optional.of(Pictures.image(Thumbnail.marked(input, files.get(tile), found, pixels)));
  }

  @Override
  public String label(int tile) {
    return Numbers.format(files.get(tile).score(), 3);
  }

  @Override
  public String tooltip(int tile) {
    ExcitingFile f = files.get(tile);
    String text = Texts.bind(Messages.ExcitingTiles_tip, f.file(), f.score());
    return found.rows() > 1 || found.columns() > 1
        ? text + "\n" + Texts.bind(Messages.ExcitingTiles_place, f.peak(), f.row(), f.column()) : text;
  }
}
