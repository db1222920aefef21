/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.io.Hashes;

/** A model that several hold: loaded by the first, closed by the last. */
final class SharedModel {
  private static final long LOOK_MILLIS = 50;

  private enum State {
    NEW, LOADING, OPEN, FAILED, CLOSED
  }

  private final Path file;
  private final Consumer<SharedModel> forget;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition loaded = lock.newCondition();
  private State state = State.NEW;
  private int holders = 1;
  private OpenedModel model;
  private FileStamps stamps;
  private LoupeException failure;
  private String hash;

  SharedModel(Path file, Consumer<SharedModel> forget) {
    this.file = file;
    this.forget = forget;
    this.stamps = FileStamps.of(List.of(file));
  }

  Path file() {
    return file;
  }

  OpenedModel model() {
    return model;
  }

  /** @return false if it is closed already, or its loading failed */
  boolean retain() {
    lock.lock();
    try {
      if (state == State.CLOSED || state == State.FAILED) {
        return false;
      }
      holders++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Loads it, or waits for who does. @return whether it is open; false if another one was loading and gave up */
  boolean load(Loading loading, LoadOptions options, Progress progress) throws LoupeException {
    if (!begin(progress)) {
      return isOpen();
    }
    OpenedModel opened = null;
    LoupeException failed = null;
    try {
      opened = loading.load(file, options, progress);
    } catch (LoupeException e) {
      failed = e;
      throw e;
    } finally {
      finish(opened, failed);
    }
    return true;
  }

  private boolean isOpen() {
    lock.lock();
    try {
      return state == State.OPEN;
    } finally {
      lock.unlock();
    }
  }

  /** @return whether the caller is to load */
  private boolean begin(Progress progress) throws LoupeException {
    lock.lock();
    try {
      while (state == State.LOADING) {
        progress.check();
        loaded.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (failure != null) {
        throw new LoupeException(failure.kind(), failure.getMessage(), failure);
      }
      boolean mine = state == State.NEW;
      state = mine ? State.LOADING : state;
      return mine;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      lock.unlock();
    }
  }

  private void finish(OpenedModel opened, LoupeException failed) {
    if (opened == null) {
      // The next one who asks is to try anew: a failure does not stay.
      forget.accept(this);
    }
    lock.lock();
    try {
      model = opened;
      failure = failed;
      state = opened == null ? State.FAILED : State.OPEN;
      if (opened != null) {
        // The stamp of the main file is from before it was read: a change meanwhile shows.
        stamps = stamps.with(opened.description().files());
      }
      loaded.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void release() {
    boolean last;
    lock.lock();
    try {
      last = --holders == 0;
      if (last) {
        state = state == State.FAILED ? State.FAILED : State.CLOSED;
      }
    } finally {
      lock.unlock();
    }
    if (last) {
      forget.accept(this);
      if (model != null) {
        model.close();
      }
    }
  }

  boolean stale() {
    lock.lock();
    try {
      return stamps.changed();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Hash of the model's files as they were opened.
   *
   * @throws LoupeException BAD_INPUT if they have changed before it was known
   */
  String hash(Progress progress) throws LoupeException {
    lock.lock();
    try {
      if (hash != null) {
        return hash;
      }
    } finally {
      lock.unlock();
    }
    if (stale()) {
      throw LoupeException.badInput(file + " has changed since it was opened; open it again");
    }
    String computed;
    try {
      List<Path> files = model.description().files();
      computed = Hashes.files(files.isEmpty() ? List.of(file) : files, progress);
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
    lock.lock();
    try {
      hash = hash == null ? computed : hash;
      return hash;
    } finally {
      lock.unlock();
    }
  }
}
