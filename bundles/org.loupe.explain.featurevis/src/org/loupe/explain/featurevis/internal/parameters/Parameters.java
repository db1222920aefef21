/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.parameters;

import java.util.random.RandomGenerator;

/** What is climbed with: numbers that a picture is made of. Pictures are planes [channels, height, width]. */
public interface Parameters {
  /** The numbers themselves; a step changes them in place. */
  double[] values();

  /** Draws new ones. @param noise how large they are */
  void start(RandomGenerator random, double noise);

  /** Makes the picture. */
  void picture(double[] out);

  /**
   * From the derivative by the picture to the one by the numbers, at the picture that was made last.
   *
   * @param byPicture may be changed
   */
  void pullBack(double[] byPicture, double[] out);
}
