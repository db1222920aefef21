/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

import static org.loupe.graph.cost.NodeShapes.size;

import java.util.Map;

/**
 * Convolutions: each element of the result (of the input, where it is transposed) meets one kernel, whose extents after
 * the first are the channels of its group and the window. Padding is counted as if it were data; the bias is not.
 */
final class ConvolutionCosts {
  private ConvolutionCosts() {
  }

  static void addTo(Map<String, CostRule> rules) {
    rules.put("Conv", n -> convolution(n, 1));
    rules.put("ConvInteger", n -> convolution(n, 1));
    rules.put("QLinearConv", n -> convolution(n, 3));
    rules.put("DeformConv", n -> convolution(n, 1));
    rules.put("com.microsoft.FusedConv", n -> convolution(n, 1));
    rules.put("ConvTranspose", n -> Math.multiplyExact(size(n.input(0)), size(n.input(1), 1)));
  }

  private static long convolution(NodeShapes n, int weights) {
    return Math.multiplyExact(size(n.output()), size(n.input(weights), 1));
  }
}
