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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.PictureEncoding.Channel;
import org.loupe.api.subject.Subject;
import org.loupe.cli.internal.app.InProcess;
import org.loupe.core.Loupe;
import org.loupe.core.LoupeOptions;
import org.loupe.core.card.CardRequest;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunStatus;
import org.loupe.core.visualize.ChannelPicture;
import org.loupe.core.visualize.SheetListener;
import org.loupe.core.visualize.SheetOutcome;
import org.loupe.core.visualize.SheetRequest;
import org.loupe.math.tensor.Tensor;
import org.loupe.samples.workspace.SampleWorkspace;

/**
 * What the profile chollet makes of the sample's model, beside five hundred natural and random pictures: the mean of a
 * channel's map without its border of 2, on pixels clipped to the valid range.
 */
class SampleFiltersTest {
  /** Every so many channels one; 1 is all of them, which takes about five minutes on two cores. */
  private static final int STRIDE = Integer.getInteger("loupe.filters.stride", 8);
  private static final List<String> LAYERS = List.of(System.getProperty("loupe.filters.layers",
      "conv1.out,conv2.out,conv3.out,conv4.out,conv5.out,conv6.out").split(","));
  private static final int BORDER = 2;

  @TempDir
  Path folder;
  private Loupe loupe;
  private ModelLease lease;
  private InputCard card;
  private Subject.Single blank;

  @BeforeEach
  void open() throws Exception {
    SampleWorkspace.shipped().copyTo(folder.resolve("sample"), () -> false);
    Path model = folder.resolve("sample/models/biased.onnx");
    loupe = Loupe.open(InProcess.installed(), new LoupeOptions(folder.resolve("state"), 0));
    lease = loupe.models().open(model, LoadOptions.DEFAULT, Progress.NONE);
    card = loupe.cards().load(CardRequest.of(model), lease.description());
    blank = loupe.inputs().blank(lease.description(), card);
  }

  @AfterEach
  void close() {
    lease.close();
    loupe.close();
  }

  @Test
  void asHighAsTheBestOfFiveHundredPictures() throws Exception {
    Map<String, double[]> best = best();
    int above = 0;
    int alive = 0;
    List<String> below = new ArrayList<>();
    List<String> dead = new ArrayList<>();
    for (String layer : LAYERS) {
      double[] most = best.get(layer);
      List<Integer> some = IntStream.range(0, most.length).filter(c -> c % STRIDE == 0).boxed().toList();
      for (ChannelPicture made : made(layer, some)) {
        assertValid(made.picture().values());
        double[] scores = scores(run(made.picture().values()).value(layer));
        assertEquals(scores[made.channel()], made.score(), 1e-4 * Math.max(1, Math.abs(made.score())));
        String line = layer + "/" + made.channel() + ": " + made.score() + " against " + most[made.channel()];
        if (made.dead() && most[made.channel()] <= 0) {
          dead.add(line);
        } else {
          alive++;
          above += made.score() >= most[made.channel()] ? 1 : 0;
          if (made.score() < most[made.channel()]) {
            below.add(line);
          }
        }
      }
    }
    String told = above + " of " + alive + " reach it; below: " + below + "; dead: " + dead;
    assertTrue(alive > 0 && above >= 0.95 * alive, told);
  }

  @Test
  void comesAgainBitForBitAndIsKept() throws Exception {
    List<Integer> two = List.of(3, 5);
    List<ChannelPicture> first = made("conv4.out", two);
    loupe.contactSheets().clear();
    List<ChannelPicture> again = made("conv4.out", two);
    List<Boolean> kept = new ArrayList<>();
    List<ChannelPicture> read = made("conv4.out", List.of(5, 3), kept);
    assertEquals(List.of(true, true), kept);
    for (int i = 0; i < 2; i++) {
      double[] values = first.get(i).picture().values().toDoubles();
      assertArrayEquals(values, again.get(i).picture().values().toDoubles(), 0);
      assertArrayEquals(values, read.get(1 - i).picture().values().toDoubles(), 0);
    }
  }

  private List<ChannelPicture> made(String layer, List<Integer> channels) throws Exception {
    return made(layer, channels, new ArrayList<>());
  }

  private List<ChannelPicture> made(String layer, List<Integer> channels, List<Boolean> kept) throws Exception {
    List<ChannelPicture> out = new ArrayList<>();
    SheetRequest request = new SheetRequest(blank, layer, channels, SheetRequest.FEATURE_VISUALIZATION, "chollet",
        Map.of(), 0, 0);
    SheetOutcome outcome = loupe.contactSheets().start(lease, request, new SheetListener() {
      @Override
      public void finished(ChannelPicture picture, boolean cached) {
        out.add(picture);
        kept.add(cached);
      }
    }).future().get(30, TimeUnit.MINUTES);
    assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
    return out;
  }

  private void assertValid(Tensor values) {
    DecodedInput input = blank.first();
    List<Channel> channels = input.encoding().orElseThrow().channels();
    double[] all = values.toDoubles();
    for (int i = 0; i < all.length; i++) {
      Channel channel = channels.get(i / (all.length / channels.size()));
      assertTrue(all[i] >= channel.low() - 1e-6 && all[i] <= channel.high() + 1e-6, "element " + i + ": " + all[i]);
    }
  }

  private ForwardResult run(Tensor picture) throws LoupeException {
    return lease.forward(new ForwardRequest(Map.of(blank.first().name(), picture), LAYERS), Progress.NONE);
  }

  /** The best of all pictures for each channel of each layer. */
  private Map<String, double[]> best() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String name : SampleWorkspace.shipped().files()) {
      if (name.startsWith("pictures/")) {
        files.add(folder.resolve("sample").resolve(name));
      }
    }
    Channel any = blank.first().encoding().orElseThrow().channels().get(0);
    Map<String, double[]> out = new LinkedHashMap<>();
    List<Tensor> all = new SamplePictures(loupe, lease.description(), card, files, any.low(), any.high()).all();
    assertEquals(500, all.size());
    for (Tensor picture : all) {
      ForwardResult result = run(picture);
      for (String layer : LAYERS) {
        double[] scores = scores(result.value(layer));
        double[] most = out.computeIfAbsent(layer, l -> filled(scores.length));
        Arrays.setAll(most, c -> Math.max(most[c], scores[c]));
      }
    }
    return out;
  }

  private static double[] filled(int length) {
    double[] out = new double[length];
    Arrays.fill(out, Double.NEGATIVE_INFINITY);
    return out;
  }

  /** The mean of each channel without its border. */
  private static double[] scores(Tensor value) {
    int rows = value.shape().intDim(2);
    int columns = value.shape().intDim(3);
    float[] all = value.toFloats();
    double[] out = new double[value.shape().intDim(1)];
    for (int c = 0; c < out.length; c++) {
      for (int y = BORDER; y < rows - BORDER; y++) {
        for (int x = BORDER; x < columns - BORDER; x++) {
          out[c] += all[(c * rows + y) * columns + x];
        }
      }
      out[c] /= (rows - 2.0 * BORDER) * (columns - 2 * BORDER);
    }
    return out;
  }
}
