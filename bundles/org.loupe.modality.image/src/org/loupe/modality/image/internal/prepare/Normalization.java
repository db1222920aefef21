/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.prepare;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.PictureEncoding;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Pixels to model values and back: {@code (pixel / divide - mean) / std}, in the model's order of channels.
 *
 * @param nchw whether channels come before rows and columns, else after
 * @param bgr whether the model's channels are blue, green, red
 * @param divide what pixels from 0 to 255 are divided by
 * @param mean one, or one for each channel in the model's order
 * @param std likewise
 */
public record Normalization(boolean nchw, boolean bgr, double divide, List<Double> mean, List<Double> std) {
  private static final List<PictureEncoding.Light> LIGHTS =
      List.of(PictureEncoding.Light.RED, PictureEncoding.Light.GREEN, PictureEncoding.Light.BLUE);

  /**
   * The model's input.
   *
   * @param pixels [height, width, channels], red, green, blue or grey, 0 to 255
   * @throws LoupeException BAD_INPUT if there are other than one mean or as many as channels, or the input is text
   */
  public Tensor apply(float[] pixels, int height, int width, int channels, ValueSpec input) throws LoupeException {
    check(channels);
    ElementType type = input.type().orElse(ElementType.FLOAT32);
    if (type == ElementType.STRING || type == ElementType.BOOL) {
      throw LoupeException.badInput("input " + input.name() + ", " + input.typeText() + ", does not take pictures");
    }
    double[] out = new double[pixels.length];
    for (int i = 0; i < pixels.length / channels; i++) {
      for (int c = 0; c < channels; c++) {
        double v = (pixels[i * channels + (bgr ? channels - 1 - c : c)] / divide - at(mean, c)) / at(std, c);
        out[index(i, c, height * width, channels)] = type.isFloating() ? v : clip(Math.rint(v), type);
      }
    }
    Shape shape = nchw ? Shape.of(1, channels, height, width) : Shape.of(1, height, width, channels);
    return ArrayTensor.convert(type, shape, out);
  }

  /**
   * The picture that a model's input stands for.
   *
   * @return 0xAARRGGBB, row by row; values beyond black and white are clipped, and NaN is black
   */
  public int[] undo(Tensor tensor, int height, int width, int channels) throws LoupeException {
    check(channels);
    int[] argb = new int[Math.multiplyExact(height, width)];
    for (int i = 0; i < argb.length; i++) {
      int pixel = 0xff;
      for (int k = 0; k < 3; k++) {
        int c = channels == 1 ? 0 : bgr ? 2 - k : k;
        double v = tensor.get(index(i, c, argb.length, channels));
        pixel = pixel << 8 | (int) Math.round(Math.clamp((v * at(std, c) + at(mean, c)) * divide, 0, 255));
      }
      argb[i] = pixel;
    }
    return argb;
  }

  /** What black and white are in each of the model's channels; one mean and one deviation, or one for each. */
  public PictureEncoding encoding(int channels) {
    List<PictureEncoding.Channel> out = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      out.add(new PictureEncoding.Channel(channels == 1 ? PictureEncoding.Light.GREY : LIGHTS.get(bgr ? 2 - c : c),
          -at(mean, c) / at(std, c), (255 / divide - at(mean, c)) / at(std, c)));
    }
    return new PictureEncoding(out);
  }

  private int index(int position, int channel, int positions, int channels) {
    return nchw ? channel * positions + position : position * channels + channel;
  }

  private void check(int channels) throws LoupeException {
    for (List<Double> list : List.of(mean, std)) {
      if (list.size() != 1 && list.size() != channels) {
        throw LoupeException.badInput("the card gives " + list.size() + " numbers as mean or std for " + channels
            + " channels; give 1 or " + channels);
      }
    }
  }

  private static double at(List<Double> list, int channel) {
    return list.get(list.size() == 1 ? 0 : channel);
  }

  private static double clip(double v, ElementType type) {
    return switch (type) {
      case UINT8 -> Math.clamp(v, 0, 255);
      case INT8 -> Math.clamp(v, -128, 127);
      default -> v;
    };
  }
}
