/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.loupe.api.LoupeException;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;

/** Reads the table that is looked at, in a job: its first rows are there while the others still come. */
final class TableReading {
  private final Control owner;
  private final Inspector inspector;
  private final Recomputation reading;
  private final Consumer<Opened> whenRead;
  private final Consumer<EmptyMessage> whenNot;
  private Inspection about;

  /** @param whenRead is told of the table, and before of parts of it @param whenNot of why there is none */
  TableReading(Control owner, Inspector inspector, Consumer<Opened> whenRead, Consumer<EmptyMessage> whenNot) {
    this.owner = owner;
    this.inspector = inspector;
    this.whenRead = whenRead;
    this.whenNot = whenNot;
    reading = new Recomputation(owner);
  }

  /** Whether the table of an inspection is the one that is read, or was; of whichever row. */
  boolean isAbout(Inspection now) {
    return about != null && about.model().equals(now.model())
        && about.input().orElseThrow().sameFiles(now.input().orElseThrow());
  }

  void cancel() {
    reading.cancel();
    about = null;
  }

  /** As the user's wish: the rows that are there stay. */
  void stop() {
    reading.stop();
  }

  boolean running() {
    return reading.running();
  }

  void read(Inspection now) {
    about = now;
    String name = now.input().orElseThrow().first().getFileName().toString();
    whenNot.accept(EmptyMessage.working(NLS.bind(Messages.RowsView_reading, name), "",
        new EmptyMessage.Action(Messages.RowsView_cancel, this::stop)));
    reading.start(NLS.bind(Messages.RowsView_reading, name),
        p -> Opened.read(inspector, now, p, part -> partly(now, part)), new Answer(now));
  }

  private void partly(Inspection asked, Opened part) {
    owner.getDisplay().asyncExec(() -> {
      if (!owner.isDisposed() && reading.running() && about == asked) {
        whenRead.accept(part);
      }
    });
  }

  /** What comes of it. */
  private final class Answer implements Outcome<Opened> {
    private final Inspection asked;

    Answer(Inspection asked) {
      this.asked = asked;
    }

    @Override
    public void done(Opened opened) {
      whenRead.accept(opened);
    }

    @Override
    public void failed(LoupeException reason) {
      whenNot.accept(EmptyMessage.error(Messages.RowsView_notRead, reason.getMessage(), again()));
    }

    @Override
    public void cancelled() {
      whenNot.accept(EmptyMessage.info(Messages.RowsView_cancelled, "", again()));
    }

    private EmptyMessage.Action again() {
      return new EmptyMessage.Action(Messages.RowsView_again, () -> read(asked));
    }
  }
}
