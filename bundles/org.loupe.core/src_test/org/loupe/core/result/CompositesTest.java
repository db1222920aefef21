/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.Result;
import org.loupe.api.result.Table;
import org.loupe.api.settings.NoSettings;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.core.Loupe;
import org.loupe.core.LoupeOptions;
import org.loupe.core.catalogue.VisualizerEntry;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.Kinds;
import org.loupe.scene.Group;
import org.loupe.scene.HitRegion;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;

/** A result of parts is drawn by the views of its parts. */
class CompositesTest {
  @TempDir
  Path folder;

  /** Draws nothing but a place to click, of the whole size. */
  private record Blank<R extends Result>(Class<R> resultType) implements Visualizer<R, NoSettings> {
    @Override
    public Class<NoSettings> optionsType() {
      return NoSettings.class;
    }

    @Override
    public Scene prepare(R result, ViewRequest<NoSettings> request) throws LoupeException {
      if (result.figures().containsKey("fails")) {
        throw LoupeException.notApplicable("it fails");
      }
      return new Scene(request.width(), request.height(), SceneColor.of(ThemeRole.BACKGROUND), request.title(), "",
          List.of(HitRegion.of(new Rect(0, 0, request.width(), request.height()), request.title(),
              Selection.of(Selection.ROW, request.title(), 0))));
    }
  }

  private static Exporters exporters() {
    FakeSource source = new FakeSource().visualizer("tables", "Table", new Blank<>(Table.class))
        .visualizer("lines", "Curves", new Blank<>(Curves.class));
    return Loupe.open(source, LoupeOptions.IN_MEMORY).exporters();
  }

  private static RunRecord record(Result... parts) {
    Map<String, Result> named = new LinkedHashMap<>();
    IntStream.range(0, parts.length).forEach(i -> named.put("part " + i, parts[i]));
    return Fakes.record(new Composite(named, Map.of("n", 2.0)));
  }

  private static List<Rect> places(Scene scene) {
    return scene.items().stream().filter(Group.class::isInstance).map(Group.class::cast)
        .map(g -> g.clip().orElseThrow().translate(g.dx(), g.dy())).toList();
  }

  private static ExportOptions size(int width, int height, String... options) {
    Map<String, String> texts = options.length == 0 ? Map.of() : Map.of(options[0], options[1]);
    return new ExportOptions(texts, "", width, height, false);
  }

  @Test
  void partsStandBesideAndBelowEachOtherAndNeverOverlap() throws Exception {
    RunRecord record = record(Kinds.table(), Kinds.curves(), Kinds.table(), Kinds.curves(), Kinds.table());
    for (int[] size : new int[][] {{1, 1}, {300, 200}, {1000, 600}, {1600, 1000}, {3000, 400}}) {
      Scene scene = exporters().scene(record, size(size[0], size[1]));
      List<Rect> places = places(scene);
      assertEquals(5, places.size());
      for (int i = 0; i < 5; i++) {
        Rect a = places.get(i);
        assertTrue(a.x() >= 0 && a.y() > 0 && a.right() <= scene.width() + 1e-6 && a.bottom() <= scene.height() + 1e-6,
            a + " of " + scene.bounds());
        for (int j = 0; j < i; j++) {
          Rect shared = a.intersect(places.get(j));
          assertEquals(0, shared.width() * shared.height(), 1e-6);
        }
        HitRegion hit = scene.hit(a.centerX(), a.centerY()).orElseThrow();
        assertEquals("part " + i, hit.selection().orElseThrow().id());
      }
    }
    List<Rect> wide = places(exporters().scene(record(Kinds.table(), Kinds.curves()), size(1200, 600)));
    assertEquals(wide.get(0).y(), wide.get(1).y());
    ExportOptions column = size(1200, 600, "columns", "1");
    List<Rect> asked = places(exporters().scene(record(Kinds.table(), Kinds.curves()), column));
    assertTrue(asked.get(1).y() > asked.get(0).bottom());
  }

  @Test
  void itIsAViewLikeAnyOther() throws Exception {
    Exporters exporters = exporters();
    RunRecord record = record(Kinds.table(), Kinds.curves());
    assertEquals(List.of("composite"), exporters.visualizers(record).stream().map(VisualizerEntry::id).toList());
    assertEquals("ablation: class 1, logit", exporters.scene(record, size(600, 400)).title());
    exporters.export(record, folder.resolve("c.svg"), new ExportOptions(Map.of(), "composite", 600, 400, true));
    assertTrue(Files.size(folder.resolve("c.svg")) > 100);
    refused(Kind.USAGE, () -> exporters.scene(record, size(600, 400, "columns", "99")));
    refused(Kind.NOT_APPLICABLE, () -> exporters.scene(record, new ExportOptions(Map.of(), "tables", 600, 400, false)));
  }

  @Test
  void aPartThatNothingDrawsIsSaid() throws Exception {
    Scene scene = exporters().scene(record(Kinds.generated(), Kinds.table()), size(600, 400));
    Group first = (Group) scene.items().stream().filter(Group.class::isInstance).findFirst().orElseThrow();
    assertTrue(first.items().stream().anyMatch(i -> i instanceof TextItem t
        && t.text().startsWith("no visualizer is installed")));
  }

  @Test
  void aPartThatCannotBeDrawnSaysWhyAndTheOthersAreDrawn() throws Exception {
    Table fails = new Table(List.of(), Map.of("fails", 1.0));
    Scene scene = exporters().scene(record(fails, Kinds.table()), size(600, 400));
    Group first = (Group) scene.items().stream().filter(Group.class::isInstance).findFirst().orElseThrow();
    assertTrue(first.items().stream().anyMatch(i -> i instanceof TextItem t && t.text().equals("it fails")));
    Rect second = places(scene).get(1);
    assertEquals("part 1", scene.hit(second.centerX(), second.centerY()).orElseThrow().tooltip());
  }

  @Test
  void ofManyPartsTheFirstAreShown() throws Exception {
    Result[] many = IntStream.range(0, 40).mapToObj(i -> Kinds.table()).toArray(Result[]::new);
    Scene scene = exporters().scene(record(many), size(900, 600, "parts", "7"));
    assertEquals(7, places(scene).size());
    assertTrue(scene.items().stream().anyMatch(i -> i instanceof TextItem t
        && t.text().equals("7 of 40 parts are shown")));
  }
}
