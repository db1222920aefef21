/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.nio.file.Path;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.model.ModelLease;

/** Keeps results. */
public final class ResultStore {
  public ResultStore(Path stateDir) {
  }

  public StoredResult add(RunRecord record) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  /** Newest first. */
  public List<StoredResult> list() {
    throw new UnsupportedOperationException();
  }

  public RunRecord load(String id) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  public void delete(String id) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  /** Whether the model file is gone or no longer the one that was explained. May read the file: not for the UI thread. */
  public boolean stale(StoredResult stored, Progress progress) {
    throw new UnsupportedOperationException();
  }

  /** Whether the result is of another state of the model than the one that is open. */
  public boolean stale(StoredResult stored, ModelLease model, Progress progress) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  /** Called after each change that this process makes, on the thread that made it. */
  public void addListener(Runnable listener) {
    throw new UnsupportedOperationException();
  }

  public void removeListener(Runnable listener) {
    throw new UnsupportedOperationException();
  }
}
