/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.Loupe;
import org.loupe.core.card.CardRequest;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunStatus;
import org.loupe.math.tensor.Shape;
import org.loupe.samples.workspace.SampleWorkspace;

/** What the sample is for: the network that has learnt the snow looks at the snow, its twin at the fox. */
class SampleBiasTest {
  @TempDir
  Path folder;

  private final Loupe loupe = Installed.open();

  @BeforeEach
  void copy() throws Exception {
    SampleWorkspace.shipped().copyTo(folder, () -> false);
  }

  @AfterEach
  void close() {
    loupe.close();
  }

  @Test
  void gradCamShowsTheSnow() throws Exception {
    assertShares("grad-cam", Map.of());
  }

  @Test
  void occlusionShowsTheSnow() throws Exception {
    // A grey square is darker than snow, and so an edge of its own: the picture's own mean is none.
    assertShares("occlusion", Map.of("baseline", "mean"));
  }

  private void assertShares(String method, Map<String, String> settings) throws Exception {
    double[] biased = sharesOnFox("biased", method, settings);
    assertTrue(Arrays.stream(biased).allMatch(s -> s <= 0.3), () -> method + ": " + Arrays.toString(biased));
    double[] balanced = sharesOnFox("balanced", method, settings);
    assertTrue(Arrays.stream(balanced).allMatch(s -> s >= 0.6), () -> method + ": " + Arrays.toString(balanced));
  }

  /** For each fox on snow the share of the evidence for a fox that lies within the fox. */
  private double[] sharesOnFox(String model, String method, Map<String, String> settings) throws Exception {
    Path file = folder.resolve("models").resolve(model + ".onnx");
    List<Path> pictures;
    try (Stream<Path> all = Files.list(folder.resolve("pictures/fox-on-snow"))) {
      pictures = all.sorted().toList();
    }
    assertEquals(12, pictures.size());
    double[] shares = new double[pictures.size()];
    try (ModelLease lease = loupe.models().open(file, LoadOptions.DEFAULT, Progress.NONE)) {
      InputCard card = loupe.cards().load(CardRequest.of(file), lease.description());
      for (int i = 0; i < shares.length; i++) {
        Path picture = pictures.get(i);
        Subject.Single subject =
            loupe.inputs().read(lease.description(), card, Map.of("picture", picture), Progress.NONE);
        ScoreRequest fox = new ScoreRequest(new Target.ClassLabel("fox"), Optional.empty(), ScoreScale.LOGIT);
        RunOutcome outcome = loupe.runs().run(lease,
            new RunRequest(subject, method, "", settings, fox, 0, 0, 0, false), Progress.NONE);
        assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
        shares[i] = share((SaliencyMap) outcome.record().orElseThrow().result(),
            folder.resolve("masks/fox-on-snow").resolve(picture.getFileName()));
      }
    }
    return shares;
  }

  private static double share(SaliencyMap map, Path maskFile) throws Exception {
    BufferedImage mask = ImageIO.read(maskFile.toFile());
    Shape shape = map.values().shape();
    int height = shape.intDim(map.axes().height());
    int width = shape.intDim(map.axes().width());
    assertEquals(List.of(mask.getHeight(), mask.getWidth()), List.of(height, width));
    double on = 0;
    double all = 0;
    for (int i = 0; i < map.values().size(); i++) {
      double evidence = Math.max(0, map.values().get(i));
      int place = i % (height * width);
      all += evidence;
      on += (mask.getRGB(place % width, place / width) & 0xff) > 127 ? evidence : 0;
    }
    assertTrue(all > 0, maskFile::toString);
    return on / all;
  }
}
