/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.Result;
import org.loupe.api.result.Table;

/**
 * How the figures of layers go along a model.
 *
 * @param entries the layers in the model's order
 */
public record Survey(List<Entry> entries) {
  /** Names of the parts of {@link #result}. */
  public static final String CURVES = "curves";
  public static final String LAYERS = "layers";
  public static final String LAYER = "layer";
  /** Share of channels that are dead. */
  public static final String DEAD_SHARE = "dead share";

  private static final String NAN = "NaN";
  private static final String FIRST = "first non-finite layer";
  private static final String AFFECTED = "non-finite layers";

  public Survey {
    entries = List.copyOf(entries);
  }

  /**
   * A layer.
   *
   * @param layer the layer
   * @param shape of its value, as text
   * @param channels how many channels it has; 0 if it has none
   * @param statistics of all its values, see {@link LayerStatistics#all}
   * @param deadShare see {@link LayerStatistics#deadShare}; NaN if it has no channels
   * @param nan how many values are no number
   */
  public record Entry(LayerInfo layer, String shape, long channels, ChannelStatistics statistics, double deadShare,
      long nan) {
    /** Of a layer's value, whose histogram and channels are not kept. */
    static Entry of(LayerValue value, LayerStatistics s) {
      boolean none = value.layout().channel() < 0;
      return new Entry(value.layer(), value.values().shape().toString(), none ? 0 : value.channels(), s.all(),
          none ? Double.NaN : s.deadShare(), s.nan());
    }
  }

  /** The first layer with a value that is NaN or infinite; empty if all are finite. */
  public Optional<Entry> firstNonFinite() {
    return entries.stream().filter(e -> e.statistics().nonFinite() > 0).findFirst();
  }

  /** Curves over the layers and a table of all figures; the place of the first layer with a NaN is a figure. */
  public Composite result() {
    Map<String, Result> parts = new LinkedHashMap<>();
    parts.put(CURVES, curves());
    parts.put(LAYERS, table());
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(LAYERS, (double) entries.size());
    figures.put(AFFECTED, (double) entries.stream().filter(e -> e.statistics().nonFinite() > 0).count());
    firstNonFinite().ifPresent(e -> figures.put(FIRST, (double) (entries.indexOf(e) + 1)));
    return new Composite(parts, figures);
  }

  public Curves curves() {
    List<Curves.Series> series = new ArrayList<>();
    Curves.Axis share = new Curves.Axis("share", "");
    series.add(series(ChannelTable.SPARSITY, share, e -> e.statistics().sparsity()));
    series.add(series(DEAD_SHARE, share, Entry::deadShare));
    if (entries.stream().anyMatch(e -> !Double.isNaN(e.statistics().saturated()))) {
      series.add(series(ChannelTable.SATURATED, share, e -> e.statistics().saturated()));
    }
    series.add(series(ChannelTable.ENTROPY, new Curves.Axis(ChannelTable.ENTROPY, ChannelTable.BITS),
        e -> e.statistics().entropy()));
    return new Curves(new Curves.Axis(LAYER, ""), ids(), series, Map.of());
  }

  public Table table() {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(new Table.Texts(LAYER, ids()));
    columns.add(new Table.Texts("operator", entries.stream().map(e -> e.layer().operator()).toList()));
    columns.add(new Table.Texts("shape", entries.stream().map(Entry::shape).toList()));
    columns.add(column("channels", "", Entry::channels));
    columns.add(column(ChannelTable.SPARSITY, "", e -> e.statistics().sparsity()));
    columns.add(column(DEAD_SHARE, "", Entry::deadShare));
    columns.add(column(ChannelTable.SATURATED, "", e -> e.statistics().saturated()));
    columns.add(column(ChannelTable.ENTROPY, ChannelTable.BITS, e -> e.statistics().entropy()));
    columns.add(column(ChannelTable.MEAN, "", e -> e.statistics().mean()));
    columns.add(column(ChannelTable.STD, "", e -> e.statistics().std()));
    columns.add(column(ChannelTable.MIN, "", e -> e.statistics().min()));
    columns.add(column(ChannelTable.MAX, "", e -> e.statistics().max()));
    columns.add(column(NAN, "", Entry::nan));
    columns.add(column("infinite", "", e -> e.statistics().nonFinite() - e.nan()));
    return new Table(columns, Map.of());
  }

  private List<String> ids() {
    return entries.stream().map(e -> e.layer().id()).toList();
  }

  private Curves.Series series(String name, Curves.Axis axis, ToDoubleFunction<Entry> figure) {
    double[] xs = new double[entries.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = i;
    }
    return new Curves.Series(name, axis, xs, entries.stream().mapToDouble(figure).toArray());
  }

  private Table.Numbers column(String name, String unit, ToDoubleFunction<Entry> figure) {
    return new Table.Numbers(name, unit, entries.stream().mapToDouble(figure).toArray());
  }
}
