/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.command.CommandContext;
import org.loupe.api.model.LayerNames;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.core.Loupe;
import org.loupe.core.dataset.ExcitingFiles;
import org.loupe.core.dataset.ExcitingRequest;
import org.loupe.core.dataset.ExcitingScene;
import org.loupe.core.dataset.Measure;
import org.loupe.core.visualize.PictureFiles;

/** {@code --examples DIR}: beside the generated pictures, the files of a folder that excite the same channels most. */
record ExampleFiles(CommandContext context, ModelSession session, VisualizeFiles files) {
  private static final int KEEP = 9;
  private static final String NAME = "examples";

  /**
   * Looks through the folder and writes a sheet and a list beside each thing that {@code --out} names.
   *
   * @param channels empty for all
   * @return what was written
   */
  List<Path> write(Path folder, String layerName, List<Integer> channels) throws LoupeException {
    Loupe loupe = context.service(Loupe.class);
    String layer = LayerNames.find(session.description(), layerName).id();
    ExcitingRequest request = new ExcitingRequest(session.card(), layer, folder, Measure.MEAN, KEEP);
    ExcitingFiles found = loupe.exciting().find(session.lease(), request, context.progress(), partial -> {
    });
    if (found.skipped() > 0) {
      context.message(found.skipped() + " of " + found.files() + " files of " + folder + " cannot be read; the first: "
          + found.firstSkipped());
    }
    if (!found.complete() && context.progress().cancelled()) {
      throw new CancellationException();
    }
    List<Integer> shown = channels.isEmpty() ? IntStream.range(0, found.channels().size()).boxed().toList() : channels;
    var scene = new ExcitingScene(loupe.inputs(), session.description(), session.card(), request.folder())
        .draw(layer, found, shown, context.progress());
    List<Path> written = new ArrayList<>();
    for (Path base : bases()) {
      Path png = base.resolveSibling(base.getFileName() + ".png");
      Path json = base.resolveSibling(base.getFileName() + ".json");
      VisualizeFiles.parent(png);
      PictureFiles.write(scene, png);
      PictureFiles.write(json, out -> JsonOut.document(new PrintStream(out, false, StandardCharsets.UTF_8),
          ExcitingScene.table(layer, request.folder(), Measure.MEAN, found, shown)));
      written.add(png);
      written.add(json);
    }
    return written;
  }

  /** Names without ending: {@code NAME.examples} beside a file, {@code examples} in a folder. */
  private Set<Path> bases() {
    Set<Path> out = new LinkedHashSet<>();
    for (Path file : files.files()) {
      String name = file.getFileName().toString();
      out.add(file.toAbsolutePath().resolveSibling(name.substring(0, name.lastIndexOf('.')) + "." + NAME));
    }
    files.folders().forEach(f -> out.add(f.toAbsolutePath().resolve(NAME)));
    return out;
  }
}
