/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Result;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.Exporters;
import org.loupe.core.result.RunRecord;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.Tensor;

/**
 * Writes what was captured into a folder, and the index of it. What an earlier run left there is removed before the
 * first file is written.
 */
final class ActivationFiles {
  private final Path folder;
  private final Exporters exporters;
  private final Recorder recorder;
  private final boolean pictures;
  private final List<Map<String, Object>> layers = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private EarlierRun earlier;
  private String pictureProblem = "";

  /** Makes a record of a result, for export. */
  @FunctionalInterface
  interface Recorder {
    RunRecord record(Result result, String what) throws LoupeException;
  }

  /** Makes the folder. @param pictures whether to draw as well @throws LoupeException if the folder cannot be made */
  ActivationFiles(Path folder, Exporters exporters, Recorder recorder, boolean pictures) throws LoupeException {
    this.folder = folder;
    this.exporters = exporters;
    this.recorder = recorder;
    this.pictures = pictures;
    this.earlier = EarlierRun.in(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw LoupeException.failed("the folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
  }

  /** One entry for each layer that is in the folder so far, for the index. */
  List<Map<String, Object>> layers() {
    return layers;
  }

  /** Why pictures could not be drawn; empty if they could. */
  String pictureProblem() {
    return pictureProblem;
  }

  /** What the files of the next layer begin with. */
  String stem(String layer) {
    return String.format(Locale.ROOT, "%03d-%s", layers.size() + 1, FileNames.sanitised(layer));
  }

  void add(Map<String, Object> entry) {
    layers.add(entry);
  }

  /** Writes a tensor. @return the name of the file */
  String values(String name, Tensor values) throws LoupeException {
    Path file = begin(name);
    try {
      NpyWriter.write(values, file);
    } catch (IOException e) {
      throw LoupeException.failed(file + " cannot be written: " + e.getMessage(), e);
    }
    return name;
  }

  /** Writes figures of channels, and a picture if there can be one. */
  Map<String, Object> maps(String stem, FeatureMaps maps) throws LoupeException {
    Map<String, Object> out = new LinkedHashMap<>();
    RunRecord record = recorder.record(maps, "layer " + maps.layer());
    out.put("table", export(record, stem + ".csv"));
    if (pictures) {
      picture(record, stem + ".png", out);
    }
    return out;
  }

  /** Writes a result as table, document and picture, each if it can be had. */
  Map<String, Object> result(String stem, Result result, String what) throws LoupeException {
    Map<String, Object> out = new LinkedHashMap<>();
    RunRecord record = recorder.record(result, what);
    out.put("table", export(record, stem + ".csv"));
    out.put("document", export(record, stem + ".json"));
    if (pictures) {
      picture(record, stem + ".png", out);
    }
    return out;
  }

  private void picture(RunRecord record, String name, Map<String, Object> entry) throws LoupeException {
    if (!pictureProblem.isEmpty()) {
      return;
    }
    try {
      entry.put("picture", export(record, name));
    } catch (LoupeException e) {
      // The values are what was asked for; they are there without the picture too.
      written.remove(name);
      if (e.kind() != LoupeException.Kind.NOT_APPLICABLE) {
        pictureProblem = e.getMessage();
      }
    }
  }

  private String export(RunRecord record, String name) throws LoupeException {
    exporters.export(record, begin(name), ExportOptions.DEFAULT);
    return name;
  }

  private Path begin(String name) throws LoupeException {
    if (earlier != null) {
      earlier.remove();
      earlier = null;
    }
    written.add(name);
    return folder.resolve(name);
  }

  /** Writes {@code index.json}; nothing if there is nothing in the folder. */
  void writeIndex(Map<String, Object> facts) throws LoupeException {
    if (written.isEmpty()) {
      return;
    }
    Path file = folder.resolve(EarlierRun.INDEX);
    Map<String, Object> content = new LinkedHashMap<>(facts);
    content.put("layers", layers);
    content.put(EarlierRun.FILES, written);
    try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      JsonOut.document(out, content);
      if (out.checkError()) {
        throw new IOException("the disk may be full");
      }
    } catch (IOException e) {
      throw LoupeException.failed(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
