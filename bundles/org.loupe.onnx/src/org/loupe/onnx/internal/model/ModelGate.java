/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.loupe.api.LoupeException;

/** Lets calls pass until the model is closed, and has closing wait for those that run. */
final class ModelGate {
  private final String model;
  /** Held for reading by each call, for writing to close. */
  private final ReadWriteLock running = new ReentrantReadWriteLock();
  private boolean closed;

  interface Call<T> {
    T run() throws LoupeException;
  }

  /** @param model its name, for messages */
  ModelGate(String model) {
    this.model = model;
  }

  /** @throws IllegalStateException if the model is closed */
  <T> T pass(Call<T> call) throws LoupeException {
    running.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException(model + " is closed");
      }
      return call.run();
    } catch (UncheckedIOException e) {
      throw LoupeException.badInput("an input of " + model + " could not be read: " + e.getCause().getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw LoupeException.failed(model + " needs more memory than Java may take (" + e.getMessage()
          + "): ask for fewer layers or items at a time, or give Java more (-Xmx)", e);
    } finally {
      running.readLock().unlock();
    }
  }

  void close(Runnable release) {
    running.writeLock().lock();
    try {
      closed = true;
      release.run();
    } finally {
      running.writeLock().unlock();
    }
  }
}
