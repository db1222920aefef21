/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.AttributionTable;
import org.loupe.scene.Scene;
import org.loupe.ui.editor.ModelEditor;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.tables.RowsView;

/** From a model file that is a plain text and a table to every plot of its explanation. */
class TablePlotsTest {
  private static final int ROWS = 60;
  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("plots");
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
  }

  private IFile file(String name, String text) throws Exception {
    return bench.file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String editorOf(IFile file) throws Exception {
    return IDE.getEditorDescriptor(file, true, false).getId();
  }

  @Test
  void modelsThatAreTextsAreToldFromOtherTexts() throws Exception {
    assertEquals(ModelEditor.ID, editorOf(file("model.txt", RowsBench.MODEL)));
    assertEquals(ModelEditor.ID, editorOf(file("model.json", "{\"learner\": {}}")));
    assertNotEquals(ModelEditor.ID, editorOf(file("notes.txt", "trees are green")));
  }

  @Test
  void everyPlotCanBeChosen() throws Exception {
    ExplanationView explanation = bench.explanation();
    bench.context().update(i -> i.withMethod("grad-cam"));
    file("model.txt.card.json", RowsBench.CARD);
    ModelEditor editor = bench.openAndWait(file("model.txt", RowsBench.MODEL));
    Await.until(() -> "a method for such models instead of that of pictures, but " + bench.context().current().method(),
        () -> bench.context().current().method().equals("tree-shap"));
    IFile table = file("people.csv", RowsBench.table(ROWS));
    assertTrue(Bench.drop(bench.control(explanation), table.getLocation().toOSString()));
    RowsView rows = (RowsView) bench.page().showView(RowsView.ID);
    Await.until(() -> "rows, but " + rows.message(), () -> rows.message().isEmpty() && !rows.isRunning());
    rows.explain();
    // one row alone has no beeswarm
    Await.until(() -> "an explanation of all rows, but " + explanation.message() + ", " + explanation.statusText()
        + ", " + explanation.plots(), () -> explanation.record()
            .filter(r -> r.result() instanceof AttributionTable t && t.rows().size() == ROWS).isPresent()
            && explanation.plots().contains("Beeswarm"));

    List<String> plots = explanation.plots();
    assertTrue(plots.containsAll(Set.of("Beeswarm", "Waterfall", "Decision")), plots.toString());
    for (int i = plots.size() - 1; i >= 0; i--) {
      Scene before = explanation.canvas().scene();
      explanation.plot(i);
      int chosen = i;
      Await.until(() -> plots.get(chosen) + " is drawn, but " + explanation.message(),
          () -> explanation.canvas().scene() != null && explanation.canvas().scene() != before);
      assertTrue(Screenshots.colors(Screenshots.take(bench.shell(), "plot-" + i), 40) > 20, plots.get(i));
    }
    assertEquals(editor, bench.page().getActiveEditor());
  }
}
