/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.samples.data.Scaling;
import org.loupe.samples.model.Architecture;
import org.loupe.samples.model.OnnxExport;
import org.loupe.samples.picture.Animal;
import org.loupe.samples.picture.Drawing;
import org.loupe.samples.picture.Ground;
import org.loupe.samples.picture.PicturePainter;

/** Writes the files that a user gets. */
final class WorkspaceWriter {
  private final Path folder;

  WorkspaceWriter(Path folder) {
    this.folder = folder;
  }

  /** Pictures, masks, and a table of what they show. */
  void pictures(PicturePainter painter) throws IOException {
    StringBuilder table = new StringBuilder("picture,animal,ground,mask\n");
    for (Animal animal : Animal.values()) {
      for (Ground ground : Ground.values()) {
        String group = animal.label() + "-on-" + ground.label();
        Files.createDirectories(folder.resolve("pictures").resolve(group));
        Files.createDirectories(folder.resolve("masks").resolve(group));
        for (int i = 0; i < Recipe.TOUR_EACH; i++) {
          Drawing drawing = painter.paint(Recipe.TOUR, animal, ground, i);
          String file = String.format(Locale.ROOT, "%s/%02d.png", group, i + 1);
          png(drawing.picture(), folder.resolve("pictures").resolve(file));
          png(drawing.mask(), folder.resolve("masks").resolve(file));
          table.append("pictures/").append(file).append(',').append(animal.label()).append(',')
              .append(ground.label()).append(",masks/").append(file).append('\n');
        }
      }
    }
    text("labels.csv", table.toString());
  }

  private static void png(BufferedImage image, Path file) throws IOException {
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("this Java runtime cannot write " + file + ": it has no PNG writer");
    }
  }

  /** A model and its card. */
  void model(OnnxModel model, Recipe.Kind kind) throws IOException {
    Files.createDirectories(folder.resolve("models"));
    OnnxWriter.write(model, folder.resolve("models").resolve(kind.label() + ".onnx"));
    String labels = String.join("\", \"", Architecture.CLASSES);
    text("models/" + kind.label() + ".onnx.card.json", """
        {
          "loupe-card": 1,
          "inputs": {
            "%s": {
              "modality": "image",
              "layout": "nchw",
              "channels": "rgb",
              "divide": %s,
              "mean": %s,
              "std": %s
            }
          },
          "outputs": {
            "%s": {"labels": ["%s"]}
          }
        }
        """.formatted(OnnxExport.INPUT, (int) Scaling.DIVIDE, Scaling.MEAN, Scaling.STD, OnnxExport.OUTPUT, labels));
  }

  /** The list of all files, by which they are found when the folder is inside a jar. */
  void index() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.walk(folder)) {
      names = files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString().replace('\\', '/'))
          .filter(n -> !n.equals("index.txt")).sorted().toList();
    }
    text("index.txt", String.join("\n", names) + "\n");
  }

  private void text(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
