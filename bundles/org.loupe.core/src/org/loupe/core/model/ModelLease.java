/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.nio.file.Path;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.RuntimeInfo;

/** The right to use a shared model, until closed. */
public final class ModelLease implements AutoCloseable {
  ModelLease() {
  }

  /** The model file. */
  public Path file() {
    throw new UnsupportedOperationException();
  }

  public ModelDescription description() {
    throw new UnsupportedOperationException();
  }

  public RuntimeInfo runtime() {
    throw new UnsupportedOperationException();
  }

  /** SHA-256 over the model's files, hexadecimal. */
  public String hash(Progress progress) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  public ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  /** Whether a file of the model has changed on disk since it was opened. */
  public boolean stale() {
    throw new UnsupportedOperationException();
  }

  /** Another lease of the same model, for someone who outlives this one. */
  public ModelLease share() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
