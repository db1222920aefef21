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
import org.loupe.api.model.LoadOptions;
import org.loupe.core.catalogue.Catalogues;

/** Opens models and shares them: the same file with the same options is loaded once. */
public final class ModelSessions implements AutoCloseable {
  public ModelSessions(Catalogues catalogues) {
  }

  public ModelLease open(Path file, LoadOptions options, Progress progress) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
  }
}
