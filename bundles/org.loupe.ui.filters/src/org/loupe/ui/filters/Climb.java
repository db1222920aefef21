/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.Run;
import org.loupe.core.run.RunListener;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.visualize.ChannelPicture;
import org.loupe.core.visualize.ContactSheet;
import org.loupe.core.visualize.SheetListener;
import org.loupe.core.visualize.SheetOutcome;
import org.loupe.core.visualize.SheetRequest;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspector;

/** Runs of the method, for the jobs of the view. Not for the UI thread. */
final class Climb {
  private static final long LOOK_MILLIS = 50;
  private static final long UNITS = 1000;
  private static final String FRAMES = "frames";
  private static final String WATCHED_FRAMES = "40";

  private Climb() {
  }

  /** Makes one picture. @param partial hears on the run's thread what there is so far */
  static RunOutcome one(Inspector inspector, InspectedModel model, ScoreRequest target, Choice choice,
      Consumer<RunRecord> partial, Progress progress) throws LoupeException {
    Subject.Single blank = inspector.loupe().inputs().blank(model.description(), model.card());
    RunRequest request = new RunRequest(blank, Method.ID, choice.profile(), watched(choice.settings()), target,
        choice.seed(), 0, 0, false);
    Units units = new Units(progress);
    try (ModelLease lease = inspector.open(model.file(), progress)) {
      Run run = inspector.loupe().runs().start(lease, request, new RunListener() {
        @Override
        public void progress(String task, double fraction) {
          units.to(fraction);
        }

        @Override
        public void partial(RunRecord record) {
          partial.accept(record);
        }
      });
      return await(run.future(), run::cancel, progress);
    }
  }

  /** One who watches wants more pictures of the way than a file keeps. */
  private static Map<String, String> watched(Map<String, String> settings) {
    Map<String, String> out = new LinkedHashMap<>(settings);
    out.putIfAbsent(FRAMES, WATCHED_FRAMES);
    return out;
  }

  /** Makes the pictures of a layer. */
  static SheetOutcome sheet(Inspector inspector, Focus focus, Choice choice, SheetListener listener,
      Progress progress) throws LoupeException {
    Units units = new Units(progress);
    try (ModelLease lease = inspector.open(focus.model().file(), progress)) {
      ContactSheet sheet = inspector.loupe().contactSheets().start(lease, request(inspector, focus, choice),
          new Forwarding(listener, units));
      return await(sheet.future(), sheet::cancel, progress);
    }
  }

  static SheetRequest request(Inspector inspector, Focus focus, Choice choice) throws LoupeException {
    InspectedModel model = focus.model();
    Subject.Single blank = inspector.loupe().inputs().blank(model.description(), model.card());
    return new SheetRequest(blank, focus.layer().id(), List.of(), Method.ID, choice.profile(),
        choice.settings(), choice.seed(), 0);
  }

  private static <T> T await(Future<T> future, Runnable cancel, Progress progress) {
    while (true) {
      try {
        return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled()) {
          cancel.run();
        }
      } catch (InterruptedException e) {
        cancel.run();
        Thread.currentThread().interrupt();
        throw (CancellationException) new CancellationException().initCause(e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** From fractions to units of work. */
  private static final class Units {
    private final Progress progress;
    private long done;

    Units(Progress progress) {
      this.progress = progress;
      progress.begin(Messages.Climb_climbing, UNITS);
    }

    synchronized void to(double fraction) {
      long now = Double.isNaN(fraction) ? done : Math.round(fraction * UNITS);
      if (now > done) {
        progress.worked(now - done);
        done = now;
      }
    }
  }

  private record Forwarding(SheetListener to, Units units) implements SheetListener {
    @Override
    public void started(String layer, List<Integer> channels) {
      to.started(layer, channels);
    }

    @Override
    public void progress(double fraction) {
      units.to(fraction);
    }

    @Override
    public void climbing(ChannelPicture picture) {
      to.climbing(picture);
    }

    @Override
    public void finished(ChannelPicture picture, boolean cached) {
      to.finished(picture, cached);
    }

    @Override
    public void note(String sentence) {
      to.note(sentence);
    }
  }
}
