/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/**
 * The sessions of one model: one for each purpose and each set of values that it must return, because what a session
 * can return decides what the runtime can fuse. Sessions are made on demand on a thread of their own, so that nobody
 * has to wait for one that is no longer wanted. The least recently used ones go when all together take too much memory,
 * but never while they run.
 */
public final class SessionCache implements AutoCloseable {
  /** Each session has threads of its own. */
  private static final int MOST_SESSIONS = 8;

  /** Makes a session. */
  @FunctionalInterface
  public interface Maker {
    Prepared make() throws LoupeException, OrtException;
  }

  private static final class Entry {
    final CompletableFuture<Prepared> session = new CompletableFuture<>();
    final long bytes;
    int users;
    boolean dropped;

    Entry(long bytes) {
      this.bytes = bytes;
    }
  }

  private final long memory;
  private final Map<Object, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  /** @param memory how many bytes all sessions together may take; the last one used stays whatever it takes */
  public SessionCache(long memory) {
    this.memory = memory;
  }

  /** A session in use; it stays open until this is closed. */
  public final class Lease implements AutoCloseable {
    private final Entry entry;
    private final Prepared session;
    private boolean released;

    private Lease(Entry entry, Prepared session) {
      this.entry = entry;
      this.session = session;
    }

    public Prepared session() {
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
   * The session of a key, made if need be.
   *
   * @param key what it is for and what it returns; of equal keys one session is made
   * @param bytes what it takes, about
   * @throws LoupeException what the maker threw
   * @throws OrtException what the maker threw
   * @throws CancellationException when {@code progress} was cancelled; the session is still made, for the next who asks
   */
  public Lease acquire(Object key, long bytes, Maker maker, Progress progress) throws LoupeException, OrtException {
    Entry entry;
    boolean make = false;
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the model is closed");
      }
      entry = entries.get(key);
      if (entry == null) {
        entry = new Entry(bytes);
        entries.put(key, entry);
        make = true;
      }
      entry.users++;
    }
    boolean leased = false;
    try {
      if (make) {
        start(entry, maker);
      }
      Lease lease = new Lease(entry, Patience.await(entry.session, progress));
      leased = true;
      return lease;
    } finally {
      if (!leased) {
        release(entry);
      }
    }
  }

  private void start(Entry entry, Maker maker) {
    Thread thread = new Thread(() -> {
      try {
        entry.session.complete(maker.make());
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

  private synchronized void release(Entry entry) {
    entry.users--;
    if (entry.dropped && entry.users == 0) {
      end(entry);
    }
    Iterator<Entry> oldest = entries.values().iterator();
    while (entries.size() > 1 && tooMany() && oldest.hasNext()) {
      Entry candidate = oldest.next();
      if (candidate.users == 0) {
        oldest.remove();
        end(candidate);
      }
    }
  }

  private boolean tooMany() {
    long bytes = 0;
    for (Entry entry : entries.values()) {
      bytes = bytes + entry.bytes < 0 ? Long.MAX_VALUE : bytes + entry.bytes;
    }
    return entries.size() > MOST_SESSIONS || bytes > memory;
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
    entry.session.thenAccept(Prepared::close);
  }
}
