/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.api.result.GeneratedInput;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.Exporters;
import org.loupe.core.result.RunRecord;
import org.loupe.core.visualize.PictureFiles;

/**
 * Where pictures go.
 *
 * @param files files by their endings
 * @param folders folders, for many pictures
 */
record VisualizeFiles(List<Path> files, List<Path> folders) {
  private static final List<String> SINGLE = List.of("png", "json", "npy", "xai");
  private static final List<String> MANY = List.of("png", "json", "npy");
  private static final String PNG = "png";

  /** @throws LoupeException USAGE for an ending that is not written */
  static VisualizeFiles of(Arguments arguments, boolean many) throws LoupeException {
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    for (String text : arguments.all("out")) {
      Path path = InputFiles.path(text);
      String ending = FileNames.ending(path);
      if (Files.isDirectory(path) || text.endsWith("/") || ending.isEmpty()) {
        folders.add(path);
      } else if ((many ? MANY : SINGLE).contains(ending)) {
        files.add(path);
      } else {
        throw LoupeException.usage("--out " + text + ": the ending must be ." + String.join(", .", many ? MANY : SINGLE)
            + (many ? ", or a folder, which gets an .xai of each channel" : ", or a folder"));
      }
    }
    return new VisualizeFiles(List.copyOf(files), List.copyOf(folders));
  }

  /** Writes one picture everywhere. @return what was written */
  List<Path> single(RunRecord record, Exporters exporters) throws LoupeException {
    List<Path> all = new ArrayList<>(files);
    for (Path folder : folders) {
      all.add(folder.resolve("picture.png"));
      all.add(folder.resolve("picture.xai"));
    }
    for (Path file : all) {
      parent(file);
      if (FileNames.ending(file).equals(PNG) && record.result() instanceof GeneratedInput g) {
        PictureFiles.write(g.picture(), file);
      } else {
        exporters.export(record, file, ExportOptions.DEFAULT);
      }
    }
    return all;
  }

  /** Makes the folder of a file. */
  static void parent(Path file) throws LoupeException {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
    } catch (IOException e) {
      throw LoupeException.failed("the folder of " + file + " cannot be made: " + e.getMessage(), e);
    }
  }
}
