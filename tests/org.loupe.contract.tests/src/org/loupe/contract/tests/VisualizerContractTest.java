/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.result.Result;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.Loupe;
import org.loupe.core.catalogue.VisualizerEntry;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunRequest;
import org.loupe.graph.OnnxModel;
import org.loupe.scene.Scene;

/** Every installed visualizer draws what it says it draws, for every surface. */
class VisualizerContractTest {
  @TempDir
  Path folder;

  private final Loupe loupe = Installed.open();

  @AfterEach
  void close() {
    loupe.close();
  }

  @Test
  void everyResultIsDrawnOnEverySurface() throws Exception {
    for (OnnxModel model : Subjects.models()) {
      try (ModelLease lease = Subjects.open(loupe, model, folder)) {
        var subject = Subjects.random(loupe, lease.description());
        RunRecord record = loupe.runs().run(lease, RunRequest.of(subject, "occlusion", ScoreRequest.DEFAULT),
            Progress.NONE).record().orElseThrow();
        assertFalse(loupe.exporters().visualizers(record).isEmpty(), "no view of " + record.result().getClass());
        for (VisualizerEntry view : loupe.exporters().visualizers(record)) {
          assertDrawn(view, record);
        }
      }
    }
  }

  @Test
  void everyVisualizerDrawsAResultOfItsKindInLightAndDark() throws Exception {
    Map<String, Result> kinds = ResultKinds.all();
    try (ModelLease lease = Subjects.open(loupe, Subjects.models().get(0), folder)) {
      var subject = Subjects.random(loupe, lease.description());
      RunRecord any = loupe.runs().run(lease, RunRequest.of(subject, "occlusion", ScoreRequest.DEFAULT),
          Progress.NONE).record().orElseThrow();
      Set<String> drawn = new HashSet<>();
      List<RunRecord> records = new ArrayList<>(kinds.values().stream()
          .map(r -> new RunRecord(any.status(), r, any.subject(), any.provenance(), List.of())).toList());
      records.add(tree());
      for (RunRecord record : records) {
        for (VisualizerEntry view : loupe.exporters().visualizers(record)) {
          assertDrawn(view, record);
          drawn.add(view.id());
        }
      }
      for (VisualizerEntry view : loupe.catalogues().visualizers().entries()) {
        assertTrue(drawn.contains(view.id()), view + " draws none of " + kinds.keySet() + " nor a tree");
      }
    }
  }

  /** A result of a kind of its own, which only views of that kind draw. */
  private RunRecord tree() throws Exception {
    try (ModelLease lease = loupe.models().open(TreeModels.file("binary"), LoadOptions.DEFAULT, Progress.NONE)) {
      var rows = TreeModels.rows(lease.description().inputs().get(0), TreeModels.numbers("binary", "inputs"));
      return loupe.runs().run(lease, RunRequest.of(rows, "tree", ScoreRequest.DEFAULT), Progress.NONE).record()
          .orElseThrow();
    }
  }

  private void assertDrawn(VisualizerEntry view, RunRecord record) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      ExportOptions options = new ExportOptions(Map.of(), view.id(), 480, 360, dark);
      Scene scene = loupe.exporters().scene(record, options);
      assertNotNull(scene);
      Path png = folder.resolve("out.png");
      loupe.exporters().export(record, png, options);
      var image = ImageIO.read(png.toFile());
      assertTrue(image.getWidth() >= 100 && image.getHeight() >= 100, view::toString);
      assertTrue(colours(image) > 2, view + " draws an empty picture");
      Path svg = folder.resolve("out.svg");
      loupe.exporters().export(record, svg, options);
      assertEquals("svg", rootOf(svg), view::toString);
      Path html = folder.resolve("out.html");
      loupe.exporters().export(record, html, options);
      assertTrue(Files.readString(html).contains("<svg"), view::toString);
    }
  }

  private static String rootOf(Path xml) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile()).getDocumentElement()
        .getTagName();
  }

  private static long colours(java.awt.image.BufferedImage image) {
    return java.util.Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct().count();
  }
}
