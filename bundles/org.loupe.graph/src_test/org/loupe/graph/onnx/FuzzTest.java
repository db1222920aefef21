/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.graph.Initializer;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.SampleModels;
import org.loupe.graph.analysis.DeadValues;
import org.loupe.graph.analysis.FinalActivation;
import org.loupe.graph.analysis.GraphCheck;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.Parameters;
import org.loupe.graph.shape.ShapeInference;

class FuzzTest {
  private static final int ROUNDS = 1000;
  private static final long SEED = 20260101;

  @TempDir
  Path folder;

  @Test
  void damagedModelsGiveAModelOrOneClearError() throws IOException {
    int refused = 0;
    Random random = new Random(SEED);
    for (OnnxModel model : new OnnxModel[] {SampleModels.classifier(), SampleModels.everything()}) {
      Path file = folder.resolve("m.onnx");
      OnnxWriter.write(model, file);
      byte[] good = Files.readAllBytes(file);
      for (int i = 0; i < ROUNDS; i++) {
        Files.write(file, damage(good, random));
        try {
          use(OnnxReader.read(file, new ReadLimits(64 << 20)));
        } catch (ModelFormatException e) {
          assertTrue(e.getMessage().startsWith("m.onnx") || e.getMessage().contains("constant"), e.getMessage());
          assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e.getMessage());
          refused++;
        }
      }
    }
    assertTrue(refused > ROUNDS / 2, "the damage was too harmless: " + refused);
  }

  private static byte[] damage(byte[] good, Random random) {
    byte[] bad = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
    for (int n = random.nextInt(4); n >= 0 && bad.length > 0; n--) {
      int at = random.nextInt(bad.length);
      bad[at] = (byte) (random.nextBoolean() ? bad[at] ^ 1 << random.nextInt(8) : random.nextInt(256));
    }
    return bad;
  }

  /** Whatever was read must be safe to look at. */
  private static void use(OnnxModel model) throws IOException {
    GraphCheck.check(model);
    GraphIndex index = GraphIndex.of(model.graph());
    DeadValues.of(index);
    model.graph().nodes().forEach(new Parameters(index)::of);
    model.graph().outputs().forEach(o -> FinalActivation.of(model, index, o.name()));
    ShapeInference.infer(model, index);
    for (Initializer i : model.graph().initializers()) {
      ConstantReader.tensor(i);
    }
  }
}
