/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.prediction;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.Target;
import org.loupe.core.predict.ClassScore;
import org.loupe.core.predict.OutputPrediction;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.ThemeRole;
import org.loupe.ui.api.canvas.SceneThemes;

/** The best classes of one output with their scores as bars; or the numbers of an output without classes. */
final class ClassTable {
  private static final int LABEL = 0;
  private static final int SCORE = 1;
  private static final int LOGIT = 2;
  private static final int NUMBER_WIDTH = 64;
  private static final int FIRST_VALUES = 100;

  private final Table table;
  private final TableColumn score;
  private final TableColumn logit;
  private final Consumer<Target> chosen;
  private OutputPrediction shown;
  private double largest = 1;

  ClassTable(Composite parent, Consumer<Target> chosen) {
    this.chosen = chosen;
    table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
    table.setHeaderVisible(true);
    column(SWT.LEFT, Messages.ClassTable_class);
    score = column(SWT.LEFT, Messages.ClassTable_probability);
    logit = column(SWT.RIGHT, Messages.ClassTable_logit);
    logit.setToolTipText(Messages.ClassTable_logitTip);
    table.addListener(SWT.Selection, e -> selected());
    table.addListener(SWT.PaintItem, this::bar);
    table.addListener(SWT.Resize, e -> fitColumns());
  }

  private TableColumn column(int style, String text) {
    TableColumn column = new TableColumn(table, style);
    column.setText(text);
    return column;
  }

  Control control() {
    return table;
  }

  /** @param summary of an output without classes */
  void show(OutputPrediction prediction, Optional<Summary> summary) {
    shown = prediction;
    table.setRedraw(false);
    table.removeAll();
    if (prediction.top().isEmpty()) {
      values(prediction.value(), summary);
    } else {
      classes(prediction);
    }
    fitColumns();
    table.setRedraw(true);
  }

  private void classes(OutputPrediction prediction) {
    boolean probability = prediction.output().logits().isPresent();
    score.setText(probability ? Messages.ClassTable_probability : Messages.ClassTable_score);
    largest = probability ? 1 : prediction.top().stream().mapToDouble(c -> Math.abs(c.score())).max().orElse(1);
    for (ClassScore c : prediction.top()) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(LABEL, c.label());
      item.setText(SCORE, probability ? percent(c.score()) : Numbers.format(c.score()));
      item.setText(LOGIT, c.logit().isPresent() ? Numbers.format(c.logit().getAsDouble()) : "");
      item.setData(c);
    }
  }

  private void values(Tensor value, Optional<Summary> summary) {
    score.setText(Messages.ClassTable_value);
    if (summary.isEmpty()) {
      row(String.valueOf(value.shape()), value.type().name());
      return;
    }
    Summary s = summary.get();
    row(NLS.bind(Messages.ClassTable_summary, value.shape()), NLS.bind(Messages.ClassTable_range,
        new Object[] {Numbers.format(s.min()), Numbers.format(s.max()), Numbers.format(s.mean())}));
    for (int i = 0; i < Math.min(FIRST_VALUES, value.size()); i++) {
      row(NLS.bind(Messages.ClassTable_element, i), Numbers.format(value.get(i)));
    }
    if (value.size() > FIRST_VALUES) {
      row(NLS.bind(Messages.ClassTable_more, String.format("%,d", value.size() - FIRST_VALUES)), "");
    }
  }

  private void row(String name, String value) {
    TableItem item = new TableItem(table, SWT.NONE);
    item.setText(LABEL, name);
    item.setText(SCORE, value);
  }

  private static String percent(double p) {
    return p != 0 && Math.abs(p) < 0.001 ? Numbers.format(p * 100, 2) + " %" : String.format("%.1f %%", p * 100);
  }

  /** Selects the class that a target speaks of, if it is among those shown. */
  void mark(ScoreRequest request) {
    if (shown == null || shown.top().isEmpty()) {
      return;
    }
    int row = switch (request.target()) {
      case Target.TopClass t -> 0;
      case Target.ClassIndex t -> row(t.index());
      case Target.ClassDifference t -> row(t.index());
      case Target.ClassLabel t -> shown.top().stream().filter(c -> c.label().equals(t.label())).findFirst()
          .map(shown.top()::indexOf).orElse(-1);
      case Target.Neuron t -> -1;
      case Target.Channel t -> -1;
      case Target.Layer t -> -1;
      case Target.Direction t -> -1;
      case Target.None t -> -1;
    };
    if (row < 0) {
      table.deselectAll();
    } else if (table.getSelectionIndex() != row) {
      table.setSelection(row);
    }
  }

  private int row(int index) {
    for (int i = 0; i < shown.top().size(); i++) {
      if (shown.top().get(i).index() == index) {
        return i;
      }
    }
    return -1;
  }

  private void selected() {
    int row = table.getSelectionIndex();
    if (row >= 0 && table.getItem(row).getData() instanceof ClassScore c) {
      chosen.accept(row == 0 ? new Target.TopClass() : new Target.ClassIndex(c.index()));
    }
  }

  /** A bar to the right of the number. */
  private void bar(Event e) {
    if (e.index != SCORE || !(e.item.getData() instanceof ClassScore c)) {
      return;
    }
    GC gc = e.gc;
    Rectangle cell = ((TableItem) e.item).getBounds(SCORE);
    int room = cell.width - NUMBER_WIDTH - 6;
    double part = largest == 0 || Double.isNaN(c.score()) ? 0 : Math.min(1, Math.abs(c.score()) / largest);
    if (room > 4) {
      int argb = SceneThemes.of(table).argb(c.score() < 0 ? ThemeRole.NEGATIVE : ThemeRole.ACCENT);
      gc.setBackground(new Color(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
      int height = Math.max(3, cell.height / 2);
      gc.fillRectangle(cell.x + NUMBER_WIDTH, cell.y + (cell.height - height) / 2, Math.max(1, (int) (room * part)),
          height);
    }
  }

  private void fitColumns() {
    int width = table.getClientArea().width;
    boolean logits = shown != null && shown.top().stream().anyMatch(c -> c.logit().isPresent());
    int forLogit = logits ? NUMBER_WIDTH + 16 : 0;
    logit.setWidth(forLogit);
    logit.setResizable(logits);
    int label = Math.max(90, (width - forLogit) * 45 / 100);
    table.getColumn(LABEL).setWidth(label);
    score.setWidth(Math.max(NUMBER_WIDTH + 20, width - forLogit - label));
  }
}
