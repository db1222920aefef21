/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.CommandContext;
import org.loupe.core.Loupe;
import org.loupe.core.run.RunStatus;
import org.loupe.core.visualize.ContactSheet;
import org.loupe.core.visualize.SheetOutcome;
import org.loupe.core.visualize.SheetRequest;

/** A contact sheet on the command line: followed to its end, and written whatever that is. */
record SheetRun(CommandContext context, ModelSession session, VisualizeFiles files) {
  private static final long LOOK_MILLIS = 50;

  int run(SheetRequest request) throws LoupeException {
    SheetFiles out = new SheetFiles(context, session, files, request);
    ContactSheet sheet = context.service(Loupe.class).contactSheets().start(session.lease(), request, out);
    SheetOutcome outcome = outcome(sheet, context.progress());
    if (outcome.finished() == 0) {
      if (outcome.status() == RunStatus.CANCELLED) {
        throw new CancellationException();
      }
      throw new LoupeException(outcome.kind().orElse(LoupeException.Kind.FAILED), outcome.message());
    }
    out.write(outcome);
    if (context.progress().cancelled()) {
      throw new CancellationException();
    }
    if (outcome.status() == RunStatus.PARTIAL) {
      context.message("only " + outcome.finished() + " of " + outcome.asked() + " channels are there: "
          + outcome.message());
      return VisualizeCommand.PARTLY;
    }
    return 0;
  }

  private static SheetOutcome outcome(ContactSheet sheet, Progress progress) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return sheet.future().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (progress.cancelled()) {
            sheet.cancel();
          }
        } catch (InterruptedException e) {
          interrupted = true;
          sheet.cancel();
        } catch (ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
