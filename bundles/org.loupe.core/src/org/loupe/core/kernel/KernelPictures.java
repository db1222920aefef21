/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.kernel;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.math.color.ColorMap;
import org.loupe.math.color.ColorMaps;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Weights [O, I/g, kh, kw] (or [O, I/g, k]) of a convolution as pictures. Kernels of three input channels can be
 * coloured: grey is zero, and full colour the largest weight on both sides. Others are drawn in colours for signed
 * numbers, where zero is neutral. Weights that are NaN or infinite have a colour of their own. Pure: the same weights
 * give the same pixels. A picture is made when it is asked for, so that large layers cost nothing.
 */
public final class KernelPictures {
  /** Magenta, which neither the coloured nor the signed kernels have. */
  public static final int NON_FINITE = 0xffff00ff;
  /** Input channels in the order red, green, blue. */
  public static final List<Integer> RGB = List.of(0, 1, 2);
  private static final int COLOURS = 3;
  private static final int GREY = 128;
  private static final int SWING = 127;
  private static final long LARGEST_SIDE = 1 << 12;
  private static final ColorMap SIGNED = ColorMaps.BLUE_WHITE_RED;

  /** What is seen of a kernel's input channels. */
  public enum Inputs {
    /** A colour each; for three input channels. */
    COLOUR,
    /** One picture of their mean. */
    MEAN,
    /** A picture each. */
    EACH
  }

  private final Tensor weights;
  private final Inputs inputs;
  private final List<Integer> colours;
  private final int outputs;
  private final int perKernel;
  private final int height;
  private final int width;
  private final double common;

  /**
   * @param inputs what is seen of the input channels
   * @param colours which input channels are red, green and blue; as {@link #RGB} where nothing else is known
   * @param commonScale whether all kernels share the largest weight as full colour; otherwise each has its own
   * @throws LoupeException NOT_APPLICABLE if the weights are no kernels, or cannot be coloured
   */
  public KernelPictures(Tensor weights, Inputs inputs, List<Integer> colours, boolean commonScale)
      throws LoupeException {
    Shape shape = weights.shape();
    boolean flat = shape.rank() == 3;
    if (shape.rank() != 4 && !flat || !weights.type().isFloating() || shape.size() == 0) {
      throw LoupeException.notApplicable("weights of " + weights.type() + " " + shape + " are no kernels over a grid");
    }
    if (shape.dim(0) > Integer.MAX_VALUE || shape.dim(1) > Integer.MAX_VALUE || shape.dim(2) > LARGEST_SIDE
        || shape.dim(shape.rank() - 1) > LARGEST_SIDE) {
      throw LoupeException.notApplicable("kernels of " + shape + " are too large to be drawn");
    }
    this.weights = weights;
    this.inputs = inputs;
    this.colours = List.copyOf(colours);
    outputs = shape.intDim(0);
    perKernel = shape.intDim(1);
    height = flat ? 1 : shape.intDim(2);
    width = shape.intDim(shape.rank() - 1);
    if (inputs == Inputs.COLOUR && (perKernel != COLOURS || !colours.stream().sorted().toList().equals(RGB))) {
      throw LoupeException.notApplicable("kernels of " + perKernel + " input channels have no colours");
    }
    common = commonScale ? largestOfAll() : Double.NaN;
  }

  /** Whether kernels have as many input channels as a picture has colours. */
  public static boolean colourable(Shape weights) {
    return (weights.rank() == 4 || weights.rank() == 3) && weights.dim(1) == COLOURS;
  }

  /** How many output channels there are. */
  public int outputs() {
    return outputs;
  }

  /** How many pictures there are for each output channel. */
  public int picturesPerOutput() {
    return inputs == Inputs.EACH ? perKernel : 1;
  }

  /** How many pictures there are; those of one output channel follow each other. */
  public long count() {
    return (long) outputs * picturesPerOutput();
  }

  /**
   * One picture.
   *
   * @param index from 0
   * @throws IndexOutOfBoundsException if there is none
   * @throws java.io.UncheckedIOException if the file behind the weights cannot be read
   */
  public KernelPicture picture(long index) {
    java.util.Objects.checkIndex(index, count());
    int output = (int) (index / picturesPerOutput());
    if (inputs == Inputs.COLOUR) {
      return coloured(output);
    }
    int input = inputs == Inputs.EACH ? (int) (index % picturesPerOutput()) : -1;
    double[] plane = input < 0 ? mean(output) : plane(output, input);
    double scale = scale(plane);
    int[] argb = new int[plane.length];
    for (int i = 0; i < plane.length; i++) {
      argb[i] = !Double.isFinite(plane[i]) ? NON_FINITE : SIGNED.argb(scale == 0 ? 0.5
          : Math.clamp(0.5 + plane[i] / scale / 2, 0, 1));
    }
    return new KernelPicture(output, input, width, height, argb, scale, nonFinite(plane));
  }

  private KernelPicture coloured(int output) {
    double[][] light = new double[COLOURS][];
    double[] all = new double[COLOURS * height * width];
    for (int c = 0; c < COLOURS; c++) {
      light[c] = plane(output, colours.get(c));
      System.arraycopy(light[c], 0, all, c * height * width, height * width);
    }
    double scale = scale(all);
    int[] argb = new int[height * width];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000;
      for (int c = 0; c < COLOURS; c++) {
        if (!Double.isFinite(light[c][i])) {
          argb[i] = NON_FINITE;
          break;
        }
        argb[i] |= shade(light[c][i], scale) << 8 * (COLOURS - 1 - c);
      }
    }
    return new KernelPicture(output, -1, width, height, argb, scale, nonFinite(all));
  }

  private static int shade(double weight, double scale) {
    return scale == 0 ? GREY : Math.clamp(GREY + Math.round(weight / scale * SWING), 0, 255);
  }

  private double[] plane(int output, int input) {
    double[] out = new double[height * width];
    weights.copyTo(((long) output * perKernel + input) * out.length, out);
    return out;
  }

  private double[] mean(int output) {
    double[] out = new double[height * width];
    for (int input = 0; input < perKernel; input++) {
      double[] plane = plane(output, input);
      for (int i = 0; i < out.length; i++) {
        out[i] += plane[i] / perKernel;
      }
    }
    return out;
  }

  private double scale(double[] own) {
    return Double.isNaN(common) ? largest(own) : common;
  }

  private double largestOfAll() {
    double out = 0;
    for (int output = 0; output < outputs; output++) {
      if (inputs == Inputs.MEAN) {
        out = Math.max(out, largest(mean(output)));
      } else {
        for (int input = 0; input < perKernel; input++) {
          out = Math.max(out, largest(plane(output, input)));
        }
      }
    }
    return out;
  }

  private static double largest(double[] values) {
    double out = 0;
    for (double v : values) {
      out = Double.isFinite(v) ? Math.max(out, Math.abs(v)) : out;
    }
    return out;
  }

  private static int nonFinite(double[] values) {
    int out = 0;
    for (double v : values) {
      out += Double.isFinite(v) ? 0 : 1;
    }
    return out;
  }
}
