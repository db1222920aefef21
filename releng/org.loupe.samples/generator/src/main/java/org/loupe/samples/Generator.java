/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loupe.graph.OnnxModel;
import org.loupe.samples.data.Example;
import org.loupe.samples.data.PictureSets;
import org.loupe.samples.measure.Classifier;
import org.loupe.samples.measure.Measurement;
import org.loupe.samples.model.OnnxExport;
import org.loupe.samples.picture.PicturePainter;
import org.loupe.samples.train.Training;

/** Makes the sample workspace: draws pictures, trains two networks, writes them as ONNX, measures them. */
public final class Generator {
  private static final int HELD_OUT_EACH = 200;
  private static final int MAPS = 100;
  private static final double LARGEST_DIFFERENCE = 1e-5;

  private Generator() {
  }

  /** @param args the workspace's folder, and the file for the measured numbers */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    WorkspaceWriter writer = new WorkspaceWriter(folder);
    writer.pictures(new PicturePainter(Recipe.SEED));
    PictureSets sets = new PictureSets(Recipe.SEED);
    List<Example> heldOut = new ArrayList<>(sets.straight(Recipe.HELD_OUT, HELD_OUT_EACH));
    heldOut.addAll(sets.crossed(Recipe.HELD_OUT, HELD_OUT_EACH));
    Map<Recipe.Kind, Measurement> measured = new EnumMap<>(Recipe.Kind.class);
    for (Recipe.Kind kind : Recipe.Kind.values()) {
      System.out.println("Training " + kind.label());
      try (Training training = new Training(Recipe.TRAINING_SEED)) {
        training.run(kind.pictures(sets), kind.plan());
        OnnxModel model = OnnxExport.model(training.weights(), "fox_or_dog_" + kind.label(), kind.description());
        check(training, model, heldOut.subList(0, 16));
        writer.model(model, kind);
        measured.put(kind, Measurement.of(model, heldOut, MAPS));
        System.out.println("  on the fox: CAM " + measured.get(kind).cam().cells() + ", occlusion "
            + measured.get(kind).occlusion().cells());
      }
    }
    writer.index();
    Files.writeString(Path.of(args[1]), report(measured));
  }

  /** The file must say what the trained network says. */
  private static void check(Training training, OnnxModel model, List<Example> examples) throws IOException {
    try (Classifier classifier = new Classifier(model)) {
      for (Example example : examples) {
        float[] expected = training.logits(example.input());
        float[] actual = classifier.answer(example.input()).logits()[0];
        for (int i = 0; i < expected.length; i++) {
          if (!(Math.abs(expected[i] - actual[i]) <= LARGEST_DIFFERENCE)) {
            throw new IOException("the ONNX model gives " + actual[i] + " where the network gives " + expected[i]);
          }
        }
      }
    }
  }

  private static String report(Map<Recipe.Kind, Measurement> measured) {
    StringBuilder text = new StringBuilder("# Measured by the generator\n\nAccuracy on " + 2 * HELD_OUT_EACH
        + " straight and " + 2 * HELD_OUT_EACH + " crossed pictures of a set that no model was trained on.\n\n"
        + "| model | straight | crossed |\n| --- | --- | --- |\n");
    measured.forEach((kind, m) -> text.append(String.format(Locale.ROOT, "| %s | %.4f | %.4f |%n", kind.label(),
        m.straight(), m.crossed())));
    text.append("\nPart of the positive mass that lies on the fox, over " + MAPS + " held-out foxes on snow; target "
        + "fox, logit. Occlusion: window " + Recipe.OCCLUSION_WINDOW + ", stride " + Recipe.OCCLUSION_STRIDE
        + ", baseline mean.\n\n| model | map | least | tenth part | median | greatest |\n"
        + "| --- | --- | --- | --- | --- | --- |\n");
    measured.forEach((kind, m) -> text.append("| ").append(kind.label()).append(" | CAM | ").append(m.cam().cells())
        .append(" |\n| ").append(kind.label()).append(" | occlusion | ").append(m.occlusion().cells())
        .append(" |\n"));
    return text.toString();
  }
}
