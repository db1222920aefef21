/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.Map;
import java.util.Optional;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.input.GridLayout;

/**
 * The grid of an input that a map of a layer is laid over.
 *
 * @param input the input
 * @param height in elements
 * @param width in elements
 */
public record InputGrid(DecodedInput input, int height, int width) {
  private static final SpatialAxes MAP = new SpatialAxes(1, 2, -1);

  /** The grid that the input card tells, else that of four axes; empty if the input has no grid. */
  public static Optional<InputGrid> of(DecodedInput input) {
    Shape shape = input.tensor().shape();
    Optional<SpatialAxes> axes = input.axes();
    if (axes.isEmpty() && shape.rank() == 4) {
      axes = Optional.of(GridLayout.ofPicture(shape.dims()).map(GridLayout::axes).orElse(SpatialAxes.NCHW));
    }
    return axes.map(a -> new InputGrid(input, shape.intDim(a.height()), shape.intDim(a.width())));
  }

  /** A map [N, h, w] of any size over this grid. */
  public SaliencyMap map(Tensor values, Map<String, Double> figures) {
    return new SaliencyMap(input.name(), values, MAP, picture(values.shape().dim(1), values.shape().dim(2)), figures);
  }

  /** What a person saw, with its affine from a map of so many rows and columns laid over this grid. */
  public Optional<Picture> picture(long rows, long columns) {
    double x = (double) width / columns;
    double y = (double) height / rows;
    return input.picture().map(p -> {
      Affine a = p.inputToPicture();
      return new Picture(p.width(), p.height(), p.argb(),
          new Affine(a.scaleX() * x, a.offsetX(), a.scaleY() * y, a.offsetY()));
    });
  }
}
