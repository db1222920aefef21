/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;
import org.loupe.scene.HitGrid;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.ThemeRole;

/**
 * A model's input as a picture: its first channels as red, green and blue in the order in which the model gets them,
 * its smallest value black and its greatest white. So a wrong channel order or a forgotten scaling is seen.
 *
 * @param scene the picture, with the numbers behind each pixel; empty if the input has no grid
 * @param text shape and range for a reader
 */
record TensorPicture(Optional<Scene> scene, String text) {
  private static final int RGB = 3;

  static TensorPicture of(DecodedInput input) {
    Tensor tensor = input.tensor();
    if (tensor instanceof TextTensor) {
      return new TensorPicture(Optional.empty(), NLS.bind(Messages.InputsPage_seenTexts, tensor.shape()));
    }
    Summary summary = Summary.of(tensor);
    String shape = String.valueOf(tensor.shape());
    String low = Numbers.format(summary.min());
    String high = Numbers.format(summary.max());
    if (input.axes().isEmpty()) {
      return new TensorPicture(Optional.empty(), NLS.bind(Messages.InputsPage_seenNoPicture,
          new Object[] {shape, low, high, Numbers.format(summary.mean())}));
    }
    String text = NLS.bind(Messages.InputsPage_seenText, new Object[] {shape, low, high});
    Grid grid = new Grid(tensor, input.axes().get());
    Raster raster = Raster.of(grid.width(), grid.height(), (x, y) -> grid.argb(x, y, summary.min(), summary.max()));
    return new TensorPicture(Optional.of(scene(Messages.InputsPage_seen, text, raster, Optional.of(grid))), text);
  }

  /** What a person saw. */
  static Scene original(Picture picture) {
    return scene(Messages.InputsPage_original, "", Raster.of(picture.width(), picture.height(), picture.argb()),
        Optional.empty());
  }

  private static Scene scene(String title, String text, Raster raster, Optional<Grid> grid) {
    Rect bounds = new Rect(0, 0, raster.width(), raster.height());
    ImageItem image = new ImageItem(raster, bounds, false, 1, title);
    return new Scene(raster.width(), raster.height(), SceneColor.of(ThemeRole.BACKGROUND), title, text,
        grid.<List<org.loupe.scene.Item>>map(g -> List.of(image, new HitGrid(bounds, raster.height(), raster.width(),
            g)))
            .orElse(List.of(image)));
  }

  /** Pixels of a tensor, by row and column of its grid. */
  private static final class Grid implements HitGrid.Cells {
    private final Tensor tensor;
    private final long[] strides;
    private final SpatialAxes axes;
    private final int channels;

    Grid(Tensor tensor, SpatialAxes axes) {
      this.tensor = tensor;
      this.axes = axes;
      Shape shape = tensor.shape();
      strides = new long[shape.rank()];
      long step = 1;
      for (int i = shape.rank() - 1; i >= 0; i--) {
        strides[i] = step;
        step *= shape.dim(i);
      }
      channels = axes.channel() < 0 ? 1 : shape.intDim(axes.channel());
    }

    int width() {
      return tensor.shape().intDim(axes.width());
    }

    int height() {
      return tensor.shape().intDim(axes.height());
    }

    private double value(int x, int y, int channel) {
      long at = x * strides[axes.width()] + y * strides[axes.height()];
      return tensor.get(axes.channel() < 0 ? at : at + channel * strides[axes.channel()]);
    }

    int argb(int x, int y, double min, double max) {
      int rgb = 0;
      for (int c = 0; c < RGB; c++) {
        double v = value(x, y, channels >= RGB ? c : 0);
        double part = max > min ? (v - min) / (max - min) : 0.5;
        rgb = rgb << 8 | (int) Math.round(255 * Math.clamp(Double.isNaN(part) ? 0 : part, 0, 1));
      }
      return 0xff000000 | rgb;
    }

    @Override
    public String tooltip(int row, int column) {
      StringBuilder text = new StringBuilder(column + ", " + row + ": ");
      for (int c = 0; c < Math.min(channels, 8); c++) {
        text.append(c == 0 ? "" : ", ").append(Numbers.format(value(column, row, c)));
      }
      return text.append(channels > 8 ? ", ..." : "").toString();
    }
  }
}
