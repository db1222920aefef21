/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.io.UncheckedIOException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/**
 * The numbers about those that are in sight. Where they lie in a file they are read in the background, a page more than
 * is seen on every side, and the control is painted again when they are there. Confined to the UI thread.
 */
final class NumberPages {
  /** Numbers of a page and its surroundings; a screen holds fewer. */
  private static final int MOST = 1 << 18;

  private final Control control;
  private final Recomputation reading;
  private NumberSource source = NumberSource.NONE;
  private NumberPage page = NumberPage.NONE;
  private String problem = "";
  private long askedRow = -1;
  private long askedColumn = -1;

  NumberPages(Control control) {
    this.control = control;
    this.reading = new Recomputation(control);
  }

  void show(NumberSource next) {
    reading.cancel();
    source = next;
    page = NumberPage.NONE;
    problem = "";
    askedRow = -1;
    askedColumn = -1;
  }

  NumberSource source() {
    return source;
  }

  /** Whether a number can be told at once. */
  boolean has(long row, long column) {
    return source.quick() || page.has(row, column);
  }

  /** A number that is there. */
  double value(long row, long column) {
    return source.quick() ? source.value(row, column) : page.value(row, column);
  }

  /** Why numbers cannot be read; empty if they can. */
  String problem() {
    return problem;
  }

  /** Sees to it that a rectangle comes to be there. */
  void want(long row, long column, int rows, int columns) {
    if (source.quick() || source.rows() == 0 || source.columns() == 0 || !problem.isEmpty()) {
      return;
    }
    long lastRow = Math.min(source.rows(), row + rows) - 1;
    long lastColumn = Math.min(source.columns(), column + columns) - 1;
    boolean there = page.has(row, column) && page.has(lastRow, lastColumn);
    if (there || reading.running() && askedRow == row && askedColumn == column) {
      return;
    }
    askedRow = row;
    askedColumn = column;
    NumberSource from = source;
    long top = Math.max(0, row - rows);
    long left = Math.max(0, column - columns);
    int height = (int) Math.min(3L * rows, MOST);
    int width = Math.max(columns, Math.min(3 * columns, MOST / height));
    reading.start(Messages.NumberPages_job, p -> read(from, top, left, height, width, p),
        new Outcome<NumberPage>() {
          @Override
          public void done(NumberPage value) {
            page = value;
            control.redraw();
          }

          @Override
          public void failed(LoupeException reason) {
            problem = reason.getMessage();
            control.redraw();
          }
        });
  }

  private static NumberPage read(NumberSource from, long row, long column, int rows, int columns, Progress progress)
      throws LoupeException {
    try {
      return NumberPage.read(from, row, column, rows, columns, progress);
    } catch (UncheckedIOException e) {
      throw LoupeException.failed(NLS.bind(Messages.NumberPages_unreadable, e.getCause().getMessage()), e);
    }
  }
}
