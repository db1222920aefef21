/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.Objects;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A part of a layer's value that can be seen as a picture.
 *
 * @param rows of the picture
 * @param columns of the picture
 * @param values row by row
 * @param sourceRows rows of what it was made of; more than {@code rows} where it was made smaller
 * @param sourceColumns likewise
 */
public record Plane(int rows, int columns, double[] values, long sourceRows, long sourceColumns) {
  /**
   * The map of a channel, or of a head; for tokens, and for a vector, which have no maps, all channels side by side in
   * rows for tokens.
   *
   * @param channel from 0; without meaning where there are no maps
   * @param most rows and columns at most; a larger map is made smaller by taking means
   * @throws IllegalArgumentException if the layout is of no such kind
   * @throws IndexOutOfBoundsException if there is no such channel
   */
  public static Plane of(FeatureMaps maps, int channel, int most) {
    FeatureLayout layout = maps.layout();
    Shape shape = maps.values().shape();
    return switch (layout.kind()) {
      case MAPS, ATTENTION -> {
        long offset = Objects.checkIndex(channel, shape.dim(layout.channel())) * stride(shape, layout.channel());
        yield read(maps.values(), offset, layout.row(), layout.column(), most);
      }
      case TOKENS -> read(maps.values(), 0, layout.row(), layout.channel(), most);
      case VECTOR -> read(maps.values(), 0, 0, layout.channel(), most);
      case OTHER -> throw new IllegalArgumentException("values of shape " + shape + " are no picture");
    };
  }

  private static Plane read(Tensor values, long offset, int rowAxis, int columnAxis, int most) {
    Shape shape = values.shape();
    long rows = shape.dim(rowAxis);
    long columns = shape.dim(columnAxis);
    int height = (int) Math.min(rows, most);
    int width = (int) Math.min(columns, most);
    double[] out = new double[Math.multiplyExact(height, width)];
    long rowStride = stride(shape, rowAxis);
    long columnStride = stride(shape, columnAxis);
    Row reader = new Row(values, columns, columnStride);
    for (int y = 0; y < height; y++) {
      long first = rows * y / height;
      long end = Math.max(first + 1, rows * (y + 1) / height);
      for (long r = first; r < end; r++) {
        reader.read(offset + r * rowStride);
        reader.addTo(out, y * width, width);
      }
      for (int x = 0; x < width; x++) {
        long from = columns * x / width;
        out[y * width + x] /= (end - first) * Math.max(1, columns * (x + 1) / width - from);
      }
    }
    return new Plane(height, width, out, rows, columns);
  }

  private static long stride(Shape shape, int axis) {
    long stride = 1;
    for (int a = axis + 1; a < shape.rank(); a++) {
      stride *= shape.dim(a);
    }
    return stride;
  }

  /** A row of elements that may lie apart. */
  private static final class Row {
    private final Tensor values;
    private final long stride;
    private final double[] row;
    /** For elements that lie apart in a file: all between them are read along, since a file is slow to seek in. */
    private final double[] span;

    Row(Tensor values, long columns, long stride) {
      this.values = values;
      this.stride = stride;
      this.row = new double[Math.toIntExact(columns)];
      this.span = stride > 1 && values instanceof FileTensor && columns > 0
          ? new double[Math.toIntExact(Math.multiplyExact(columns - 1, stride) + 1)] : null;
    }

    void read(long from) {
      if (stride == 1) {
        values.copyTo(from, row);
      } else if (span != null) {
        values.copyTo(from, span);
        for (int i = 0; i < row.length; i++) {
          row[i] = span[(int) (i * stride)];
        }
      } else {
        for (int i = 0; i < row.length; i++) {
          row[i] = values.get(from + i * stride);
        }
      }
    }

    void addTo(double[] out, int at, int width) {
      if (width == row.length) {
        for (int x = 0; x < width; x++) {
          out[at + x] += row[x];
        }
        return;
      }
      for (int x = 0; x < width; x++) {
        long end = (long) row.length * (x + 1) / width;
        for (long i = (long) row.length * x / width; i < end; i++) {
          out[at + x] += row[(int) i];
        }
      }
    }
  }
}
