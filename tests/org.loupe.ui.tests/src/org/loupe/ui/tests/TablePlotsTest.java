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
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
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
  private static final String MODEL = """
      tree
      version=v4
      num_class=1
      num_tree_per_iteration=1
      label_index=0
      max_feature_idx=1
      objective=regression
      feature_names=age chol
      feature_infos=[20:79] [150:300]

      Tree=0
      num_leaves=3
      num_cat=0
      split_feature=0 1
      split_gain=10 5
      threshold=50 200
      decision_type=10 10
      left_child=-1 -2
      right_child=1 -3
      leaf_value=-0.5 0.2 0.9
      leaf_weight=50 25 25
      leaf_count=50 25 25
      internal_value=0 0.55
      internal_weight=100 50
      internal_count=100 50
      is_linear=0
      shrinkage=1


      end of trees
      """;

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

  private static String table() {
    StringBuilder text = new StringBuilder("age,chol\n");
    IntStream.range(0, ROWS)
        .forEach(i -> text.append(String.format(Locale.ROOT, "%d,%d%n", 20 + i, 150 + i * 37 % 150)));
    return text.toString();
  }

  private static String editorOf(IFile file) throws Exception {
    return IDE.getEditorDescriptor(file, true, false).getId();
  }

  @Test
  void modelsThatAreTextsAreToldFromOtherTexts() throws Exception {
    assertEquals(ModelEditor.ID, editorOf(file("model.txt", MODEL)));
    assertEquals(ModelEditor.ID, editorOf(file("model.json", "{\"learner\": {}}")));
    assertNotEquals(ModelEditor.ID, editorOf(file("notes.txt", "trees are green")));
  }

  @Test
  void everyPlotCanBeChosen() throws Exception {
    ExplanationView explanation = bench.explanation();
    bench.context().update(i -> i.withMethod("grad-cam"));
    ModelEditor editor = bench.openAndWait(file("model.txt", MODEL));
    Await.until(() -> "a method for such models instead of that of pictures, but " + bench.context().current().method(),
        () -> bench.context().current().method().equals("tree-shap"));
    IFile table = file("people.csv", table());
    assertTrue(Bench.drop(bench.control(explanation), table.getLocation().toOSString()));
    RowsView rows = (RowsView) bench.page().showView(RowsView.ID);
    Await.until(() -> "rows, but " + rows.message(), () -> rows.message().isEmpty() && !rows.isRunning());
    rows.explain();
    Await.until(() -> "an explanation of all rows, but " + explanation.message() + ", " + explanation.statusText(),
        () -> explanation.record().filter(r -> r.result() instanceof AttributionTable t && t.rows().size() == ROWS)
            .isPresent() && !explanation.plots().isEmpty());

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
