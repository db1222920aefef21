/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.core.catalogue.Catalogues;

/**
 * Opens models and shares them: the same file with the same options is loaded once, however many ask for it at once,
 * and closed with its last lease. A file that has changed on disk is a new model.
 */
public final class ModelSessions implements AutoCloseable {
  private final Loading loading;
  private final Map<Key, SharedModel> shared = new HashMap<>();
  private boolean closed;

  private record Key(Path file, LoadOptions options) {
  }

  public ModelSessions(Catalogues catalogues) {
    loading = new Loading(catalogues);
  }

  /**
   * Opens a model. Loaders that take the file, by its ending or content, are tried by priority, then, if
   * none takes it, all.
   *
   * @throws LoupeException as {@link org.loupe.api.model.ModelLoader#load}; BAD_INPUT if there is no such file or no
   *     loader takes it
   * @throws CancellationException when cancelled; who else waits for the model goes on
   */
  public ModelLease open(Path file, LoadOptions options, Progress progress) throws LoupeException {
    Path absolute = file.toAbsolutePath().normalize();
    if (!Files.isRegularFile(absolute)) {
      throw LoupeException.badInput(Files.isDirectory(absolute) ? absolute + " is a folder, not a model file"
          : "there is no file " + absolute);
    }
    Key key = new Key(real(absolute), options);
    while (true) {
      progress.check();
      SharedModel model = take(key, absolute);
      boolean open = false;
      try {
        // Where somebody else began to load it and gave up, we still want it.
        open = model.load(loading, options, progress);
        if (open) {
          return new ModelLease(model);
        }
      } finally {
        if (!open) {
          model.release();
        }
      }
    }
  }

  /**
   * Looks whether a file could be opened, without opening it: what its loader can tell from the file's structure.
   *
   * @throws LoupeException as {@link #open}
   * @throws CancellationException when cancelled
   */
  public void check(Path file, Progress progress) throws LoupeException {
    loading.check(file, progress);
  }

  /** Whether a loader takes a file as a model; reads a file only where its ending does not tell. */
  public boolean isModel(Path file) {
    return loading.takes(file);
  }

  /** No more models can be opened; those that are open close with their leases. */
  @Override
  public synchronized void close() {
    closed = true;
  }

  private synchronized SharedModel take(Key key, Path file) throws LoupeException {
    if (closed) {
      throw LoupeException.failed("no model can be opened: Loupe is being closed", null);
    }
    SharedModel there = shared.get(key);
    if (there != null && !there.stale() && there.retain()) {
      return there;
    }
    SharedModel fresh = new SharedModel(file, this::forget);
    shared.put(key, fresh);
    return fresh;
  }

  private synchronized void forget(SharedModel model) {
    shared.values().remove(model);
  }

  /** Two ways to the same file are one model. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }
}
