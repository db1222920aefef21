/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.ILog;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.target.TargetSyntax;
import org.loupe.core.catalogue.Entry;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.result.StoredResult;
import org.loupe.core.run.Run;
import org.loupe.core.run.RunListener;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.ui.api.context.Inspector;

/**
 * The runs of this session and the results that are stored. May be used by several threads, but not by the UI thread
 * where a method says so.
 */
public final class RunHistory {
  private static final int MOST = 300;
  private static final int POLL_MILLIS = 50;

  private final Inspector inspector;
  private final Map<Long, RunEntry> session = new LinkedHashMap<>();
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long numbers;

  public RunHistory(Inspector inspector) {
    this.inspector = inspector;
  }

  /** Called after each change, on the thread that made it. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /**
   * Runs a method to its end, and stores what it found; not for the UI thread.
   *
   * @param listener follows the run, on its threads
   * @param progress to cancel it
   */
  public RunOutcome run(ModelLease lease, RunRequest request, RunListener listener, Progress progress) {
    Run run = inspector.loupe().runs().start(lease, request, listener);
    RunEntry entry = add(lease, request, run);
    RunOutcome outcome = await(run, progress);
    Optional<StoredResult> stored = outcome.record().flatMap(this::store);
    replace(entry.ended(outcome, Duration.between(entry.started(), Instant.now()).toMillis(), stored));
    return outcome;
  }

  private static RunOutcome await(Run run, Progress progress) {
    while (true) {
      try {
        return run.future().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (progress.cancelled()) {
          run.cancel();
        }
      } catch (InterruptedException e) {
        run.cancel();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Optional<StoredResult> store(RunRecord record) {
    try {
      return Optional.of(inspector.loupe().results().add(record));
    } catch (LoupeException e) {
      // the result is still there to be seen and exported
      ILog.of(RunHistory.class).warn(e.getMessage(), e);
      return Optional.empty();
    }
  }

  private RunEntry add(ModelLease lease, RunRequest request, Run run) {
    RunEntry entry;
    synchronized (this) {
      entry = new RunEntry(++numbers, methodName(request.explainer()), request.subject().name(),
          lease.file().getFileName().toString(), TargetSyntax.format(request.target().target()), Instant.now(), -1,
          Optional.of(run), Optional.empty(), Optional.empty(), Optional.empty());
    }
    replace(entry);
    return entry;
  }

  private void replace(RunEntry entry) {
    synchronized (this) {
      session.put(entry.number(), entry);
      session.values().stream().filter(e -> !e.running()).map(RunEntry::number).findFirst()
          .filter(n -> session.size() > MOST).ifPresent(session::remove);
    }
    tell();
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /** Everything, newest first. Reads the store: not for the UI thread. */
  public List<RunEntry> list() {
    List<RunEntry> out;
    synchronized (this) {
      out = new ArrayList<>(session.values());
    }
    Set<String> seen = new HashSet<>();
    out.forEach(e -> e.stored().ifPresent(s -> seen.add(s.id())));
    List<StoredResult> stored = inspector.loupe().results().list();
    Set<String> there = new HashSet<>(stored.stream().map(StoredResult::id).toList());
    out.removeIf(e -> e.stored().isPresent() && !there.contains(e.stored().get().id()));
    stored.stream().filter(s -> !seen.contains(s.id())).map(this::entry).forEach(out::add);
    out.sort(Comparator.comparing(RunEntry::started).thenComparing(RunEntry::number).reversed());
    return out;
  }

  private RunEntry entry(StoredResult s) {
    var p = s.provenance();
    return new RunEntry(0, methodName(p.explainer()), p.subject(), p.model()
        .substring(Math.max(p.model().lastIndexOf('/'), p.model().lastIndexOf('\\')) + 1),
        p.targetText(), instant(p.started()), p.millis(), Optional.empty(), Optional.empty(), Optional.of(s),
        Optional.empty());
  }

  private static Instant instant(String text) {
    try {
      return java.time.OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException other) {
        return Instant.EPOCH;
      }
    }
  }

  private String methodName(String id) {
    return inspector.loupe().catalogues().explainers().get(id).map(Entry::name).orElse(id);
  }

  /** The result of an entry. Reads the store: not for the UI thread. */
  public RunRecord record(RunEntry entry) throws LoupeException {
    Optional<RunRecord> here = entry.outcome().flatMap(RunOutcome::record);
    if (here.isPresent()) {
      return here.get();
    }
    return inspector.loupe().results().load(entry.stored().orElseThrow().id());
  }

  /** Forgets an entry and deletes what is stored of it; not for the UI thread. */
  public void delete(RunEntry entry) throws LoupeException {
    if (entry.stored().isPresent()) {
      inspector.loupe().results().delete(entry.stored().get().id());
    }
    synchronized (this) {
      session.remove(entry.number());
    }
    tell();
  }
}
