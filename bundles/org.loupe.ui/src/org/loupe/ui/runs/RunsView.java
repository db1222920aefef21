/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.runs;

import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.loupe.api.LoupeException;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.parts.Icons;
import org.loupe.ui.perspective.ModelDebugging;
import org.loupe.ui.perspective.Views;

/** What runs, what ran, and the results that are stored. */
public final class RunsView extends ViewPart {
  private static final int PAUSE = 100;
  private static final int[] WIDTHS = {120, 110, 130, 190, 190, 140, 80, 260};

  private final Runnable follower = this::changed;
  private int[] widths = WIDTHS.clone();
  private RunHistory history;
  private Recomputation listing;
  private Recomputation checking;
  private LocalResourceManager images;
  private Composite stack;
  private StackLayout layout;
  private EmptyState empty;
  private Table table;
  private RunActions actions;
  private List<RunEntry> entries = List.of();

  @Override
  public void init(IViewSite site, IMemento memento) throws PartInitException {
    super.init(site, memento);
    for (int i = 0; memento != null && i < widths.length; i++) {
      Integer width = memento.getInteger("column" + i);
      widths[i] = width == null ? widths[i] : width;
    }
  }

  @Override
  public void saveState(IMemento memento) {
    for (int i = 0; table != null && i < widths.length; i++) {
      memento.putInteger("column" + i, table.getColumn(i).getWidth());
    }
  }

  @Override
  public void createPartControl(Composite parent) {
    history = getSite().getService(RunHistory.class);
    images = new LocalResourceManager(JFaceResources.getResources(), parent);
    stack = new Composite(parent, SWT.NONE);
    layout = new StackLayout();
    stack.setLayout(layout);
    empty = new EmptyState(stack);
    empty.show(EmptyMessage.info(Messages.RunsView_none, Messages.RunsView_noneText,
        new EmptyMessage.Action(Messages.RunsView_explain,
            () -> Views.show(getSite().getPage(), ModelDebugging.EXPLANATION))));
    createTable();
    layout.topControl = empty;
    listing = new Recomputation(stack);
    checking = new Recomputation(stack);
    actions = new RunActions(this, history);
    actions.install(table, getViewSite().getActionBars());
    history.addListener(follower);
    refresh(0);
  }

  private void createTable() {
    table = new Table(stack, SWT.FULL_SELECTION | SWT.MULTI);
    table.setHeaderVisible(true);
    String[] titles = {Messages.RunsView_status, Messages.RunsView_method, Messages.RunsView_input,
        Messages.RunsView_target, Messages.RunsView_model, Messages.RunsView_started, Messages.RunsView_duration,
        Messages.RunsView_remark};
    for (int i = 0; i < titles.length; i++) {
      TableColumn column = new TableColumn(table, SWT.LEFT);
      column.setText(titles[i]);
      column.setWidth(widths[i]);
      column.setMoveable(true);
    }
    table.addListener(SWT.DefaultSelection, e -> actions.show());
    table.addListener(SWT.Selection, e -> actions.update());
  }

  /** The entries that are selected. */
  List<RunEntry> selection() {
    return java.util.Arrays.stream(table.getSelectionIndices()).filter(i -> i < entries.size()).mapToObj(entries::get)
        .toList();
  }

  /** What the view lists, newest first. */
  public List<RunEntry> entries() {
    return entries;
  }

  private void changed() {
    stack.getDisplay().asyncExec(() -> {
      if (!stack.isDisposed()) {
        refresh(PAUSE);
      }
    });
  }

  private void refresh(int pause) {
    listing.start(Messages.RunsView_job, pause, p -> history.list(), new Outcome<List<RunEntry>>() {
      @Override
      public void done(List<RunEntry> found) {
        show(found);
        check(found);
      }

      @Override
      public void failed(LoupeException reason) {
        empty.show(EmptyMessage.error(Messages.RunsView_unreadable, reason.getMessage()));
        bring(empty);
      }
    });
  }

  /** Looks whether models have changed since, which reads their files. */
  private void check(List<RunEntry> found) {
    Inspector inspector = getSite().getService(Inspector.class);
    checking.start(Messages.RunsView_checking, p -> StaleCheck.of(inspector, found, p), new Outcome<List<RunEntry>>() {
      @Override
      public void done(List<RunEntry> checked) {
        if (entries == found) {
          show(checked);
        }
      }

      @Override
      public void failed(LoupeException reason) {
        // the list is right without the marks
      }
    });
  }

  private void show(List<RunEntry> found) {
    List<RunEntry> selected = selection();
    boolean more = found.size() > entries.size();
    entries = found;
    table.setRedraw(false);
    table.setItemCount(found.size());
    for (int i = 0; i < found.size(); i++) {
      fill(table.getItem(i), found.get(i));
    }
    int[] again = java.util.stream.IntStream.range(0, found.size())
        .filter(i -> selected.stream().anyMatch(s -> RunLabels.same(s, found.get(i)))).toArray();
    table.setSelection(again);
    if (more) {
      table.setTopIndex(0);
    }
    table.setRedraw(true);
    actions.update();
    bring(found.isEmpty() ? empty : table);
  }

  private void fill(TableItem item, RunEntry entry) {
    item.setText(RunLabels.columns(entry));
    item.setImage(0, images.create(Icons.get(Statuses.icon(entry.status()))));
  }

  private void bring(Control control) {
    if (layout.topControl != control) {
      layout.topControl = control;
      stack.layout();
    }
  }

  @Override
  public void setFocus() {
    layout.topControl.setFocus();
  }

  @Override
  public void dispose() {
    if (history != null) {
      history.removeListener(follower);
    }
    super.dispose();
  }
}
