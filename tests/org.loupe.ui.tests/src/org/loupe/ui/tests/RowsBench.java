/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PartInitException;
import org.loupe.api.result.AttributionTable;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.tables.RowsView;

/** A bench with the Rows view, and a model of two trees whose attributions are known. */
final class RowsBench implements AutoCloseable {
  /** A tree on age and sex, and one on chol alone, whose leaves hold 60 and 40 of 100 rows: its mean is 0.06. */
  static final String MODEL = """
      tree
      version=v4
      num_class=1
      num_tree_per_iteration=1
      label_index=0
      max_feature_idx=2
      objective=regression
      feature_names=age sex chol
      feature_infos=[20:79] [0:1] [150:300]

      Tree=0
      num_leaves=3
      num_cat=0
      split_feature=0 1
      split_gain=10 5
      threshold=50 0.5
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


      Tree=1
      num_leaves=2
      num_cat=0
      split_feature=2
      split_gain=3
      threshold=200
      decision_type=10
      left_child=-1
      right_child=-2
      leaf_value=-0.1 0.3
      leaf_weight=60 40
      leaf_count=60 40
      internal_value=0.06
      internal_weight=100
      internal_count=100
      is_linear=0
      shrinkage=1


      end of trees
      """;
  static final String CARD = """
      {"loupe-card": 1, "inputs": {"features": {"modality": "tabular", "id": "patient", "columns": [
        {"name": "age", "unit": "years"}, {"name": "sex", "words": ["female", "male"]},
        {"name": "chol", "title": "Cholesterol", "unit": "mg/dl"}]}}}
      """;

  private final Bench bench = new Bench("rows");

  RowsBench() throws CoreException {
    // settings and widths that another test has left
    bench.page().hideView(bench.page().findView(RowsView.ID));
  }

  Bench bench() {
    return bench;
  }

  /** Patients of rising age, women and men in turn; some have no cholesterol. */
  static String table(int rows) {
    StringBuilder text = new StringBuilder("patient,age,sex,chol\n");
    IntStream.range(0, rows).forEach(i -> text.append(String.format(Locale.ROOT, "P-%d,%d,%s,%s%n", i + 1, 20 + i % 60,
        i % 2 == 0 ? "female" : "male", i % 7 == 3 ? "" : String.valueOf(150 + i * 37 % 150))));
    return text.toString();
  }

  RowsView view() throws PartInitException {
    return (RowsView) bench.page().showView(RowsView.ID);
  }

  /** The view with the known model and so many patients. */
  RowsView opened(int rows) throws CoreException {
    return opened(MODEL, CARD, table(rows));
  }

  RowsView opened(String model, String card, String csv) throws CoreException {
    RowsView view = asked(model, card, csv);
    awaitRows(view);
    return view;
  }

  /** The view, without waiting for the rows. */
  RowsView asked(String model, String card, String csv) throws CoreException {
    RowsView view = view();
    bench.file("two.lgb.card.json", card.getBytes(StandardCharsets.UTF_8));
    bench.openAndWait(bench.file("two.lgb", model.getBytes(StandardCharsets.UTF_8)));
    Await.until(() -> "it asks for a table; " + said(view),
        () -> view.message().filter(m -> m.title().equals("No table chosen")).isPresent());
    drop(view, "patients.csv", csv);
    return view;
  }

  IFile drop(RowsView view, String name, String csv) throws CoreException {
    IFile file = bench.file(name, csv.getBytes(StandardCharsets.UTF_8));
    assertTrue(Bench.drop(bench.control(view), file.getLocation().toOSString()));
    return file;
  }

  /** What the view says at present, for messages of failures. */
  static String said(RowsView view) {
    return "Rows say: " + view.message().map(m -> m.title() + ": " + m.text()).orElseGet(() -> view.statusText() + " ["
        + view.backgroundText() + "] [" + view.button().getText() + ": " + view.button().getToolTipText() + "]");
  }

  static void awaitRows(RowsView view) {
    Await.until(() -> "there are rows; " + said(view), () -> view.message().isEmpty() && !view.isRunning());
  }

  /** Waits for a result of so many rows and its picture. */
  static void awaitExplanation(RowsView from, ExplanationView view, int rows) {
    Await.until(() -> "an explanation of " + rows + " rows, but of " + view.record().map(r -> r.subject().name())
        + view.message() + " \"" + view.statusText() + "\"; " + said(from), () -> view.record()
        .filter(r -> r.result() instanceof AttributionTable t && t.rows().size() == rows).isPresent()
        && view.canvas().scene() != null && !view.isRunning() && !from.isRunning());
  }

  /** The combo of a part that offers something. */
  static Combo combo(Composite part, String offering) {
    return Bench.find(part, Combo.class).stream().filter(c -> Arrays.asList(c.getItems()).contains(offering))
        .findFirst().orElseThrow();
  }

  static void choose(Combo combo, String item) {
    combo.select(combo.indexOf(item));
    combo.notifyListeners(SWT.Selection, new Event());
  }

  /** Has a control told of the mouse. */
  static void mouse(Control control, int type, int x, int y) {
    Event event = new Event();
    event.button = 1;
    event.x = x;
    event.y = y;
    control.notifyListeners(type, event);
  }

  static void click(Control control, int x, int y) {
    mouse(control, SWT.MouseDown, x, y);
    mouse(control, SWT.MouseUp, x, y);
  }

  static void key(Control control, int code, int mask) {
    Event event = new Event();
    event.keyCode = code;
    event.stateMask = mask;
    control.notifyListeners(SWT.KeyDown, event);
  }

  /** Size of a control in which there is something to be seen. */
  static Point size(Control control) {
    Await.until("it has a size", () -> control.getSize().x > 100 && control.getSize().y > 40);
    return control.getSize();
  }

  @Override
  public void close() throws CoreException {
    bench.close();
  }
}
