/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.loupe.cli.internal.text.Printable;

/**
 * The two streams of a command: results on the one, messages and progress on the other. A progress bar is a last line
 * that is taken away before anything else is written, to either of them. Safe for several threads.
 */
public final class Terminal {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean interactive;
  private final int columns;
  private final boolean colours;
  private boolean barShown;
  private volatile String problem = "";

  /**
   * @param interactive whether a person watches {@code err} on a terminal that can erase a line
   * @param columns width of that terminal
   * @param colours whether results go to a terminal that shows colours
   */
  public Terminal(OutputStream out, PrintStream err, boolean interactive, int columns, boolean colours) {
    this.out = new PrintStream(new BarFirst(out), true, StandardCharsets.UTF_8);
    this.err = err;
    this.interactive = interactive;
    this.columns = columns;
    this.colours = colours;
  }

  /** For results; UTF-8. */
  public PrintStream out() {
    return out;
  }

  /** For messages that are more than a line, as a help page after wrong usage. */
  PrintStream messages() {
    return err;
  }

  public boolean interactive() {
    return interactive;
  }

  public int columns() {
    return columns;
  }

  /** Whether results may be coloured. */
  boolean colours() {
    return colours;
  }

  /** Writes a line for a person; what does not print is shown as an escape. */
  public synchronized void message(String line) {
    hideBar();
    err.println(Printable.of(line));
  }

  /** Writes a stack trace. */
  public synchronized void trace(Throwable failure) {
    hideBar();
    failure.printStackTrace(err);
  }

  /** Shows a bar in place of the one before; on a terminal only. */
  synchronized void showBar(String text) {
    err.print(ERASE_LINE + Printable.of(text));
    err.flush();
    barShown = true;
  }

  synchronized void hideBar() {
    if (barShown) {
      err.print(ERASE_LINE);
      err.flush();
      barShown = false;
    }
  }

  /** Whether all results reached whoever reads them. */
  boolean delivered() {
    return !out.checkError();
  }

  /** Whether they did not because the reader had enough, as {@code head} has. */
  boolean readerLeft() {
    return problem.contains("Broken pipe");
  }

  /** Takes the bar away before the first byte of a result. */
  private final class BarFirst extends FilterOutputStream {
    BarFirst(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      hideBar();
      try {
        super.out.write(bytes, offset, length);
      } catch (IOException e) {
        problem = String.valueOf(e.getMessage());
        throw e;
      }
    }
  }
}
