/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.maps;

import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Reads the maps of a layer no finer than they are shown: a block of values becomes its mean, one with a value that is
 * no number none. Of a layer too large for that, every so many rows and columns are read, and its file stays where it
 * is.
 */
final class MapReader {
  private static final long MOST_READ = 1L << 26;
  private static final int MOST_IN_ROW = 1 << 24;
  private final Tensor values;
  private final int channels;
  private final int rows;
  private final int columns;
  private final long channelStride;
  private final long rowStride;
  private final long columnStride;

  /** @param channel axis, or -1 for one map */
  MapReader(Tensor values, int channel, int row, int column) {
    boolean small = values.size() <= MOST_READ;
    this.values = small && values instanceof FileTensor slice ? slice.load() : values;
    Shape shape = values.shape();
    channels = channel < 0 ? 1 : shape.intDim(channel);
    rows = row < 0 ? 1 : shape.intDim(row);
    columns = column < 0 ? 1 : shape.intDim(column);
    channelStride = stride(shape, channel);
    rowStride = stride(shape, row);
    columnStride = stride(shape, column);
  }

  private static long stride(Shape shape, int axis) {
    long stride = 1;
    for (int i = shape.rank() - 1; i > axis; i--) {
      stride *= shape.dim(i);
    }
    return axis < 0 ? 0 : stride;
  }

  int channels() {
    return channels;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Whether only every so many rows and columns are looked at. */
  boolean samples() {
    return values.size() > MOST_READ;
  }

  /** @throws java.io.UncheckedIOException if the file behind the layer cannot be read */
  double at(int channel, int row, int column) {
    return values.get(index(channel, row, column));
  }

  private long index(int channel, int row, int column) {
    return channel * channelStride + row * rowStride + column * columnStride;
  }

  /**
   * Maps of some channels.
   *
   * @param mostRows the most rows to give
   * @param mostColumns the most columns to give
   * @throws java.io.UncheckedIOException if the file behind the layer cannot be read
   */
  Maps read(int[] wanted, int mostRows, int mostColumns) {
    int toRows = Math.clamp(mostRows, 1, rows);
    int toColumns = Math.clamp(mostColumns, 1, columns);
    Maps out = new Maps(toRows, toColumns, wanted.length);
    if (samples()) {
      sample(wanted, out);
    } else {
      for (int i = 0; i < wanted.length; i++) {
        means(wanted[i], i, out);
      }
    }
    return out;
  }

  private void means(int channel, int to, Maps out) {
    ArrayTensor data = (ArrayTensor) values;
    boolean whole = out.rows() == rows && out.columns() == columns;
    double[] sums = new double[out.columns()];
    int[] counts = new int[out.columns()];
    int current = 0;
    for (int r = 0; r < rows; r++) {
      int row = (int) ((long) r * out.rows() / rows);
      if (row != current) {
        flush(sums, counts, to, current, out);
        current = row;
      }
      long at = index(channel, r, 0);
      for (int c = 0; c < columns; c++, at += columnStride) {
        double v = data.get(at);
        out.see(to, v);
        int column = whole ? c : (int) ((long) c * out.columns() / columns);
        sums[column] += v;
        counts[column]++;
      }
    }
    flush(sums, counts, to, current, out);
  }

  private static void flush(double[] sums, int[] counts, int to, int row, Maps out) {
    for (int c = 0; c < sums.length; c++) {
      out.put(to, row, c, sums[c] / counts[c]);
      sums[c] = 0;
      counts[c] = 0;
    }
  }

  private void sample(int[] wanted, Maps out) {
    long together = columnStride * columns;
    boolean interleaved = channelStride < columnStride && together <= MOST_IN_ROW;
    double[] line = interleaved ? new double[(int) together] : null;
    for (int r = 0; r < out.rows(); r++) {
      int row = middle(r, out.rows(), rows);
      if (interleaved) {
        values.copyTo(index(0, row, 0), line);
      }
      for (int i = 0; i < wanted.length; i++) {
        sampleRow(wanted[i], row, line, i, r, out);
      }
    }
  }

  /** @param line all channels of the row; null if the row of a channel lies by itself */
  private void sampleRow(int channel, int row, double[] line, int to, int toRow, Maps out) {
    double[] own = line != null || columnStride != 1 || columns > MOST_IN_ROW ? null : new double[columns];
    if (own != null) {
      values.copyTo(index(channel, row, 0), own);
    }
    for (int c = 0; c < out.columns(); c++) {
      int column = middle(c, out.columns(), columns);
      double v = own != null ? own[column]
          : line != null ? line[(int) (column * columnStride + channel * channelStride)] : at(channel, row, column);
      out.see(to, v);
      out.put(to, toRow, c, v);
    }
  }

  private static int middle(int i, int of, int from) {
    return (int) ((2L * i + 1) * from / (2L * of));
  }
}
