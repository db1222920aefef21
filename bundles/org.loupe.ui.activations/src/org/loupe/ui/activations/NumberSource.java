/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import org.eclipse.osgi.util.NLS;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Numbers by row and column. */
interface NumberSource {
  /** Nothing. */
  NumberSource NONE = new NumberSource() {
    @Override
    public long rows() {
      return 0;
    }

    @Override
    public long columns() {
      return 0;
    }

    @Override
    public double value(long row, long column) {
      throw new IndexOutOfBoundsException();
    }
  };

  long rows();

  long columns();

  double value(long row, long column);

  /** Whether numbers are in memory, so that reading one takes no time. */
  default boolean quick() {
    return true;
  }

  /** Fills an array with the numbers of a row, from a column on. */
  default void read(long row, long column, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = value(row, column + i);
    }
  }

  default String rowName(long row) {
    return String.valueOf(row);
  }

  default String columnName(long column) {
    return String.valueOf(column);
  }

  /**
   * The values of a layer: the map of a channel, tokens by channels, a vector as one column, anything else by its
   * innermost axis.
   */
  static NumberSource of(FeatureMaps maps, int channel) {
    FeatureLayout layout = maps.layout();
    Shape shape = maps.values().shape();
    return switch (layout.kind()) {
      case MAPS, ATTENTION -> new Strided(maps.values(), channel * stride(shape, layout.channel()),
          shape.dim(layout.row()), stride(shape, layout.row()), shape.dim(layout.column()),
          stride(shape, layout.column()), Messages.NumberSource_row);
      case TOKENS -> new Strided(maps.values(), 0, shape.dim(layout.row()), stride(shape, layout.row()),
          shape.dim(layout.channel()), stride(shape, layout.channel()), Messages.NumberSource_token);
      case VECTOR -> new Strided(maps.values(), 0, shape.dim(layout.channel()), 1, 1, 1,
          Messages.NumberSource_channel);
      case OTHER -> {
        long inner = shape.rank() == 0 ? 1 : shape.dim(-1);
        yield new Strided(maps.values(), 0, inner == 0 ? 0 : shape.size() / inner, inner, inner, 1,
            Messages.NumberSource_row);
      }
    };
  }

  private static long stride(Shape shape, int axis) {
    long stride = 1;
    for (int a = axis + 1; a < shape.rank(); a++) {
      stride *= shape.dim(a);
    }
    return stride;
  }

  /** Elements of a tensor at even distances. */
  record Strided(Tensor values, long offset, long rows, long rowStride, long columns, long columnStride,
      String name) implements NumberSource {
    @Override
    public double value(long row, long column) {
      return values.get(offset + row * rowStride + column * columnStride);
    }

    @Override
    public boolean quick() {
      return !(values instanceof FileTensor);
    }

    @Override
    public void read(long row, long column, double[] into) {
      if (columnStride == 1) {
        values.copyTo(offset + row * rowStride + column, into);
      } else {
        NumberSource.super.read(row, column, into);
      }
    }

    @Override
    public String rowName(long row) {
      return NLS.bind(name, row);
    }
  }
}
