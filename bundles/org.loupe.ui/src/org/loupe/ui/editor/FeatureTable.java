/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.FormToolkit;

/** A row of a table, feature by feature: what a reader calls it, what the table has, and what the model gets. */
final class FeatureTable {
  private static final int LEAST_WIDTH = 50;
  private static final int MOST_WIDTH = 240;
  private static final int LEAST_NAME = 100;
  private static final int PAD = 20;
  private static final int MEASURED = 500;
  private static final int MOST_LINES = 18;
  private static final int WIDTH = 280;
  private static final int MOST_NAMED = 20;

  private final Composite box;
  private final Label row;
  private final Table table;
  private final Label unused;
  private List<Column> columns = List.of();
  private FeatureValues shown;
  private int featureWidth;

  private record Column(String title, String tip, int style, Function<FeatureValues.Line, String> text) {
  }

  FeatureTable(Composite parent, FormToolkit toolkit) {
    box = toolkit.createComposite(parent);
    GridLayout grid = new GridLayout();
    grid.marginWidth = 0;
    box.setLayout(grid);
    box.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    row = toolkit.createLabel(box, "", SWT.WRAP);
    row.setLayoutData(wide());
    table = new Table(box, SWT.BORDER | SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    table.addListener(SWT.Resize, e -> fit());
    table.addListener(SWT.MouseMove, e -> table.setToolTipText(tip(e.x, e.y)));
    table.addListener(SWT.SetData, e -> fill((TableItem) e.item, table.indexOf((TableItem) e.item)));
    unused = toolkit.createLabel(box, "", SWT.WRAP);
    unused.setLayoutData(wide());
    show(Optional.empty());
  }

  private static GridData wide() {
    GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
    data.widthHint = WIDTH;
    return data;
  }

  /** Takes no room where there is nothing to show. */
  void show(Optional<FeatureValues> values) {
    ((GridData) box.getLayoutData()).exclude = values.isEmpty();
    box.setVisible(values.isPresent());
    if (values.isEmpty() || values.get().equals(shown)) {
      return;
    }
    shown = values.get();
    int top = table.getTopIndex();
    head(columns(shown));
    table.setItemCount(shown.lines().size());
    table.clearAll();
    table.deselectAll();
    pack();
    table.setTopIndex(top);
    GridData data = (GridData) table.getLayoutData();
    data.heightHint = Math.clamp(shown.lines().size(), 3, MOST_LINES) * table.getItemHeight()
        + table.getHeaderHeight() + 2;
    data.widthHint = WIDTH;
    say(row, shown.row().isEmpty() ? "" : NLS.bind(Messages.FeatureTable_row, shown.row(), shown.lines().size()));
    say(unused, unusedText(shown.unused()));
    box.layout(true);
  }

  private static void say(Label label, String text) {
    label.setText(text.replace("&", "&&"));
    label.setVisible(!text.isEmpty());
    ((GridData) label.getLayoutData()).exclude = text.isEmpty();
  }

  private String unusedText(List<String> names) {
    if (!shown.hasValues()) {
      return "";
    }
    if (names.isEmpty()) {
      return Messages.FeatureTable_allUsed;
    }
    String some = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() <= MOST_NAMED ? NLS.bind(Messages.FeatureTable_unused, some)
        : NLS.bind(Messages.FeatureTable_unusedMore, some, names.size() - MOST_NAMED);
  }

  private static List<Column> columns(FeatureValues values) {
    List<Column> out = new ArrayList<>();
    out.add(new Column(Messages.FeatureTable_feature, Messages.FeatureTable_featureTip, SWT.LEFT,
        FeatureValues.Line::feature));
    if (values.hasValues()) {
      out.add(new Column(Messages.FeatureTable_value, Messages.FeatureTable_valueTip, SWT.RIGHT,
          l -> l.value().isEmpty() ? Messages.FeatureTable_missing : l.value()));
    }
    out.add(new Column(Messages.FeatureTable_fed, Messages.FeatureTable_fedTip, SWT.RIGHT, FeatureValues.Line::fed));
    if (values.lines().stream().anyMatch(l -> !l.group().isEmpty())) {
      out.add(new Column(Messages.FeatureTable_group, Messages.FeatureTable_groupTip, SWT.LEFT,
          FeatureValues.Line::group));
    }
    if (values.lines().stream().anyMatch(l -> !l.source().isEmpty() && !l.source().equals(l.feature()))) {
      out.add(new Column(Messages.FeatureTable_source, Messages.FeatureTable_sourceTip, SWT.LEFT,
          FeatureValues.Line::source));
    }
    return out;
  }

  private void head(List<Column> wanted) {
    List<String> titles = wanted.stream().map(Column::title).toList();
    boolean same = titles.equals(columns.stream().map(Column::title).toList());
    columns = wanted;
    if (same) {
      return;
    }
    for (TableColumn old : table.getColumns()) {
      old.dispose();
    }
    for (Column c : wanted) {
      TableColumn made = new TableColumn(table, c.style());
      made.setText(c.title());
      made.setToolTipText(c.tip());
    }
  }

  private void fill(TableItem item, int at) {
    FeatureValues.Line line = shown.lines().get(at);
    item.setText(columns.stream().map(c -> c.text().apply(line)).toArray(String[]::new));
    boolean missing = shown.hasValues() && line.value().isEmpty();
    item.setForeground(1, missing ? JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR) : null);
  }

  private void pack() {
    GC gc = new GC(table);
    try {
      List<FeatureValues.Line> measured = shown.lines().subList(0, Math.min(MEASURED, shown.lines().size()));
      for (int c = 0; c < columns.size(); c++) {
        Column column = columns.get(c);
        int width = measured.stream().mapToInt(l -> gc.textExtent(column.text().apply(l)).x).max().orElse(0);
        table.getColumn(c).setWidth(Math.clamp(Math.max(width, gc.textExtent(column.title()).x) + PAD, LEAST_WIDTH,
            MOST_WIDTH));
      }
    } finally {
      gc.dispose();
    }
    featureWidth = table.getColumn(0).getWidth();
    fit();
  }

  /** Long names give way to the numbers beside them. */
  private void fit() {
    if (columns.isEmpty()) {
      return;
    }
    int numbers = 0;
    for (int c = 1; c < columns.size() && columns.get(c).style() == SWT.RIGHT; c++) {
      numbers += table.getColumn(c).getWidth();
    }
    int left = table.getClientArea().width - numbers;
    table.getColumn(0).setWidth(Math.clamp(left, Math.min(LEAST_NAME, featureWidth), featureWidth));
  }

  /** The whole text of a cell, which may have no room for it. */
  private String tip(int x, int y) {
    TableItem item = table.getItem(new Point(x, y));
    for (int c = 0; item != null && c < columns.size(); c++) {
      if (item.getBounds(c).contains(x, y)) {
        return columns.get(c).text().apply(shown.lines().get(table.indexOf(item))).replace("&", "&&");
      }
    }
    return null;
  }
}
