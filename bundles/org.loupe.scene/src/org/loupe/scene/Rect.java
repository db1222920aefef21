/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

/**
 * An upright rectangle, possibly empty.
 *
 * @param x left edge
 * @param y upper edge
 * @param width not negative
 * @param height not negative
 */
public record Rect(double x, double y, double width, double height) {

  /** @throws IllegalArgumentException if a number is not finite or an extent is negative */
  public Rect {
    if (!(width >= 0 && height >= 0) || !Double.isFinite(x + width) || !Double.isFinite(y + height)) {
      throw new IllegalArgumentException("no rectangle at " + x + ", " + y + " of " + width + " x " + height);
    }
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  /** Whether a point lies inside; the left and upper edges count, the others do not. */
  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  public Rect translate(double dx, double dy) {
    return new Rect(x + dx, y + dy, width, height);
  }

  /** This rectangle less a margin on every side; empty rather than negative. */
  public Rect inset(double margin) {
    return inset(margin, margin, margin, margin);
  }

  /** This rectangle less margins; empty rather than negative. */
  public Rect inset(double left, double top, double right, double bottom) {
    return new Rect(x + left, y + top, Math.max(0, width - left - right), Math.max(0, height - top - bottom));
  }

  /** What two rectangles share; empty if nothing. */
  public Rect intersect(Rect o) {
    double left = Math.max(x, o.x);
    double top = Math.max(y, o.y);
    return new Rect(left, top, Math.max(0, Math.min(right(), o.right()) - left),
        Math.max(0, Math.min(bottom(), o.bottom()) - top));
  }
}
