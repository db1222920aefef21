/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.result.Composite;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.settings.Setting;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.target.Target;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunService;
import org.loupe.core.run.RunStatus;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;

class ContactSheetsTest {
  private static final String LAYER = "logits";
  @TempDir
  Path folder;
  private final Painter painter = new Painter();
  private final List<String> heard = new ArrayList<>();
  private RunService runs;
  private ModelLease lease;

  /** Settings of {@link Painter}. */
  record Settings(@Setting(label = "Gain", doc = "Times.", defaultValue = "1") int gain,
      @Setting(label = "Frames", doc = "Kept.", defaultValue = "5") int frames,
      @Setting(label = "Also", doc = "More channels.", defaultValue = "") List<Integer> also) {
  }

  /** Paints one pixel for each channel; channel 2 is dead. */
  private static final class Painter implements Explainer<Settings> {
    final List<List<Integer>> asked = new ArrayList<>();
    final List<Integer> frames = new ArrayList<>();
    int failsAt = -1;
    Runnable before = () -> { };

    @Override
    public Class<Settings> settingsType() {
      return Settings.class;
    }

    @Override
    public Result explain(ExplainRequest<Settings> request, ExplainContext context) throws LoupeException {
      Target.Channel first = (Target.Channel) request.target().target();
      List<Integer> all = new ArrayList<>(List.of(first.channel()));
      all.addAll(request.settings().also());
      asked.add(all);
      frames.add(request.settings().frames());
      before.run();
      if (all.contains(failsAt)) {
        throw LoupeException.failed("no paint", null);
      }
      Map<String, Result> parts = new LinkedHashMap<>();
      for (int c : all) {
        String objective = "channel:" + first.layer() + "/" + c;
        parts.put(objective, new GeneratedInput("x", objective, request.subject().first().tensor(),
            new SpatialAxes(0, 1, -1), new Picture(1, 1, new int[] {c}, Affine.IDENTITY),
            List.of(0.0, c * 10.0 * request.settings().gain()), List.of(), c == 2 ? Map.of("dead", 1.0) : Map.of()));
      }
      context.publish(parts.values().iterator().next());
      return parts.size() == 1 ? parts.values().iterator().next() : new Composite(parts, Map.of());
    }
  }

  private ContactSheets sheets(LinearModel model) throws Exception {
    Catalogues catalogues = new Catalogues(new FakeSource().explainer("painter", painter));
    runs = new RunService(catalogues, 0);
    lease = Fakes.lease(folder, model);
    return new ContactSheets(catalogues, runs, folder.resolve("state"), 0);
  }

  @AfterEach
  void close() {
    runs.close();
    lease.close();
  }

  private static SheetRequest request(long seed, String... settings) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String s : settings) {
      map.put(s.split("=")[0], s.split("=")[1]);
    }
    return new SheetRequest(Fakes.subject(), LAYER, List.of(), "painter", "", map, seed, 0);
  }

  private SheetOutcome made(ContactSheets sheets, SheetRequest request) throws Exception {
    return sheets.start(lease, request, new SheetListener() {
      @Override
      public void started(String layer, List<Integer> channels) {
        heard.add("started " + layer + " " + channels);
      }

      @Override
      public void climbing(ChannelPicture picture) {
        heard.add("climbing " + picture.channel());
      }

      @Override
      public void finished(ChannelPicture picture, boolean cached) {
        heard.add((cached ? "kept " : "made ") + picture.channel() + " " + picture.score());
      }

      @Override
      public void ended(SheetOutcome outcome) {
        heard.add("ended " + outcome.status());
      }
    }).future().get(60, TimeUnit.SECONDS);
  }

  @Test
  void makesEveryChannelInOneRunAndKeepsThem() throws Exception {
    ContactSheets sheets = sheets(new LinearModel(true));
    SheetOutcome outcome = made(sheets, request(1));
    assertEquals(new SheetOutcome(RunStatus.COMPLETED, 3, 3, List.of(2), "", Optional.empty()), outcome);
    assertEquals(List.of("started logits [0, 1, 2]", "climbing 0", "made 0 0.0", "made 1 10.0", "made 2 20.0",
        "ended COMPLETED"), heard);
    assertEquals(List.of(List.of(0, 1, 2)), painter.asked);
    assertEquals(List.of(0), painter.frames);
    heard.clear();
    assertEquals(outcome, made(sheets, request(1)));
    assertEquals(List.of("started logits [0, 1, 2]", "kept 0 0.0", "kept 1 10.0", "kept 2 20.0", "ended COMPLETED"),
        heard);
    ChannelPicture one = sheets.cached(lease, request(1), LAYER, 1, Progress.NONE).orElseThrow();
    assertEquals("channel:logits/1", one.record().provenance().target());
    assertEquals("", one.record().provenance().settings().get("also"));
    assertEquals(1, one.picture().picture().argb()[0]);
  }

  @Test
  void anotherSeedSettingOrClearedFolderMakesThemAnew() throws Exception {
    ContactSheets sheets = sheets(new LinearModel(true));
    made(sheets, request(1));
    assertTrue(sheets.cached(lease, request(2), LAYER, 1, Progress.NONE).isEmpty());
    made(sheets, request(2));
    made(sheets, request(1, "gain=2"));
    made(sheets, request(1, "frames=3"));
    assertEquals(4, painter.asked.size());
    assertEquals(List.of(0, 0, 0, 3), painter.frames);
    sheets.clear();
    made(sheets, request(1));
    assertEquals(5, painter.asked.size());
  }

  @Test
  void whatIsFinishedStaysWhenOneFails() throws Exception {
    ContactSheets sheets = sheets(new LinearModel(false));
    painter.failsAt = 1;
    SheetOutcome outcome = made(sheets, request(0));
    assertEquals(new SheetOutcome(RunStatus.PARTIAL, 1, 3, List.of(), "no paint",
        Optional.of(LoupeException.Kind.FAILED)), outcome);
    // A model of one input at a time is given one channel at a time.
    assertEquals(List.of(List.of(0), List.of(1)), painter.asked);
    painter.failsAt = -1;
    assertEquals(RunStatus.COMPLETED, made(sheets, request(0)).status());
    assertEquals(List.of(List.of(0), List.of(1), List.of(1), List.of(2)), painter.asked);
  }

  @Test
  void canBeCancelled() throws Exception {
    ContactSheets sheets = sheets(new LinearModel(false));
    ContactSheet[] sheet = new ContactSheet[1];
    java.util.concurrent.CountDownLatch there = new java.util.concurrent.CountDownLatch(1);
    painter.before = () -> {
      if (painter.asked.size() == 2) {
        try {
          there.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        sheet[0].cancel();
      }
    };
    sheet[0] = sheets.start(lease, request(0), SheetListener.NONE);
    there.countDown();
    SheetOutcome outcome = sheet[0].future().get(60, TimeUnit.SECONDS);
    assertEquals(RunStatus.PARTIAL, outcome.status());
    assertEquals("cancelled", outcome.message());
    assertTrue(outcome.finished() >= 1 && outcome.finished() < 3, () -> "" + outcome);
  }

  @Test
  void saysWhatIsWrongWithTheRequest() throws Exception {
    ContactSheets sheets = sheets(new LinearModel(true));
    SheetRequest far = new SheetRequest(Fakes.subject(), LAYER, List.of(3), "painter", "", Map.of(), 0, 0);
    SheetOutcome outcome = made(sheets, far);
    assertEquals(RunStatus.FAILED, outcome.status());
    assertEquals(Optional.of(LoupeException.Kind.USAGE), outcome.kind());
    assertEquals("channel 3 is out of range: layer logits has channels 0 to 2", outcome.message());
    SheetRequest none = new SheetRequest(Fakes.subject(), LAYER, List.of(), "painter", "", Map.of("gain", "x"), 0, 0);
    assertEquals(Optional.of(LoupeException.Kind.USAGE), made(sheets, none).kind());
  }
}
