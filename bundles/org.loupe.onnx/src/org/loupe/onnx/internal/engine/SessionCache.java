/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/**
 * The sessions of one model: one for each set of values that it must return beyond its outputs, because what a session
 * can return decides what the runtime can fuse. Sessions are made on demand on a thread of their own, so that nobody
 * has to wait for one that is no longer wanted; the least recently used one goes when there are too many, but never
 * while it runs.
 */
public final class SessionCache implements AutoCloseable {
  private static final int LOOK_EVERY_MS = 40;

  /** Makes a session. */
  public interface Maker {
    /** @param exposed inner values to return, beside the model's outputs */
    OrtSession make(List<String> exposed) throws LoupeException, OrtException;
  }

  private static final class Entry {
    final CompletableFuture<OrtSession> session = new CompletableFuture<>();
    int users;
    boolean dropped;
  }

  private final Maker maker;
  private final int limit;
  private final Map<List<String>, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  /** @param limit how many sessions may stay while nobody uses them, at least 1 */
  public SessionCache(Maker maker, int limit) {
    this.maker = maker;
    this.limit = Math.max(1, limit);
  }

  /**
   * How many sessions fit into the memory that they may take, at least 1 and at most 8.
   *
   * @param sessionBytes what one takes, about
   */
  public static int limit(long sessionBytes, long memoryBytes) {
    return Math.clamp(memoryBytes / Math.max(1, sessionBytes), 1, 8);
  }

  /** A session in use; it stays open until this is closed. */
  public final class Lease implements AutoCloseable {
    private final Entry entry;
    private final OrtSession session;
    private boolean released;

    private Lease(Entry entry, OrtSession session) {
      this.entry = entry;
      this.session = session;
    }

    public OrtSession session() {
      return session;
    }

    @Override
    public void close() {
      if (!released) {
        released = true;
        release(entry);
      }
    }
  }

  /**
   * The session that returns these inner values, made if need be.
   *
   * @param exposed names in a fixed order, without repetitions
   * @throws LoupeException what the maker threw
   * @throws OrtException what the maker threw
   * @throws CancellationException when {@code progress} was cancelled; the session is still made, for the next who asks
   */
  public Lease acquire(List<String> exposed, Progress progress) throws LoupeException, OrtException {
    Entry entry;
    boolean make = false;
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the model is closed");
      }
      entry = entries.get(exposed);
      if (entry == null) {
        entry = new Entry();
        entries.put(List.copyOf(exposed), entry);
        make = true;
      }
      entry.users++;
    }
    boolean leased = false;
    try {
      if (make) {
        start(entry, exposed);
      }
      Lease lease = new Lease(entry, await(entry.session, progress));
      leased = true;
      return lease;
    } finally {
      if (!leased) {
        release(entry);
      }
    }
  }

  private void start(Entry entry, List<String> exposed) {
    Thread thread = new Thread(() -> {
      try {
        entry.session.complete(maker.make(exposed));
      } catch (Throwable e) {
        synchronized (this) {
          entries.values().remove(entry);
        }
        entry.session.completeExceptionally(e);
      }
    }, "loupe-onnx-session");
    thread.setDaemon(true);
    thread.start();
  }

  private static OrtSession await(CompletableFuture<OrtSession> session, Progress progress)
      throws LoupeException, OrtException {
    try {
      while (true) {
        try {
          return session.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          progress.check();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw rethrow(e.getCause());
    }
  }

  private static LoupeException rethrow(Throwable cause) throws OrtException {
    return switch (cause) {
      case LoupeException e -> e;
      case OrtException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    };
  }

  private synchronized void release(Entry entry) {
    entry.users--;
    if (entry.dropped && entry.users == 0) {
      end(entry);
    }
    Iterator<Entry> oldest = entries.values().iterator();
    while (entries.size() > limit && oldest.hasNext()) {
      Entry candidate = oldest.next();
      if (candidate.users == 0) {
        oldest.remove();
        end(candidate);
      }
    }
  }

  /** Drops all sessions; each is closed as soon as it is neither used nor being made. */
  @Override
  public synchronized void close() {
    closed = true;
    for (Entry entry : entries.values()) {
      entry.dropped = true;
      if (entry.users == 0) {
        end(entry);
      }
    }
    entries.clear();
  }

  /** Number of sessions that are open or being made. */
  public synchronized int size() {
    return entries.size();
  }

  private static void end(Entry entry) {
    entry.session.thenAccept(session -> {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException(e);
      }
    });
  }
}
