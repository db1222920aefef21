/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.loupe.api.result.Table;

/** The figures of channels as a table, a row for each. */
public final class ChannelTable {
  public static final String CHANNEL = "channel";
  public static final String MEAN = "mean";
  public static final String STD = "std";
  public static final String MIN = "min";
  public static final String MAX = "max";
  public static final String SPARSITY = "sparsity";
  public static final String SATURATED = "saturated";
  public static final String ENTROPY = "entropy";
  public static final String NON_FINITE = "non-finite";
  /** 1 for a channel that is dead, else 0. */
  public static final String DEAD = "dead";
  public static final String INFLUENCE = "influence";
  /** Unit of {@link #ENTROPY}. */
  public static final String BITS = "bits";

  private ChannelTable() {
  }

  /** @param influence of each channel on a target, where it was asked for */
  public static Table of(List<ChannelStatistics> channels, Optional<double[]> influence) {
    List<Table.Column> columns = new ArrayList<>();
    double[] numbers = new double[channels.size()];
    for (int c = 0; c < numbers.length; c++) {
      numbers[c] = c;
    }
    columns.add(new Table.Numbers(CHANNEL, "", numbers));
    columns.add(column(MEAN, "", channels, ChannelStatistics::mean));
    columns.add(column(STD, "", channels, ChannelStatistics::std));
    columns.add(column(MIN, "", channels, ChannelStatistics::min));
    columns.add(column(MAX, "", channels, ChannelStatistics::max));
    columns.add(column(SPARSITY, "", channels, ChannelStatistics::sparsity));
    columns.add(column(SATURATED, "", channels, ChannelStatistics::saturated));
    columns.add(column(ENTROPY, BITS, channels, ChannelStatistics::entropy));
    columns.add(column(NON_FINITE, "", channels, ChannelStatistics::nonFinite));
    columns.add(column(DEAD, "", channels, c -> c.dead() ? 1 : 0));
    influence.ifPresent(i -> columns.add(new Table.Numbers(INFLUENCE, "", i)));
    return new Table(columns, Map.of());
  }

  /** A column of numbers of a table; empty if it has none of this name. */
  public static Optional<Table.Numbers> numbers(Table table, String name) {
    return table.columns().stream().filter(c -> c.name().equals(name) && c instanceof Table.Numbers)
        .map(c -> (Table.Numbers) c).findFirst();
  }

  private static Table.Numbers column(String name, String unit, List<ChannelStatistics> channels,
      ToDoubleFunction<ChannelStatistics> figure) {
    return new Table.Numbers(name, unit, channels.stream().mapToDouble(figure).toArray());
  }
}
