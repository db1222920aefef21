/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;

/** Runs the event loop of the UI until something is so. */
final class Await {
  private static final long DEADLINE = 120_000_000_000L;
  private static final int LOOK_AGAIN = 40;

  private Await() {
  }

  static void until(String what, BooleanSupplier condition) {
    until(() -> what, condition);
  }

  /** @param what what did not happen, asked for when it is too late */
  static void until(Supplier<String> what, BooleanSupplier condition) {
    Display display = Display.getCurrent();
    long end = System.nanoTime() + DEADLINE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("not in time: " + what.get());
      }
      display.timerExec(LOOK_AGAIN, () -> {
        // wakes the display up, so that the condition is looked at again
      });
      if (!display.readAndDispatch()) {
        display.sleep();
      }
    }
  }

  /** Everything that is waiting to be shown. */
  static void idle() {
    while (Display.getCurrent().readAndDispatch()) {
      // the next one
    }
  }
}
