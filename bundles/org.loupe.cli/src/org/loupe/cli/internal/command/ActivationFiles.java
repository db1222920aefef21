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
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.scene.write.PngWriter;

/** Writes the values of layers into a folder: {@code NNN-name.npy}, a picture where there is a grid, and the index. */
final class ActivationFiles {
  private final Path folder;
  private final boolean pictures;
  private final List<Map<String, Object>> index = new ArrayList<>();
  private final List<String> notFinite = new ArrayList<>();
  private String pictureProblem = "";

  /** Makes the folder. @param pictures whether to draw as well @throws LoupeException if the folder cannot be made */
  ActivationFiles(Path folder, boolean pictures) throws LoupeException {
    this.folder = folder;
    this.pictures = pictures;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw LoupeException.failed("the folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
  }

  /** What is in the folder so far, for the index: one entry for each layer. */
  List<Map<String, Object>> index() {
    return index;
  }

  /** Layers with values that are not finite. */
  List<String> notFinite() {
    return notFinite;
  }

  /** Why pictures could not be drawn; empty if they could. */
  String pictureProblem() {
    return pictureProblem;
  }

  void add(LayerInfo layer, Tensor value) throws LoupeException {
    String stem = String.format(Locale.ROOT, "%03d-%s", index.size() + 1, FileNames.sanitised(layer.id()));
    Path file = folder.resolve(stem + ".npy");
    try {
      NpyWriter.write(value, file);
    } catch (IOException e) {
      throw LoupeException.failed(file + " cannot be written: " + e.getMessage(), e);
    }
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("layer", layer.id());
    entry.put("node", layer.node());
    entry.put("operator", layer.operator());
    entry.put("file", file.getFileName());
    entry.put("type", value.type().name());
    entry.put("shape", value.shape().dims());
    if (value.type() != ElementType.STRING) {
      Summary summary = Summary.of(value);
      if (summary.nan() + summary.infinite() > 0) {
        notFinite.add(layer.id());
      }
      entry.put("statistics", PredictionText.statistics(summary));
      if (pictures) {
        picture(layer, value, summary, stem + ".png").ifPresent(p -> entry.put("picture", p));
      }
    }
    index.add(entry);
  }

  /** Writes {@code index.json}. */
  void writeIndex(Map<String, Object> facts) throws LoupeException {
    Path file = folder.resolve("index.json");
    Map<String, Object> content = new LinkedHashMap<>(facts);
    content.put("layers", index);
    try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
      JsonOut.document(out, content);
      if (out.checkError()) {
        throw new IOException("the disk may be full");
      }
    } catch (IOException e) {
      throw LoupeException.failed(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Optional<String> picture(LayerInfo layer, Tensor value, Summary summary, String name) {
    Optional<Scene> scene = ChannelSheet.of(layer.id(), layer.operator(), value, summary);
    if (scene.isEmpty() || !pictureProblem.isEmpty()) {
      return Optional.empty();
    }
    try {
      PngWriter.write(scene.get(), Theme.LIGHT, 1, folder.resolve(name));
      return Optional.of(name);
    } catch (IOException e) {
      // The values are what was asked for; they are there without the picture too.
      pictureProblem = e.getMessage();
      return Optional.empty();
    }
  }
}
