/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.settings.SettingField;
import org.loupe.ui.api.internal.Messages;

/** Edits a list of records, a line for each. Nothing is changed before OK, which waits until every line is right. */
final class RecordsDialog extends TitleAreaDialog {
  private static final Point WANTED = new Point(1060, 600);
  private static final int FIND_WIDTH = 180;
  private static final int MARGIN = 60;

  private final SettingField field;
  private final RecordList records;
  private RecordsGrid grid;
  private Text find;
  private Label count;
  private Button remove;
  private Button up;
  private Button down;
  private Button undo;
  private String text;

  RecordsDialog(Shell parent, SettingField field, RecordList records) {
    super(parent);
    this.field = field;
    this.records = records;
    setHelpAvailable(false);
  }

  /** What was confirmed. */
  String text() {
    return text;
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(NLS.bind(Messages.RecordsDialog_title, field.label()));
  }

  @Override
  protected Point getInitialSize() {
    Rectangle screen = getParentShell().getMonitor().getClientArea();
    return new Point(Math.min(WANTED.x, screen.width - MARGIN), Math.min(WANTED.y, screen.height - MARGIN));
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite body = new Composite(area, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 8).applyTo(body);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    bar(body);
    grid = new RecordsGrid(body, records, new Watcher());
    buttons(body);
    grid.onSelection(this::enable);
    grid.onUndo(this::undo);
    setTitle(field.label());
    setMessage(field.doc());
    return area;
  }

  private void bar(Composite body) {
    Composite bar = new Composite(body, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(bar);
    Label label = new Label(bar, SWT.NONE);
    label.setText(Messages.RecordsDialog_find);
    find = new Text(bar, SWT.BORDER | SWT.SEARCH | SWT.ICON_CANCEL);
    find.setToolTipText(Messages.RecordsDialog_findTip);
    GridDataFactory.fillDefaults().hint(FIND_WIDTH, SWT.DEFAULT).applyTo(find);
    find.addListener(SWT.DefaultSelection, e -> find());
    find.addListener(SWT.Traverse, e -> e.doit &= e.detail != SWT.TRAVERSE_RETURN);
    count = new Label(bar, SWT.RIGHT);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(count);
  }

  private void find() {
    boolean found = !find.getText().isEmpty() && grid.find(find.getText());
    count.setText(found || find.getText().isEmpty() ? countText() : Messages.RecordsDialog_notFound);
  }

  private String countText() {
    return records.lines().size() == 1 ? Messages.RecordsDialog_one
        : NLS.bind(Messages.RecordsDialog_count, records.lines().size());
  }

  private void buttons(Composite body) {
    Composite column = new Composite(body, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(column);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(column);
    button(column, Messages.RecordsDialog_add, this::add);
    remove = button(column, Messages.RecordsDialog_remove, this::remove);
    up = button(column, Messages.RecordsDialog_up, () -> move(-1));
    down = button(column, Messages.RecordsDialog_down, () -> move(1));
    undo = button(column, Messages.RecordsDialog_undo, this::undo);
  }

  private static Button button(Composite parent, String label, Runnable action) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(label);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
    button.addListener(SWT.Selection, e -> action.run());
    return button;
  }

  @Override
  protected Control createContents(Composite parent) {
    Control contents = super.createContents(parent);
    if (!records.lines().isEmpty()) {
      // a place in the table is known when the dialog is open
      contents.getDisplay().asyncExec(() -> begin(contents));
    }
    grid.focus();
    enable();
    say(faulty().map(l -> sentence(l, l.fault().get())));
    return contents;
  }

  private void begin(Control contents) {
    if (!contents.isDisposed() && grid.selected().isEmpty() && !records.lines().isEmpty()) {
      grid.select(List.of(faulty().orElse(records.lines().get(0))));
    }
  }

  private void add() {
    grid.apply();
    List<RecordList.Line> selected = grid.selected();
    RecordList.Line added = records.add(selected.isEmpty() ? records.lines().size()
        : selected.get(selected.size() - 1).number());
    changed(List.of(added));
    grid.edit(added);
  }

  private void remove() {
    grid.apply();
    List<RecordList.Line> gone = grid.selected();
    int at = gone.get(0).number() - 1;
    records.remove(gone);
    int left = records.lines().size();
    changed(left == 0 ? List.of() : List.of(records.lines().get(Math.min(at, left - 1))));
  }

  private void move(int by) {
    grid.apply();
    List<RecordList.Line> moved = grid.selected();
    records.move(moved, by);
    changed(moved);
  }

  private void undo() {
    grid.apply();
    if (records.undoable()) {
      List<RecordList.Line> selected = grid.selected();
      records.undo();
      changed(selected.stream().filter(records.lines()::contains).toList());
    }
  }

  private void changed(List<RecordList.Line> selected) {
    grid.refresh();
    grid.select(selected);
    check();
  }

  private void check() {
    enable();
    say(faulty().map(l -> sentence(l, l.fault().get())));
  }

  private Optional<RecordList.Line> faulty() {
    return records.lines().stream().filter(l -> l.fault().isPresent()).findFirst();
  }

  private static String sentence(RecordList.Line line, RecordList.Fault fault) {
    return NLS.bind(Messages.RecordsDialog_fault, line.number(), fault.text());
  }

  private void enable() {
    List<RecordList.Line> selected = grid.selected();
    remove.setEnabled(!selected.isEmpty());
    up.setEnabled(records.movable(selected, -1));
    down.setEnabled(records.movable(selected, 1));
    undo.setEnabled(records.undoable());
    count.setText(countText());
  }

  private void say(Optional<String> problem) {
    setErrorMessage(problem.orElse(null));
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) {
      ok.setEnabled(problem.isEmpty());
    }
  }

  @Override
  protected void okPressed() {
    grid.apply();
    if (faulty().isEmpty()) {
      text = records.text();
      super.okPressed();
    }
  }

  private final class Watcher implements RecordEditing.Watcher {
    @Override
    public void drafted(RecordList.Line line, SettingField column, String value) {
      Optional<String> here = records.check(line, column, value).map(f -> sentence(line, f));
      say(here.isPresent() ? here : records.lines().stream().filter(l -> l != line && l.fault().isPresent())
          .findFirst().map(l -> sentence(l, l.fault().get())));
    }

    @Override
    public void set(RecordList.Line line, SettingField column, String value) {
      records.set(line, column, value);
      grid.update(line);
      check();
    }

    @Override
    public void ended() {
      check();
    }
  }
}
