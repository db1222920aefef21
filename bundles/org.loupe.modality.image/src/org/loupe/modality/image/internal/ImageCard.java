/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal;

import java.util.List;
import org.loupe.api.settings.Setting;

/** The part of an input card that pictures have: how a file becomes {@code (pixel / divide - mean) / std}. */
public record ImageCard(
    @Setting(label = "Layout", defaultValue = "auto",
        doc = "Order of the input's axes: batch, channels, rows, columns or batch, rows, columns, channels; auto by "
            + "the declared shape.") Layout layout,
    @Setting(label = "Channels", defaultValue = "auto",
        doc = "What the model's channels are, in order; auto is RGB for three and grey for one.") Channels channels,
    @Setting(label = "Resize", defaultValue = "stretch",
        doc = "Stretch to the size, scale the shorter side to it, letterbox: scale the longer side to it and pad the "
            + "rest, or none.") Resize resize,
    @Setting(label = "Size", defaultValue = "", min = 1, max = 16384, unit = "px",
        doc = "Size to resize to: rows,columns, or one number for both or for the shorter side; empty for the size "
            + "that the crop or the model asks for.") List<Integer> size,
    @Setting(label = "Filter", defaultValue = "bilinear",
        doc = "How pixels are made from their neighbours when resizing.") Filtering filter,
    @Setting(label = "Antialias", defaultValue = "true",
        doc = "Whether the filter widens when a picture shrinks, as Pillow and torchvision do; OpenCV and plain "
            + "TensorFlow do not.") boolean antialias,
    @Setting(label = "Crop", defaultValue = "", min = 1, max = 16384, unit = "px",
        doc = "Rows,columns cut from the centre after resizing, or one number for both; empty for the model's own size "
            + "after scaling the shorter side, else no crop.") List<Integer> crop,
    @Setting(label = "Padding", defaultValue = "0", min = 0, max = 255,
        doc = "Colour around the picture where it does not fill the input: grey, or red,green,blue.") List<Double> pad,
    @Setting(label = "Background", defaultValue = "255", min = 0, max = 255,
        doc = "Colour behind transparent pixels: grey, or red,green,blue.") List<Double> background,
    @Setting(label = "Divide", defaultValue = "255",
        doc = "Pixels from 0 to 255 are divided by this first.") double divide,
    @Setting(label = "Mean", defaultValue = "0",
        doc = "Subtracted after that: one number, or one for each channel in the model's order.") List<Double> mean,
    @Setting(label = "Standard deviation", defaultValue = "1",
        doc = "Divided by last: one number, or one for each channel in the model's order.") List<Double> std) {

  public ImageCard {
    colour("pad", pad);
    colour("background", background);
    if (divide == 0 || !Double.isFinite(divide)) {
      throw new IllegalArgumentException("setting divide must be a number other than 0");
    }
    if (mean.isEmpty() || std.isEmpty() || std.contains(0.0)) {
      throw new IllegalArgumentException("settings mean and std need a number, and std one other than 0");
    }
    if (size.size() > 2 || crop.size() > 2) {
      throw new IllegalArgumentException("settings size and crop take rows,columns or one number");
    }
    if (resize == Resize.SHORTER_SIDE && size.size() == 2) {
      throw new IllegalArgumentException("setting size takes one number when the shorter side is scaled to it");
    }
  }

  private static void colour(String key, List<Double> value) {
    if (value.size() != 1 && value.size() != 3) {
      throw new IllegalArgumentException("setting " + key + " must be grey or red,green,blue");
    }
  }

  /** Red, green and blue of a colour setting. */
  static double[] rgb(List<Double> colour) {
    return colour.size() == 3 ? colour.stream().mapToDouble(v -> v).toArray()
        : new double[] {colour.get(0), colour.get(0), colour.get(0)};
  }

  /** Order of axes. */
  public enum Layout {
    AUTO, NCHW, NHWC
  }

  /** Meaning and order of channels. */
  public enum Channels {
    AUTO, RGB, BGR, GREY
  }

  /** How a picture gets to the model's size. */
  public enum Resize {
    STRETCH, SHORTER_SIDE, LETTERBOX, NONE
  }

  /** Resampling filter. */
  public enum Filtering {
    NEAREST, BOX, BILINEAR, BICUBIC, LANCZOS, AREA
  }
}
