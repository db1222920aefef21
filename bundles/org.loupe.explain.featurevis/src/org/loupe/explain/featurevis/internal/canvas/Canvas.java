/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.PictureEncoding;
import org.loupe.api.subject.PictureEncoding.Channel;
import org.loupe.api.subject.PictureEncoding.Light;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * The model's input as planes [channels, height, width] of working units, in which black and white have numbers of a
 * profile's choice, and the way between them and the model's own numbers. A channel of opacity is not painted on: it
 * is full. Not safe for several threads at once.
 */
public final class Canvas {
  private static final long LARGEST = 1L << 26;
  private final DecodedInput input;
  private final SpatialAxes axes;
  private final Shape shape;
  private final int height;
  private final int width;
  private final List<Channel> painted = new ArrayList<>();
  private final int[] planes;
  private final double[] blacks;
  private final double[] whites;
  /** Room for the tensor's elements. */
  private final double[] elements;

  private Canvas(DecodedInput input, SpatialAxes axes, PictureEncoding encoding, double black, double white) {
    this.input = input;
    this.axes = axes;
    this.shape = input.tensor().shape();
    height = shape.intDim(axes.height());
    width = shape.intDim(axes.width());
    planes = new int[encoding.channels().size()];
    for (int c = 0; c < planes.length; c++) {
      Channel channel = encoding.channels().get(c);
      if (channel.light() != Light.ALPHA) {
        planes[painted.size()] = c;
        painted.add(channel);
      }
    }
    boolean own = black == white;
    blacks = painted.stream().mapToDouble(c -> own ? c.black() : black).toArray();
    whites = painted.stream().mapToDouble(c -> own ? c.white() : white).toArray();
    elements = new double[Math.toIntExact(shape.size())];
  }

  /**
   * The canvas of an input.
   *
   * @param black number of black in working units
   * @param white number of white; that of black for the model's own numbers
   * @throws LoupeException NOT_APPLICABLE if the input is no picture
   */
  public static Canvas of(DecodedInput input, double black, double white) throws LoupeException {
    Optional<SpatialAxes> axes = input.axes();
    Optional<PictureEncoding> encoding = input.encoding();
    Shape shape = input.tensor().shape();
    if (axes.isEmpty() || encoding.isEmpty()) {
      throw LoupeException.notApplicable("input " + input.name() + " is no picture by its card, and nothing else can "
          + "be painted; set modality image in the input card");
    }
    int channels = encoding.get().channels().size();
    long extent = axes.get().channel() < 0 ? 1 : shape.dim(axes.get().channel());
    if (shape.size() < 1 || shape.size() > LARGEST || extent != channels
        || shape.size() != channels * shape.dim(axes.get().height()) * shape.dim(axes.get().width())) {
      throw LoupeException.notApplicable("input " + input.name() + " of shape " + shape + " is not one picture of "
          + channels + " channels that can be painted");
    }
    return new Canvas(input, axes.get(), encoding.get(), black, white);
  }

  public DecodedInput input() {
    return input;
  }

  public SpatialAxes axes() {
    return axes;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** Channels that are painted on. */
  public int channels() {
    return painted.size();
  }

  /** Elements of a picture. */
  public int size() {
    return channels() * height * width;
  }

  /** What each painted channel shows. */
  public List<Light> lights() {
    return painted.stream().map(Channel::light).toList();
  }

  /** Number of black of a channel in working units. */
  public double black(int channel) {
    return blacks[channel];
  }

  /** Number of white. */
  public double white(int channel) {
    return whites[channel];
  }

  /** The number half way between them. */
  public double grey(int channel) {
    return (blacks[channel] + whites[channel]) / 2;
  }

  /** Puts every element into the valid range, in place. */
  public void clip(double[] picture) {
    int plane = height * width;
    for (int c = 0; c < channels(); c++) {
      double low = Math.min(blacks[c], whites[c]);
      double high = Math.max(blacks[c], whites[c]);
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        picture[i] = Math.max(low, Math.min(high, picture[i]));
      }
    }
  }

  /** Whether every element is in the valid range. */
  public boolean valid(double[] picture) {
    int plane = height * width;
    for (int c = 0; c < channels(); c++) {
      double low = Math.min(blacks[c], whites[c]);
      double high = Math.max(blacks[c], whites[c]);
      for (int i = c * plane; i < (c + 1) * plane; i++) {
        if (!(picture[i] >= low && picture[i] <= high)) {
          return false;
        }
      }
    }
    return true;
  }

  /** What the model is fed with. */
  public Tensor toModel(double[] picture) {
    List<Channel> all = input.encoding().orElseThrow().channels();
    int right = stride(axes.width());
    int painting = 0;
    for (int c = 0; c < all.size(); c++) {
      Channel channel = all.get(c);
      boolean full = channel.light() == Light.ALPHA;
      double by = full ? 0 : by(painting);
      double plus = full ? channel.white() : channel.black() - blacks[painting] * by;
      int plane = full ? 0 : painting++ * height * width;
      for (int y = 0; y < height; y++) {
        int at = element(c, y);
        int from = plane + y * width;
        for (int x = 0; x < width; x++) {
          elements[at + x * right] = plus + by * picture[from + x];
        }
      }
    }
    return ArrayTensor.convert(input.tensor().type(), shape, elements);
  }

  /** From the derivative by the model's input to the one by the picture. */
  public void fromModel(Tensor gradient, double[] out) {
    gradient.copyTo(0, elements);
    int right = stride(axes.width());
    for (int c = 0; c < channels(); c++) {
      double by = by(c);
      for (int y = 0; y < height; y++) {
        int at = element(planes[c], y);
        int to = (c * height + y) * width;
        for (int x = 0; x < width; x++) {
          out[to + x] = by * elements[at + x * right];
        }
      }
    }
  }

  /** The model's numbers for one of the working units, of a painted channel. */
  private double by(int channel) {
    return (painted.get(channel).white() - painted.get(channel).black()) / (whites[channel] - blacks[channel]);
  }

  /** The first element of a row of a channel of the tensor. */
  private int element(int channel, int y) {
    return (axes.channel() < 0 ? 0 : channel * stride(axes.channel())) + y * stride(axes.height());
  }

  private int stride(int axis) {
    long out = 1;
    for (int a = axis + 1; a < shape.rank(); a++) {
      out *= shape.dim(a);
    }
    return Math.toIntExact(out);
  }
}
