/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now = 7;

  @Test
  void aTerminalShowsABarWithTheTimeLeft() {
    TerminalProgress progress = progress(terminal(true, 80));
    progress.begin("occlusion", 200);
    now += 10 * SECOND;
    progress.worked(50);
    assertEquals("\r\u001b[Kocclusion  [######------------------]   25 %, 30 s left", shown());
  }

  @Test
  void shortWorkShowsNothing() {
    TerminalProgress progress = progress(terminal(true, 80));
    progress.begin("forward", 2);
    now += SECOND / 10;
    progress.worked(2);
    assertEquals("", shown());
  }

  @Test
  void elsewhereThereIsALineNowAndThen() {
    TerminalProgress progress = progress(terminal(false, 80));
    progress.begin("occlusion", 100);
    for (int second = 1; second <= 25; second++) {
      now += SECOND;
      progress.worked(1);
    }
    assertEquals("occlusion: 10 %, 90 s left\nocclusion: 20 %, 80 s left\n",
        shown().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void workOfUnknownLengthShowsItsTime() {
    TerminalProgress progress = progress(terminal(true, 80));
    progress.begin("reading", 0);
    now += 3 * SECOND;
    progress.worked(1);
    assertEquals("\r\u001b[Kreading  3.0 s", shown());
  }

  @Test
  void aNarrowTerminalCutsTheBarAndANameCannotMoveTheCursor() {
    TerminalProgress progress = progress(terminal(true, 12));
    now += SECOND;
    progress.begin("a\u001b[2J-very-long-task", 5);
    assertTrue(shown().startsWith("\r\u001b[Ka\\u001b[2J"), shown());
    assertFalse(shown().substring(4).contains("\u001b"));
  }

  @Test
  void theBarIsTakenAwayBeforeResultsAndMessages() {
    Terminal terminal = terminal(true, 80);
    terminal.showBar("working");
    terminal.out().println("result");
    terminal.showBar("working");
    terminal.message("note");
    assertEquals("\r\u001b[Kworking\r\u001b[K\r\u001b[Kworking\r\u001b[Knote\n",
        shown().replace(System.lineSeparator(), "\n"));
    assertEquals("result", out.toString(StandardCharsets.UTF_8).strip());
  }

  private Terminal terminal(boolean interactive, int columns) {
    return new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), interactive, columns, false);
  }

  private TerminalProgress progress(Terminal terminal) {
    return new TerminalProgress(terminal, () -> now, () -> false);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
