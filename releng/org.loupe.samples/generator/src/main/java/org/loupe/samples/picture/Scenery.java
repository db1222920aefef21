/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

/** Paints what is behind and in front of an animal. Coordinates are parts of the picture's side. */
interface Scenery {
  void behind(Light light);

  /**
   * The shadow under the animal.
   *
   * @param feet height of its feet
   * @param wide half the width of what stands there
   */
  void shadow(Light light, double x, double feet, double wide);

  /** What hides a bit of the animal. */
  void inFront(double x, double feet, double wide);
}
