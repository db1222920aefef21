/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.loupe.scene.Selection;
import org.loupe.ui.api.context.InputService;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.context.ResultService;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.InspectionView;
import org.loupe.ui.tables.rows.LoadedTable;
import org.loupe.ui.tables.rows.SortKey;

/**
 * The table behind the input. A row that is selected becomes what the window looks at; a row or a feature that is
 * clicked in a picture is selected here.
 */
public final class RowsView extends InspectionView implements RowsBar.Listener {
  public static final String ID = "org.loupe.ui.rows";

  private final Consumer<Selection> picks = this::picked;
  private RowsBar bar;
  private BackgroundLine background;
  private RowsGrid grid;
  private SettingsPanel settings;
  private RowsLine line;
  private LookedAt lookedAt;
  private TableReading reading;
  private Arrangement arrangement;
  private Explaining explaining;
  private String note = "";

  @Override
  protected Control createContent(Composite parent) {
    Inspector inspector = getSite().getService(Inspector.class);
    Composite content = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.verticalSpacing = 4;
    content.setLayout(layout);
    Composite first = line(content, 4);
    Composite second = line(content, 2);
    background = new BackgroundLine(second, inspector, file -> context().update(i -> i.withBackground(file)),
        this::considerExplaining);
    bar = new RowsBar(first, second, this);
    createRows(content);
    line = new RowsLine(content, this::cancel);
    lookedAt = new LookedAt(context(), this::inspection, grid);
    grid.onSelection(lookedAt::look);
    grid.onSort(column -> sort(column.kind(), column.number()));
    reading = new TableReading(content, inspector, this::show, this::showNone);
    arrangement = new Arrangement(content, this::arranged, text -> line.say(text));
    explaining = new Explaining(content, inspector, getSite().getService(ResultService.class), line,
        this::considerExplaining, this::explained);
    getSite().getService(InputService.class).acceptDrops(parent, getSite());
    context().addPickListener(picks);
    return content;
  }

  private static Composite line(Composite content, int columns) {
    Composite line = new Composite(content, SWT.NONE);
    line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    GridLayout grid = new GridLayout(columns, false);
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    line.setLayout(grid);
    return line;
  }

  private void createRows(Composite content) {
    Composite middle = new Composite(content, SWT.NONE);
    middle.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    GridLayout two = new GridLayout(2, false);
    two.marginWidth = 0;
    two.marginHeight = 0;
    middle.setLayout(two);
    grid = new RowsGrid(middle);
    GridData all = new GridData(SWT.FILL, SWT.FILL, true, true);
    all.heightHint = 80;
    all.widthHint = 120;
    grid.setLayoutData(all);
    settings = new SettingsPanel(middle, this::methodChanged);
  }

  @Override
  public void dispose() {
    if (context() != null) {
      context().removePickListener(picks);
    }
    super.dispose();
  }

  @Override
  protected void inspectionChanged(Inspection before, Inspection now) {
    Optional<EmptyMessage> missing = Missing.of(now, getSite());
    if (missing.isPresent()) {
      reading.cancel();
      forget();
      showEmpty(missing.get());
    } else if (!reading.isAbout(now)) {
      forget();
      reading.read(now);
    } else if (arrangement.table() != null) {
      if (!before.background().equals(now.background())) {
        methodChanged();
      }
      lookedAt.mark();
    }
  }

  private void forget() {
    explaining.cancel();
    arrangement.clear();
    // conditions on the columns of another table would leave out all rows of this one
    bar.filter("");
    note = "";
  }

  private void show(Opened opened) {
    boolean first = arrangement.table() == null;
    if (first) {
      bar.show(opened.methods(), inspection().method());
      bar.show(Optional.empty(), 0);
      settings.show(bar.method());
      showContent();
    }
    arrangement.show(opened.table());
    if (first) {
      methodChanged();
    }
  }

  /** What stands in place of the rows; those that were read before are kept. */
  private void showNone(EmptyMessage why) {
    if (arrangement.table() == null) {
      showEmpty(why);
    } else {
      line.say(why.title() + (why.text().isEmpty() ? "" : ": " + why.text()));
    }
  }

  private void arranged(GridRows rows) {
    grid.show(rows);
    lookedAt.mark();
    considerExplaining();
    line.say(RowsText.of(rows, reading.running(), note), reading.running());
  }

  private void picked(Selection selection) {
    lookedAt.picked(selection, arrangement.explained()).ifPresent(feature -> {
      grid.mark(feature);
      arrangement.explained().map(e -> e.features().indexOf(feature)).filter(f -> f >= 0 && selection.kind()
          .equals(Selection.FEATURE)).ifPresent(this::attributed);
    });
  }

  private void methodChanged() {
    background.show(bar.method().map(RowsMethod::entry), settings.values(), inspection());
    considerExplaining();
  }

  /** The button tells whether the rows can be explained. */
  private void considerExplaining() {
    bar.explaining(explaining.running(), obstacle());
  }

  private Optional<String> obstacle() {
    if (bar.method().isEmpty()) {
      return Optional.of(Messages.RowsView_noMethod);
    }
    if (grid.rows() == null || grid.rows().rows() == 0) {
      return Optional.of(Messages.RowsView_noRows);
    }
    return settings.problem().or(background::obstacle);
  }

  @Override
  public void methodChosen() {
    settings.show(bar.method());
    methodChanged();
  }

  @Override
  public void settingsShown(boolean on) {
    settings.setVisible(on);
  }

  @Override
  public void filtered(String text) {
    arrangement.filter(text);
  }

  @Override
  public void attributed(int feature) {
    bar.show(arrangement.explained(), feature);
    arrangement.attribute(feature);
  }

  @Override
  public void explainPressed() {
    if (explaining.running()) {
      cancel();
    } else {
      explain();
    }
  }

  /** Sorts by a column, or the other way round if it is sorted by it. */
  public void sort(SortKey.Kind kind, int column) {
    arrangement.sort(kind, column);
  }

  /** Shows the rows that a filter takes. */
  public void filter(String text) {
    bar.filter(text);
  }

  /** Explains the rows that are shown by the chosen method, and shows the result; or says why that cannot be. */
  public void explain() {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      line.say(obstacle.get());
      return;
    }
    LoadedTable table = arrangement.table();
    explaining.start(new RowsQuestion(inspection(), table, grid.rows().order(), bar.method().orElseThrow().entry(),
        settings.choice()));
  }

  /** Stops reading and explaining; what is there stays. */
  public void cancel() {
    explaining.stop();
    reading.stop();
  }

  private void explained(RowsRun run) {
    note = run.note();
    arrangement.explained(run.explained());
    bar.show(arrangement.explained(), arrangement.attributed());
    getSite().getService(ResultService.class).show(getSite().getPage(), run.record());
  }

  /** What stands in place of the rows; empty if there are some. */
  public Optional<EmptyMessage> message() {
    return isEmpty() ? Optional.of(empty().message()) : Optional.empty();
  }

  /** Whether rows are being read, ordered or explained. */
  public boolean isRunning() {
    return reading.running() || arrangement.running() || explaining.running() || background.running();
  }

  /** Whether rows are being explained. */
  public boolean isExplaining() {
    return explaining.running();
  }

  /** The texts of a line of the grid, in the order of its columns. @param number from 0 */
  public List<String> line(int number) {
    return grid.rows().columns().stream().map(c -> grid.rows().text(number, c)).toList();
  }

  /** Headings of the columns. */
  public List<String> headings() {
    return grid.rows().columns().stream().map(GridColumn::heading).toList();
  }

  /** Width of a column in pixels. */
  public int width(int column) {
    return grid.width(column);
  }

  /** How many rows the filter takes. */
  public int lines() {
    return grid.rows().rows();
  }

  /** The selected line; -1 if the row that is looked at is not among those shown. */
  public int selectedLine() {
    return grid.selected();
  }

  /** The heading of the marked column. */
  public Optional<String> markedColumn() {
    return grid.marked() < 0 ? Optional.empty() : Optional.of(headings().get(grid.marked()));
  }

  /** What the line below the grid says. */
  public String statusText() {
    return line.text();
  }

  /** What the line about the background says; empty if the method uses none. */
  public String backgroundText() {
    return background.text();
  }

  /** The button that explains, or cancels. */
  public Button button() {
    return bar.button();
  }

  /** What shows the rows. */
  public Control grid() {
    return grid;
  }
}
