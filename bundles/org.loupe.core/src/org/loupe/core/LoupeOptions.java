/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core;

import java.nio.file.Path;

/**
 * How an application of Loupe is set up.
 *
 * @param stateDir folder for results and caches, made when it is first needed; where it cannot be written, or is null,
 *     results stay in memory
 * @param memoryBytes what one run may use for its batches, in bytes; 0 is automatic
 */
public record LoupeOptions(Path stateDir, long memoryBytes) {
  /** Keeps nothing on disk. */
  public static final LoupeOptions IN_MEMORY = new LoupeOptions(null, 0);

  public LoupeOptions {
    if (memoryBytes < 0) {
      throw new IllegalArgumentException("memory of " + memoryBytes + " bytes");
    }
  }
}
