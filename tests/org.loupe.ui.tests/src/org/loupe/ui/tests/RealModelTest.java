/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.SaliencyMap;
import org.loupe.core.result.RunRecord;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.editor.ModelEditor;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.prediction.PredictionView;

/** A real network looks at a real cat. */
@Tag("shared-data")
class RealModelTest {
  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("real");
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
  }

  @Test
  void catIsSeenWhereItIs() throws Exception {
    Path data = Path.of(System.getProperty("loupe.shared", "../shared/data")).resolve("image");
    assumeTrue(Files.isDirectory(data), "the folder of shared data with image/ is missing");
    IFile model = bench.file("mobilenet.onnx", Files.readAllBytes(data.resolve("mobilenet_v1_0.25_224.onnx")));
    bench.file("labels.txt", Files.readAllBytes(data.resolve("squeezenet_labels.txt")));
    String card = """
        {"loupe-card": 1, "inputs": {}, "outputs": {"probabilities": {"labels": "labels.txt"}}}
        """;
    bench.file("mobilenet.onnx.card.json", card.getBytes(StandardCharsets.UTF_8));
    bench.shell().setBounds(0, 0, 1560, 980);
    IFile cat = bench.file("chelsea.png", Files.readAllBytes(data.resolve("chelsea.png")));
    ModelEditor editor = bench.openAndWait(model);
    ExplanationView view = bench.explanation();
    Bench.drop(bench.control(view), cat.getLocation().toOSString());
    RunRecord record = JourneyTest.awaitRecord(view, Optional.empty());

    PredictionView prediction = bench.prediction();
    Await.until("the prediction is shown", () -> !prediction.isEmpty());
    Table classes = Bench.find(bench.control(prediction), Table.class).get(0);
    boolean seen = false;
    for (int i = 0; i < 5; i++) {
      seen |= classes.getItem(i).getText(0).matches(".*(cat|tabby).*");
    }
    assertTrue(seen, "a cat is among the first five");
    SaliencyMap map = (SaliencyMap) record.result();
    double[] peak = peak(map);
    // the head, in parts of the picture; the rest is a blanket and a dark ground
    assertTrue(peak[0] > 0.2 && peak[0] < 0.75 && peak[1] > 0.02 && peak[1] < 0.98, "at " + peak[0] + ", " + peak[1]);
    Await.until("the picture is drawn", () -> view.canvas().scene() != null);
    for (ExpandableComposite part : Bench.find(bench.control(view), ExpandableComposite.class)) {
      part.setExpanded(true);
      Bench.find(bench.control(view), ScrolledComposite.class).forEach(s -> s.notifyListeners(SWT.Resize, new Event()));
      Screenshots.take(bench.shell(), "cat-" + part.getText());
      part.setExpanded(false);
    }
    for (String page : new String[] {"overview", "layers", "inputs"}) {
      editor.setActivePage(page);
      if (page.equals("inputs")) {
        Await.until("the preview is shown", () -> Bench.find(bench.control(editor), SceneCanvas.class).stream()
            .filter(c -> c.isVisible() && c.scene() != null).count() == 2);
      }
      Screenshots.take(bench.shell(), "cat-" + page);
    }
  }

  /** Column and row of the largest value, in parts of width and height. */
  private static double[] peak(SaliencyMap map) {
    double[] values = map.values().toDoubles();
    int width = map.values().shape().intDim(map.axes().width());
    int height = map.values().shape().intDim(map.axes().height());
    int channels = values.length / width / height;
    boolean channelsLast = map.axes().channel() > map.axes().width();
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    int pixel = channelsLast ? best / channels : best % (width * height);
    return new double[] {(pixel % width) / (double) width, (pixel / width) / (double) height};
  }
}
