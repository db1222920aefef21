/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** A hand in the dialog that edits a list of records. Cells are reached and opened with the keyboard. */
final class GridHand {
  private final Shell shell;
  private final Table table;

  private GridHand(Shell shell) {
    this.shell = shell;
    table = Bench.find(shell, Table.class).get(0);
  }

  /** Opens a dialog, which keeps the event loop until it is closed, and takes these steps in it meanwhile. */
  static void during(Runnable opening, Consumer<GridHand> steps) {
    Display display = Display.getCurrent();
    List<Shell> before = List.of(display.getShells());
    AtomicReference<Throwable> failure = new AtomicReference<>();
    display.asyncExec(() -> {
      Shell opened = Arrays.stream(display.getShells()).filter(s -> !before.contains(s) && s.isVisible()
          && !Bench.find(s, Table.class).isEmpty()).findFirst().orElse(null);
      try {
        boolean[] painted = new boolean[1];
        Bench.find(opened, Table.class).get(0).addListener(SWT.Paint, e -> painted[0] = true);
        Await.until("the dialog is painted", () -> painted[0]);
        Await.idle();
        steps.accept(new GridHand(opened));
      } catch (RuntimeException | Error e) {
        failure.set(e);
      } finally {
        if (opened != null && !opened.isDisposed()) {
          failure.compareAndSet(null, new AssertionError("the dialog is still open"));
          opened.dispose();
        }
      }
    });
    opening.run();
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
  }

  Shell shell() {
    return shell;
  }

  private int place(String column) {
    return IntStream.range(0, table.getColumnCount()).filter(c -> table.getColumn(c).getText().equals(column))
        .findFirst().orElseThrow();
  }

  String text(int line, String column) {
    return table.getItem(line).getText(place(column));
  }

  Color color(int line, String column) {
    return table.getItem(line).getForeground(place(column));
  }

  List<String> column(String name) {
    return IntStream.range(0, table.getItemCount()).mapToObj(i -> text(i, name)).toList();
  }

  int selected() {
    return table.getSelectionIndex();
  }

  void select(int line) {
    table.setSelection(line);
    table.notifyListeners(SWT.Selection, new Event());
  }

  private void key(int code) {
    Event event = new Event();
    event.keyCode = code;
    event.character = code == SWT.CR ? SWT.CR : 0;
    table.notifyListeners(SWT.KeyDown, event);
  }

  /** Goes to a cell of a line by the arrow keys and opens it with Enter. */
  private void open(int line, String column) {
    select(line);
    for (int c = 0; c < table.getColumnCount(); c++) {
      key(SWT.ARROW_LEFT);
    }
    for (int c = 1; c < place(column); c++) {
      key(SWT.ARROW_RIGHT);
    }
    key(SWT.CR);
  }

  /** Opens a cell for text. */
  Text begin(int line, String column) {
    open(line, column);
    return editor(Text.class);
  }

  private <T extends Control> T editor(Class<T> type) {
    List<T> found = Bench.find(table, type).stream().filter(Control::isVisible).toList();
    assertTrue(!found.isEmpty(), "a cell is open");
    return found.get(0);
  }

  /** Sets what was typed. */
  void end() {
    editor(Text.class).notifyListeners(SWT.DefaultSelection, new Event());
  }

  void type(int line, String column, String value) {
    begin(line, column).setText(value);
    end();
  }

  /** Types in the cell that is open. */
  void typeHere(String value) {
    editor(Text.class).setText(value);
    end();
  }

  void choose(int line, String column, String choice) {
    open(line, column);
    CCombo combo = editor(CCombo.class);
    combo.select(combo.indexOf(choice));
    combo.notifyListeners(SWT.Selection, new Event());
    combo.notifyListeners(SWT.DefaultSelection, new Event());
  }

  void find(String text) {
    Text field = Bench.find(shell, Text.class).stream().filter(t -> (t.getStyle() & SWT.SEARCH) != 0).findFirst()
        .orElseThrow();
    field.setText(text);
    field.notifyListeners(SWT.DefaultSelection, new Event());
  }

  private Button button(String text) {
    return Bench.find(shell, Button.class).stream().filter(b -> b.getText().equals(text)).findFirst().orElseThrow();
  }

  boolean enabled(String button) {
    return button(button).isEnabled();
  }

  void press(String button) {
    assertTrue(enabled(button), button);
    button(button).notifyListeners(SWT.Selection, new Event());
  }

  /** Whether the dialog's head says this. */
  boolean says(String text) {
    return Bench.find(shell, Label.class).stream().anyMatch(l -> l.getText().strip().equals(text))
        || Bench.find(shell, Text.class).stream().anyMatch(t -> t.getText().strip().equals(text));
  }
}
