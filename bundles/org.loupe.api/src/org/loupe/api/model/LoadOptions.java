/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

/**
 * How a model is to run.
 *
 * @param device {@code auto}, {@code cpu}, or a device as {@code cuda:0}
 * @param threads threads of one forward pass; 0 leaves the choice to the engine
 */
public record LoadOptions(String device, int threads) {
  public static final LoadOptions DEFAULT = new LoadOptions("auto", 0);

  public LoadOptions {
    if (threads < 0 || threads > 1024) {
      throw new IllegalArgumentException("threads must be 0 (automatic) to 1024, not " + threads);
    }
  }
}
