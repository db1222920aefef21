/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.loupe.api.result.Table.Numbers;

/** Every number: the figures of the channels, or the values of the selected one. */
final class TableTab {
  private static final int LEAST_WIDTH = 80;
  private static final int PADDING = 14;

  private final Composite page;
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private Table figures;
  private final NumberGrid values;
  private final Button byFigures;
  private final Label which;
  private final IntConsumer chosen;
  private Optional<Shown> shown = Optional.empty();
  private Numbers[] columns = {};
  private Integer[] order = {};
  private int channel = -1;
  private boolean visible;
  private boolean stale;

  /** @param chosen takes the channel that the user selects */
  TableTab(Composite parent, IntConsumer chosen) {
    this.chosen = chosen;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
    Composite bar = new Composite(page, SWT.NONE);
    RowLayout row = new RowLayout(SWT.HORIZONTAL);
    row.center = true;
    row.spacing = 8;
    bar.setLayout(row);
    byFigures = radio(bar, Messages.TableTab_figures);
    byFigures.setSelection(true);
    radio(bar, Messages.TableTab_values);
    which = new Label(bar, SWT.NONE);
    stack = new Composite(page, SWT.NONE);
    stack.setLayout(layout);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    figures = table();
    values = new NumberGrid(stack);
    layout.topControl = figures;
    byFigures.addListener(SWT.Selection, e -> toggled());
  }

  Control control() {
    return page;
  }

  /** Another layer is looked at; its numbers come when they are seen. */
  void show(Shown layer, int selected) {
    shown = Optional.of(layer);
    channel = selected;
    stale = true;
    freshen();
  }

  void setVisible(boolean now) {
    visible = now;
    freshen();
  }

  private void freshen() {
    if (visible && stale) {
      stale = false;
      show(shown.orElseThrow());
    }
  }

  private void show(Shown layer) {
    if (layer.maps().channels().rows() < figures.getItemCount()) {
      renew();
    }
    columns = layer.maps().channels().columns().stream().filter(Numbers.class::isInstance).map(Numbers.class::cast)
        .toArray(Numbers[]::new);
    order = IntStream.range(0, layer.maps().channels().rows()).boxed().toArray(Integer[]::new);
    headers();
    figures.clearAll();
    figures.setItemCount(order.length);
    values.show(NumberSource.of(layer.maps(), Math.max(0, channel)));
    mark();
  }

  void select(int number) {
    if (number != channel && shown.isPresent()) {
      channel = number;
      if (stale) {
        return;
      }
      if (shown.get().tiled()) {
        values.show(NumberSource.of(shown.get().maps(), Math.max(0, channel)));
      }
      mark();
    }
  }

  private Table table() {
    Table table = new Table(stack, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE);
    table.setHeaderVisible(true);
    table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
    table.addListener(SWT.Selection, e -> selected());
    return table;
  }

  /**
   * Takes another table in place of the present one. Rows cannot be taken away from it: GTK asks for them while they
   * go, and those that are made then are never disposed of, which breaks the next change of the theme.
   */
  private void renew() {
    Table old = figures;
    figures = table();
    old.dispose();
    layout.topControl = byFigures.getSelection() ? figures : values;
    stack.layout();
  }

  private Button radio(Composite bar, String text) {
    Button button = new Button(bar, SWT.RADIO);
    button.setText(text);
    return button;
  }

  private void toggled() {
    layout.topControl = byFigures.getSelection() ? figures : values;
    stack.layout();
    mark();
  }

  /** Columns are kept as long as they are of the same names. */
  private void headers() {
    String[] names = Arrays.stream(columns).map(c -> c.unit().isEmpty() ? c.name() : c.name() + " (" + c.unit() + ")")
        .toArray(String[]::new);
    if (Arrays.equals(names, Arrays.stream(figures.getColumns()).map(TableColumn::getText).toArray(String[]::new))) {
      figures.setSortColumn(null);
      return;
    }
    for (TableColumn column : figures.getColumns()) {
      column.dispose();
    }
    for (int i = 0; i < names.length; i++) {
      TableColumn column = new TableColumn(figures, SWT.RIGHT);
      column.setText(names[i]);
      column.pack();
      column.setWidth(Math.max(LEAST_WIDTH, column.getWidth() + PADDING));
      int number = i;
      column.addListener(SWT.Selection, e -> sort(column, number));
    }
    figures.setSortColumn(null);
  }

  private void fill(TableItem item, int index) {
    for (int i = 0; i < columns.length; i++) {
      double v = columns[i].value(order[index]);
      item.setText(i, Double.isNaN(v) ? "" : org.loupe.math.scale.Numbers.format(v, 6));
    }
  }

  private void sort(TableColumn column, int number) {
    boolean up = figures.getSortColumn() == column && figures.getSortDirection() == SWT.DOWN;
    Comparator<Integer> by = Comparator.comparingDouble(r -> columns[number].value(r));
    Arrays.sort(order, up ? by : by.reversed());
    figures.setSortColumn(column);
    figures.setSortDirection(up ? SWT.UP : SWT.DOWN);
    figures.clearAll();
    mark();
  }

  private void selected() {
    int index = figures.getSelectionIndex();
    if (index >= 0) {
      select(order[index]);
      chosen.accept(order[index]);
    }
  }

  private void mark() {
    int index = Arrays.asList(order).indexOf(channel);
    if (index < 0) {
      figures.deselectAll();
    } else if (figures.getSelectionIndex() != index) {
      figures.setSelection(index);
    }
    boolean map = !byFigures.getSelection() && shown.map(Shown::tiled).orElse(false);
    which.setText(map ? NLS.bind(Messages.TableTab_channel, Math.max(0, channel)) : "");
    which.getParent().layout();
  }
}
