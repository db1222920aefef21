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
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.loupe.api.LoupeException;
import org.loupe.scene.Selection;
import org.loupe.ui.api.context.InputService;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.context.ResultService;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.InspectionView;
import org.loupe.ui.tables.rows.Explained;
import org.loupe.ui.tables.rows.LoadedTable;
import org.loupe.ui.tables.rows.RowOrder;
import org.loupe.ui.tables.rows.SortKey;

/**
 * The table behind the input. A row that is selected becomes what the window looks at; a row or a feature that is
 * clicked in a picture is selected here.
 */
public final class RowsView extends InspectionView {
  public static final String ID = "org.loupe.ui.rows";
  private static final int PAUSE = 200;

  private final Consumer<Selection> picks = this::picked;
  private Composite content;
  private RowsBar bar;
  private BackgroundLine background;
  private RowsGrid grid;
  private Link status;
  private Recomputation reading;
  private Recomputation ordering;
  private Recomputation explaining;
  private Inspection asked;
  private LoadedTable table;
  private Optional<Explained> explained = Optional.empty();
  private int attributed;
  private SortKey key = SortKey.FILE;
  private String note = "";

  @Override
  protected Control createContent(Composite parent) {
    content = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.verticalSpacing = 4;
    content.setLayout(layout);
    bar = new RowsBar(content, text -> order(PAUSE), this::explain, this::methodChanged, this::attributed);
    background = new BackgroundLine(content, file -> context().update(i -> i.withBackground(file)));
    grid = new RowsGrid(content);
    GridData all = new GridData(SWT.FILL, SWT.FILL, true, true);
    all.heightHint = 80;
    all.widthHint = 120;
    grid.setLayoutData(all);
    grid.onSelection(line -> look(grid.rows().order()[line]));
    grid.onSort(column -> sort(column.kind(), column.number()));
    status = new Link(content, SWT.NONE);
    status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    status.addListener(SWT.Selection, e -> explaining.stop());
    reading = new Recomputation(content);
    ordering = new Recomputation(content);
    explaining = new Recomputation(content);
    getSite().getService(InputService.class).acceptDrops(parent, getSite());
    context().addPickListener(picks);
    return content;
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
      asked = null;
      showEmpty(missing.get());
      return;
    }
    boolean same = asked != null && asked.model().equals(now.model())
        && asked.input().orElseThrow().sameFiles(now.input().orElseThrow());
    asked = now;
    if (!same) {
      read(now);
    } else if (table != null) {
      background.show(bar.method(), now);
      mark();
    }
  }

  private void forget() {
    ordering.cancel();
    explaining.cancel();
    table = null;
    explained = Optional.empty();
    attributed = 0;
    key = SortKey.FILE;
    note = "";
    // it names columns of the table before
    bar.filter("");
  }

  private void read(Inspection now) {
    forget();
    String name = now.input().orElseThrow().first().getFileName().toString();
    showEmpty(EmptyMessage.working(NLS.bind(Messages.RowsView_reading, name), "",
        new EmptyMessage.Action(Messages.RowsView_cancel, reading::stop)));
    Inspector inspector = getSite().getService(Inspector.class);
    reading.start(NLS.bind(Messages.RowsView_reading, name),
        p -> Opened.read(inspector, now, p, part -> partly(now, part)), new Outcome<Opened>() {
          @Override
          public void done(Opened opened) {
            show(opened);
          }

          @Override
          public void failed(LoupeException reason) {
            showEmpty(EmptyMessage.error(Messages.RowsView_notRead, reason.getMessage(),
                new EmptyMessage.Action(Messages.RowsView_again, () -> read(now))));
          }

          @Override
          public void cancelled() {
            if (table == null) {
              showEmpty(EmptyMessage.info(Messages.RowsView_cancelled, "",
                  new EmptyMessage.Action(Messages.RowsView_again, () -> read(now))));
            }
          }
        });
  }

  private void partly(Inspection about, Opened part) {
    content.getDisplay().asyncExec(() -> {
      if (!content.isDisposed() && reading.running() && asked != null && asked.model().equals(about.model())
          && asked.input().orElseThrow().sameFiles(about.input().orElseThrow())) {
        show(part);
      }
    });
  }

  private void show(Opened opened) {
    boolean first = table == null;
    table = opened.table();
    if (first) {
      bar.show(opened.methods(), inspection().method());
      bar.show(explained, attributed);
      background.show(bar.method(), inspection());
      arranged(RowOrder.spread(java.util.stream.IntStream.range(0, table.rows()).toArray(), table.rows()));
      showContent();
    }
    order(0);
  }

  /** Filters and sorts anew. */
  private void order(int pause) {
    if (table == null) {
      return;
    }
    LoadedTable rows = table;
    SortKey by = key;
    String filter = bar.filter();
    Optional<Explained> values = explained;
    ordering.start(Messages.RowsView_ordering, pause, p -> RowOrder.of(rows, filter, by, values, p),
        new Outcome<int[]>() {
          @Override
          public void done(int[] order) {
            arranged(order);
          }

          @Override
          public void failed(LoupeException reason) {
            say(reason.getMessage());
          }
        });
  }

  private void arranged(int[] order) {
    grid.show(new GridRows(table, order, explained, attributed, key));
    mark();
    String count = order.length == table.rows() ? NLS.bind(Messages.RowsView_all, order.length)
        : NLS.bind(Messages.RowsView_some, order.length, table.rows());
    String more = table.complete() || reading.running() ? "" : " " + NLS.bind(Messages.RowsView_cut, table.rows());
    say(count + more + (note.isEmpty() ? "" : " " + note)
        + table.notes().stream().map(n -> " " + n).reduce("", String::concat));
  }

  private void say(String text) {
    status.setText(text.replace("&", "&&"));
    status.setToolTipText(text);
    status.requestLayout();
  }

  /** Selects the row that the window looks at. */
  private void mark() {
    if (grid.rows() != null) {
      current().ifPresentOrElse(row -> grid.select(grid.rows().line(row)), () -> grid.select(-1));
    }
  }

  private Optional<Integer> current() {
    String row = inspection().input().map(InspectedInput::row).orElse("");
    if (row.isEmpty()) {
      return Optional.of(0);
    }
    if (row.startsWith("id=")) {
      return table.find(row.substring("id=".length()));
    }
    int number = row.matches("\\d{1,9}") ? Integer.parseInt(row) - 1 : -1;
    return number >= 0 && number < table.rows() ? Optional.of(number) : Optional.empty();
  }

  /** The window looks at a row. */
  private void look(int row) {
    Inspection shown = inspection();
    context().update(i -> i.model().equals(shown.model()) && i.input().isPresent()
        && i.input().get().sameFiles(shown.input().orElseThrow()) ? i.withRow(String.valueOf(row + 1)) : i);
  }

  private void picked(Selection selection) {
    if (table == null) {
      return;
    }
    if (selection.kind().equals(Selection.ROW)) {
      table.find(selection.id()).ifPresent(this::look);
      if (selection.coordinates().size() > 1) {
        markFeature(selection.coordinates().get(1).intValue());
      }
    } else if (selection.kind().equals(Selection.FEATURE)) {
      List<GridColumn> columns = grid.rows().columns();
      for (int c = 0; c < columns.size(); c++) {
        if (columns.get(c).kind() == SortKey.Kind.FEATURE && columns.get(c).heading().equals(selection.id())) {
          grid.mark(c);
        }
      }
      explained.map(e -> e.features().indexOf(selection.id())).filter(f -> f >= 0).ifPresent(this::attributed);
    }
  }

  private void markFeature(int feature) {
    List<GridColumn> columns = grid.rows().columns();
    String name = explained.filter(e -> feature < e.features().size()).map(e -> e.features().get(feature)).orElse("");
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).kind() == SortKey.Kind.FEATURE && columns.get(c).heading().equals(name)) {
        grid.mark(c);
      }
    }
  }

  private void methodChanged() {
    background.show(bar.method(), inspection());
  }

  private void attributed(int feature) {
    attributed = feature;
    bar.show(explained, feature);
    if (key.kind() == SortKey.Kind.ATTRIBUTION) {
      key = new SortKey(SortKey.Kind.ATTRIBUTION, feature, key.descending());
    }
    order(0);
  }

  /** Sorts by a column, or the other way round if it is sorted by it. */
  public void sort(SortKey.Kind kind, int column) {
    key = key.clicked(kind, column);
    order(0);
  }

  /** Shows the rows that a filter takes. */
  public void filter(String text) {
    bar.filter(text);
  }

  /** Explains the rows that are shown by the chosen method, and shows the result. */
  public void explain() {
    if (table == null || grid.rows().rows() == 0 || bar.method().isEmpty()) {
      return;
    }
    Inspection now = inspection();
    LoadedTable rows = table;
    int[] wanted = grid.rows().order();
    var method = bar.method().get();
    Inspector inspector = getSite().getService(Inspector.class);
    ResultService results = getSite().getService(ResultService.class);
    explaining.start(NLS.bind(Messages.RowsView_explaining, method.name()),
        p -> RowsRun.compute(inspector, results, now, rows, wanted, method, p), new Outcome<RowsRun>() {
          @Override
          public void done(RowsRun run) {
            explained(run);
          }

          @Override
          public void failed(LoupeException reason) {
            say(reason.getMessage());
          }

          @Override
          public void cancelled() {
            say(Messages.RowsView_stopped);
          }

          @Override
          public void progress(String task, double fraction) {
            status.setText(NLS.bind(Messages.RowsView_progress, task,
                Double.isNaN(fraction) ? "" : Math.round(100 * fraction) + " %"));
          }
        });
    status.setText(NLS.bind(Messages.RowsView_progress, method.name(), ""));
  }

  private void explained(RowsRun run) {
    explained = Optional.of(run.explained());
    note = run.note();
    attributed(run.explained().strongest());
    getSite().getService(ResultService.class).show(getSite().getPage(), run.record());
  }

  /** What stands in place of the rows; empty if there are some. */
  public Optional<EmptyMessage> message() {
    return isEmpty() ? Optional.of(empty().message()) : Optional.empty();
  }

  /** Whether rows are being read, ordered or explained. */
  public boolean isRunning() {
    return reading.running() || ordering.running() || explaining.running();
  }

  /** The texts of a line of the grid, in the order of its columns. @param line from 0 */
  public List<String> line(int line) {
    return grid.rows().columns().stream().map(c -> grid.rows().text(line, c)).toList();
  }

  /** Headings of the columns. */
  public List<String> headings() {
    return grid.rows().columns().stream().map(GridColumn::heading).toList();
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
    return status.getText();
  }

  /** What shows the rows. */
  public Control grid() {
    return grid;
  }
}
