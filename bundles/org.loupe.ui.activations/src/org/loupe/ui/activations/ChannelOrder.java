/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.loupe.toolkit.activation.ChannelStatistics;

/** In which order channels stand; NaN comes last. */
enum ChannelOrder {
  INDEX, MEAN, MAX, INFLUENCE;

  String label() {
    return switch (this) {
      case INDEX -> Messages.ChannelOrder_index;
      case MEAN -> Messages.ChannelOrder_mean;
      case MAX -> Messages.ChannelOrder_max;
      case INFLUENCE -> Messages.ChannelOrder_influence;
    };
  }

  /** The channels that are wanted, in this order. */
  int[] of(Shown shown, IntPredicate wanted) {
    IntStream all = IntStream.range(0, shown.channels()).filter(wanted);
    if (this == INDEX) {
      return all.toArray();
    }
    return all.boxed().sorted(Comparator.comparingDouble((Integer c) -> key(shown, c)).reversed()
        .thenComparing(Comparator.naturalOrder())).mapToInt(Integer::intValue).toArray();
  }

  private double key(Shown shown, int channel) {
    List<ChannelStatistics> channels = shown.activation().statistics().channels();
    double value = switch (this) {
      case INDEX -> channel;
      case MEAN -> channels.get(channel).mean();
      case MAX -> channels.get(channel).max();
      case INFLUENCE -> shown.influence().map(i -> Math.abs(i[channel])).orElse(Double.NaN);
    };
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }
}
