/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.Arrays;

/** The outline of a shape: lines and cubic curves. Filled by the non-zero winding rule. */
public final class PathData {
  private static final double CIRCLE = 0.5522847498307936; // control distance of a quarter circle: 4/3 (sqrt 2 - 1)
  private final byte[] commands;
  private final double[] points;

  private PathData(byte[] commands, double[] points) {
    this.commands = commands;
    this.points = points;
  }

  /** Where a path is drawn. */
  public interface Sink {
    void moveTo(double x, double y);

    void lineTo(double x, double y);

    /** A cubic curve with two control points. */
    void curveTo(double x1, double y1, double x2, double y2, double x, double y);

    void close();
  }

  public static Builder builder() {
    return new Builder();
  }

  public static PathData line(double x1, double y1, double x2, double y2) {
    return builder().moveTo(x1, y1).lineTo(x2, y2).build();
  }

  /** Straight lines through points given as x, y, x, y ... @throws IllegalArgumentException if a number is left over */
  public static PathData polyline(double... xy) {
    if (xy.length % 2 != 0 || xy.length < 4) {
      throw new IllegalArgumentException("a line needs x and y of two points or more, not " + xy.length + " numbers");
    }
    Builder b = builder().moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      b.lineTo(xy[i], xy[i + 1]);
    }
    return b.build();
  }

  public static PathData rect(Rect r) {
    return builder().moveTo(r.x(), r.y()).lineTo(r.right(), r.y()).lineTo(r.right(), r.bottom())
        .lineTo(r.x(), r.bottom()).close().build();
  }

  public static PathData circle(double cx, double cy, double radius) {
    double c = radius * CIRCLE;
    return builder().moveTo(cx + radius, cy)
        .curveTo(cx + radius, cy + c, cx + c, cy + radius, cx, cy + radius)
        .curveTo(cx - c, cy + radius, cx - radius, cy + c, cx - radius, cy)
        .curveTo(cx - radius, cy - c, cx - c, cy - radius, cx, cy - radius)
        .curveTo(cx + c, cy - radius, cx + radius, cy - c, cx + radius, cy).close().build();
  }

  /** The same path elsewhere. */
  public PathData translate(double dx, double dy) {
    double[] moved = new double[points.length];
    for (int i = 0; i < moved.length; i += 2) {
      moved[i] = points[i] + dx;
      moved[i + 1] = points[i + 1] + dy;
    }
    return new PathData(commands, moved);
  }

  /** Draws the path from its beginning. */
  public void replay(Sink sink) {
    int p = 0;
    for (byte command : commands) {
      switch (command) {
        case 'M' -> sink.moveTo(points[p++], points[p++]);
        case 'L' -> sink.lineTo(points[p++], points[p++]);
        case 'C' -> sink.curveTo(points[p++], points[p++], points[p++], points[p++], points[p++], points[p++]);
        default -> sink.close();
      }
    }
  }

  /** The smallest rectangle around all points, control points included. */
  public Rect bounds() {
    double left = points[0];
    double top = points[1];
    double right = left;
    double bottom = top;
    for (int i = 2; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      right = Math.max(right, points[i]);
      top = Math.min(top, points[i + 1]);
      bottom = Math.max(bottom, points[i + 1]);
    }
    return new Rect(left, top, right - left, bottom - top);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PathData p && Arrays.equals(commands, p.commands) && Arrays.equals(points, p.points);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(commands) + Arrays.hashCode(points);
  }

  /** Gathers a path; starts with {@link #moveTo}. */
  public static final class Builder {
    private byte[] commands = new byte[8];
    private double[] points = new double[16];
    private int commandCount;
    private int pointCount;

    public Builder moveTo(double x, double y) {
      return add('M', x, y);
    }

    public Builder lineTo(double x, double y) {
      return add('L', x, y);
    }

    public Builder curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      return add('C', x1, y1, x2, y2, x, y);
    }

    public Builder close() {
      return add('Z');
    }

    private Builder add(char command, double... xy) {
      if (commandCount == 0 && command != 'M') {
        throw new IllegalStateException("a path starts with moveTo");
      }
      for (double v : xy) {
        if (!Double.isFinite(v)) {
          throw new IllegalArgumentException("a path goes through " + v);
        }
      }
      if (commandCount == commands.length) {
        commands = Arrays.copyOf(commands, commandCount * 2);
      }
      if (pointCount + xy.length > points.length) {
        points = Arrays.copyOf(points, points.length * 2);
      }
      commands[commandCount++] = (byte) command;
      System.arraycopy(xy, 0, points, pointCount, xy.length);
      pointCount += xy.length;
      return this;
    }

    /** @throws IllegalStateException if there is nothing in it */
    public PathData build() {
      if (commandCount == 0) {
        throw new IllegalStateException("an empty path");
      }
      return new PathData(Arrays.copyOf(commands, commandCount), Arrays.copyOf(points, pointCount));
    }
  }
}
