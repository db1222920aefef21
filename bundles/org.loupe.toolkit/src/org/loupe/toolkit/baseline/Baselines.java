/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.baseline;

import java.util.Arrays;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Inputs that say nothing: what replaces the parts that a method takes away. All have the input's type and shape. */
public final class Baselines {
  private Baselines() {
  }

  /** Zero in the model's own units; for a normalised picture that is its mean colour, not black. */
  public static Tensor zero(DecodedInput input) throws LoupeException {
    return constant(input, List.of(0.0));
  }

  /**
   * The same value everywhere, or one for each channel.
   *
   * @throws LoupeException USAGE if there are neither one value nor as many as channels (for an input without a grid:
   *     elements of the innermost axis), or the type cannot hold a value
   */
  public static Tensor constant(DecodedInput input, List<Double> values) throws LoupeException {
    double[] out = new double[size(input)];
    int channels = channels(input);
    if (values.size() != 1 && values.size() != channels) {
      throw LoupeException.usage("the baseline has " + values.size() + " values; input " + input.name()
          + " takes 1 or " + channels);
    }
    int stride = channelStride(input);
    for (int i = 0; i < out.length; i++) {
      out[i] = values.size() == 1 ? values.get(0) : values.get(i / stride % channels);
    }
    ArrayTensor tensor = typed(input, out);
    for (int i = 0; !tensor.type().isFloating() && i < out.length; i++) {
      if (tensor.get(i) != out[i]) {
        throw LoupeException.usage("input " + input.name() + " of " + tensor.type() + " cannot hold the baseline value "
            + out[i]);
      }
    }
    return tensor;
  }

  /** The input's own mean: of each channel over the grid; of all elements where there is no grid. */
  public static Tensor mean(DecodedInput input) throws LoupeException {
    double[] values = new double[size(input)];
    int channels = input.axes().isPresent() ? channels(input) : 1;
    int stride = channelStride(input);
    double[] sums = new double[channels];
    for (int i = 0; i < values.length; i++) {
      sums[i / stride % channels] += input.tensor().get(i);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = sums[i / stride % channels] * channels / values.length;
    }
    return typed(input, values);
  }

  /**
   * The input blurred over its grid, its border repeated outwards.
   *
   * @param sigma standard deviation of the Gaussian kernel in elements; 0 for a tenth of the longer side
   * @throws LoupeException USAGE if the input has no grid
   */
  public static Tensor blurred(DecodedInput input, double sigma) throws LoupeException {
    SpatialAxes axes = input.axes().orElseThrow(() -> LoupeException.usage(
        "input " + input.name() + " has no grid to blur over; choose another baseline"));
    Shape shape = input.tensor().shape();
    int longer = Math.max(shape.intDim(axes.height()), shape.intDim(axes.width()));
    double width = sigma > 0 ? sigma : longer / 10.0;
    size(input);
    double[] values = input.tensor().toDoubles();
    for (int axis : new int[] {axes.height(), axes.width()}) {
      values = GaussianBlur.along(values, shape.intDim(axis), stride(shape, axis), width);
    }
    return typed(input, values);
  }

  private static int size(DecodedInput input) throws LoupeException {
    if (input.tensor().type() == ElementType.STRING) {
      throw LoupeException.usage("input " + input.name() + " holds text, which has no baseline value");
    }
    if (input.tensor().size() > Integer.MAX_VALUE / 8) {
      throw LoupeException.usage("input " + input.name() + " of shape " + input.tensor().shape()
          + " is too large for a baseline");
    }
    return (int) input.tensor().size();
  }

  private static int channels(DecodedInput input) {
    Shape shape = input.tensor().shape();
    int axis = channelAxis(input);
    return axis < 0 ? 1 : shape.intDim(axis);
  }

  private static int channelStride(DecodedInput input) {
    int axis = channelAxis(input);
    return axis < 0 ? 1 : stride(input.tensor().shape(), axis);
  }

  private static int channelAxis(DecodedInput input) {
    return input.axes().map(SpatialAxes::channel).orElse(input.tensor().shape().rank() - 1);
  }

  private static int stride(Shape shape, int axis) {
    int out = 1;
    for (int i = axis + 1; i < shape.rank(); i++) {
      out *= shape.intDim(i);
    }
    return out;
  }

  /** Integers are rounded to the nearest, not towards zero. */
  private static ArrayTensor typed(DecodedInput input, double[] values) {
    ElementType type = input.tensor().type();
    double[] rounded = type.isFloating() ? values : Arrays.stream(values).map(Math::rint).toArray();
    return ArrayTensor.convert(type, input.tensor().shape(), rounded);
  }
}
