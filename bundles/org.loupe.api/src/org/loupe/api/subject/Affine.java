/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

/**
 * Where a position along a grid of model inputs lies in what a person saw: {@code seen = scale * position + offset},
 * both measured at the edges of elements, so that element i covers {@code [scale*i+offset, scale*(i+1)+offset]}.
 *
 * @param scaleX seen units per element, horizontally
 * @param offsetX where the left edge of the first column lies
 * @param scaleY seen units per element, vertically
 * @param offsetY where the upper edge of the first row lies
 */
public record Affine(double scaleX, double offsetX, double scaleY, double offsetY) {
  public static final Affine IDENTITY = new Affine(1, 0, 1, 0);
}
