/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.List;
import org.loupe.api.Progress;
import org.loupe.math.tensor.Tensor;

/**
 * How much each channel of a layer speaks for a target: the sum over the channel of activation times the derivative of
 * the score by it, the first-order change of the score if the channel were zero. Source: P. Molchanov, S. Tyree, T.
 * Karras, T. Aila and J. Kautz, "Pruning Convolutional Neural Networks for Resource Efficient Inference", ICLR 2017,
 * equation 7, with its sign kept and without the division by the number of places.
 */
public final class Influence {
  private Influence() {
  }

  /**
   * A number for each channel, in units of the score.
   *
   * @param gradient in the shape of the value
   * @throws IllegalArgumentException if it has another number of elements
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public static double[] of(LayerValue value, Tensor gradient, Progress progress) {
    if (gradient.size() != value.values().size()) {
      throw new IllegalArgumentException("a gradient " + gradient.shape() + " for " + value.values().shape());
    }
    ChannelScan scan = new ChannelScan(value.values().shape(), value.layout().channel());
    double[] out = new double[scan.channels()];
    scan.forEach(List.of(value.values(), gradient), progress, (channel, blocks, from, step, end) -> {
      double sum = 0;
      for (int i = from; i < end; i += step) {
        sum += blocks[0][i] * blocks[1][i];
      }
      out[channel] += sum;
    });
    return out;
  }
}
