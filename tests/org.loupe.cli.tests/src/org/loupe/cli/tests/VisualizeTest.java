/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.cli.internal.app.InProcess.loupe;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.math.npy.NpyReader;
import org.loupe.samples.workspace.SampleWorkspace;

/** {@code loupe visualize} on the sample's model. */
class VisualizeTest {
  @TempDir
  Path folder;
  private Path model;

  @BeforeEach
  void sample() throws Exception {
    SampleWorkspace.shipped().copyTo(folder.resolve("sample"), () -> false);
    model = folder.resolve("sample/models/biased.onnx");
  }

  @Test
  void oneChannelIsAPictureAndARecordThatComesAgain() throws Exception {
    Path png = folder.resolve("new/one.png");
    Path xai = folder.resolve("one.xai");
    Path npy = folder.resolve("one.npy");
    loupe("visualize", model, "--layer", "conv4.out", "--channel", 3, "--set", "steps=6", "--seed", 4, "--out", png,
        "--out", xai, "--out", npy).expect(0);
    assertTrue(Files.size(png) > 100);
    assertEquals("[1, 3, 128, 128]", NpyReader.read(npy).shape().toString());
    assertEquals("bit-equal\n", loupe("rerun", xai).expect(0).out());
    Path other = folder.resolve("explained.npy");
    loupe("explain", model, "--method", "feature-visualization", "--target", "channel:conv4.out/3", "--set", "steps=6",
        "--seed", 4, "--out", other).expect(0);
    assertArrayEquals(NpyReader.read(npy).toDoubles(), NpyReader.read(other).toDoubles(), 0);
  }

  @Test
  void severalChannelsMakeASheet() throws Exception {
    Path all = folder.resolve("sheet");
    Path npy = folder.resolve("sheet.npy");
    JsonObject told = loupe("visualize", model, "--layer", "conv1.relu", "--channel", "2-4", "--set", "steps=3",
        "--columns", 2, "--out", all, "--out", npy, "--json").expect(0).json();
    assertEquals(3, told.get("finished").getAsInt());
    assertEquals(2, told.getAsJsonArray("channels").get(0).getAsJsonObject().get("channel").getAsInt());
    assertEquals("[3, 3, 128, 128]", NpyReader.read(npy).shape().toString());
    for (String name : List.of("sheet.png", "index.json", "channel-0002.png", "channel-0004.xai")) {
      assertTrue(Files.size(all.resolve(name)) > 0, name);
    }
  }

  @Test
  void classesLayersAndDirectionsOfAFileArePicturedToo() throws Exception {
    Path direction = folder.resolve("direction.txt");
    Files.writeString(direction, String.join("\n", Collections.nCopies(16, "0.5")));
    for (String target : List.of("label:fox", "layer:conv2.relu", "direction:conv1.out=" + direction)) {
      Path json = folder.resolve("a.json");
      loupe("visualize", model, "--target", target, "--profile", "lucid", "--set", "steps=2", "--out", json).expect(0);
      assertTrue(Files.size(json) > 100);
    }
  }

  @Test
  void saysWhatIsWrong() {
    Path out = folder.resolve("a.png");
    loupe("visualize", model, "--out", out).expect(2);
    loupe("visualize", model, "--layer", "conv1.out", "--target", "0", "--out", out).expect(2);
    loupe("visualize", model, "--target", "0", "--channel", "1", "--out", out).expect(2);
    loupe("visualize", model, "--layer", "conv1.out", "--channel", "9-2", "--out", out).expect(2);
    loupe("visualize", model, "--layer", "conv1.out", "--channel", "14-99", "--out", out).expect(2);
    loupe("visualize", model, "--layer", "conv1.out", "--channel", "99", "--out", out).expect(2);
    loupe("visualize", model, "--target", "0", "--out", folder.resolve("a.csv")).expect(2);
    loupe("visualize", model, "--target", "0", "--set", "steps=0", "--out", out).expect(2);
    loupe("explain", model, "--method", "saliency", "--out", out).expect(2);
    loupe("visualize", folder.resolve("none.onnx"), "--target", "0", "--out", out).expect(3);
    Path card = folder.resolve("plain.json");
    try {
      Files.writeString(card, "{\"loupe-card\": 1, \"inputs\": {\"picture\": {\"modality\": \"tensor\"}}}");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    loupe("visualize", model, "--card", card, "--target", "0", "--out", out).expect(4);
  }
}
