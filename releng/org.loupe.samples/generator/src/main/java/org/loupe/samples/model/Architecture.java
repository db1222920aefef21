/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.model;

import java.util.List;

/** What both models look like; the last stage's maps are pooled over all places and weighed by a dense layer. */
public final class Architecture {
  /** Labels, in the order of the outputs. */
  public static final List<String> CLASSES = List.of("fox", "dog");

  public static final List<Stage> STAGES = List.of(new Stage(5, 16, 2, false), new Stage(3, 24, 1, true),
      new Stage(3, 32, 1, false), new Stage(3, 48, 1, true), new Stage(3, 64, 1, false), new Stage(3, 64, 1, false));

  private Architecture() {
  }

  /**
   * A convolution with bias and padding that keeps the size, a ReLU, and perhaps maximum pooling of 2 x 2.
   *
   * @param kernel odd side of the kernel
   * @param channels channels that it gives
   * @param stride step of the convolution
   * @param pool whether pooling follows
   */
  public record Stage(int kernel, int channels, int stride, boolean pool) {
  }
}
