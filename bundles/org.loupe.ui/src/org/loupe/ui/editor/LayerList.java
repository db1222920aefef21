/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.ui.api.parts.Quantity;

/** The layers of a model, filtered and sorted for a table. Holds positions only, so that large models cost little. */
final class LayerList {
  /** What a column shows. */
  enum Column {
    POSITION, NAME, OPERATOR, OUTPUT, PARAMETERS, MULTIPLY_ADDS, MEMORY, TIME, SHARE, GRADIENT, NODE, SCOPE;

    /** Whether it holds numbers, which are aligned to the right. */
    boolean number() {
      return this == POSITION || ordinal() >= PARAMETERS.ordinal() && ordinal() <= SHARE.ordinal();
    }
  }

  private static final double UNASKED = -2;
  private static final double UNKNOWN = -1;

  private final List<LayerInfo> layers;
  private final LayerGradients gradients = new LayerGradients();
  private final Map<String, LayerCost> costs = new HashMap<>();
  private LayerTimes times = LayerTimes.NONE;
  private int[] shown;
  private String filter = "";
  private Column column = Column.POSITION;
  private boolean descending;

  LayerList(ModelDescription model) {
    layers = model.layers();
    arrange();
  }

  /** What is known of gradients. */
  LayerGradients gradients() {
    return gradients;
  }

  /** What is known of memory and work; sorts anew where that is sorted by. */
  void costs(List<LayerCost> known) {
    known.forEach(c -> costs.put(c.layer(), c));
    arrange();
  }

  /** What was measured; sorts anew where that is sorted by. */
  void times(LayerTimes measured) {
    times = measured;
    arrange();
  }

  /** What can be differentiated; sorts anew where that is sorted by. */
  void gradients(GradientCoverage coverage) {
    gradients.show(coverage);
    arrange();
  }

  int size() {
    return shown.length;
  }

  int total() {
    return layers.size();
  }

  LayerInfo layer(int row) {
    return layers.get(shown[row]);
  }

  String text(int row, Column of) {
    LayerInfo l = layer(row);
    return switch (of) {
      case POSITION -> Integer.toString(shown[row] + 1);
      case NAME -> l.id();
      case OPERATOR -> l.operator();
      case OUTPUT -> l.output().typeText();
      case PARAMETERS -> l.parameters() == 0 ? "" : String.format("%,d", l.parameters());
      case MULTIPLY_ADDS -> text(multiplyAdds(l.id()), Quantity.COUNT::format);
      case MEMORY -> text(memory(l.id()), Quantity.BYTES::format);
      case TIME -> time(l.id());
      case SHARE -> times.share(l.id()).isEmpty() ? "" : Quantity.SHARE.format(times.share(l.id()).getAsDouble());
      case GRADIENT -> gradients.text(l.id());
      case NODE -> l.node();
      case SCOPE -> l.scope();
    };
  }

  /** Nothing where there is nothing to count, a question mark where it is not known. */
  private static String text(double value, DoubleFunction<String> unit) {
    return value == 0 || value == UNASKED ? "" : value == UNKNOWN ? "?" : unit.apply(value);
  }

  private String time(String id) {
    String other = times.within(id);
    return other.isEmpty() ? times.micros(id).isEmpty() ? "" : Quantity.MICROS.format(times.micros(id).getAsDouble())
        : NLS.bind(Messages.LayersPage_within, other);
  }

  private double multiplyAdds(String id) {
    LayerCost cost = costs.get(id);
    return cost == null ? UNASKED : cost.multiplyAdds().isEmpty() ? UNKNOWN : cost.multiplyAdds().getAsLong();
  }

  private double memory(String id) {
    LayerCost cost = costs.get(id);
    return cost == null ? UNASKED : cost.activationBytes().isEmpty() ? UNKNOWN : cost.activationBytes().getAsLong();
  }

  /** Row of a layer, or -1 if the filter hides it. */
  int row(String id) {
    for (int i = 0; i < shown.length; i++) {
      if (layer(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** Shows layers in which every word occurs somewhere. */
  void filter(String words) {
    filter = words.strip().toLowerCase(Locale.ROOT);
    arrange();
  }

  void sort(Column by, boolean down) {
    column = by;
    descending = down;
    arrange();
  }

  private void arrange() {
    String[] words = filter.isEmpty() ? new String[0] : filter.split("\\s+");
    Comparator<Integer> order = order();
    IntStream matching = IntStream.range(0, layers.size()).filter(i -> matches(layers.get(i), words));
    shown = column == Column.POSITION && !descending ? matching.toArray()
        : matching.boxed().sorted(descending ? order.reversed() : order).mapToInt(Integer::intValue).toArray();
  }

  private static boolean matches(LayerInfo l, String[] words) {
    for (String word : words) {
      if (!has(l.id(), word) && !has(l.operator(), word) && !has(l.node(), word) && !has(l.scope(), word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }

  private Comparator<Integer> order() {
    Comparator<Integer> position = Comparator.naturalOrder();
    return switch (column) {
      case POSITION -> position;
      case NAME -> byText(LayerInfo::id, position);
      case OPERATOR -> byText(LayerInfo::operator, position);
      case OUTPUT -> Comparator.comparingDouble((Integer i) -> elements(layers.get(i))).thenComparing(position);
      case PARAMETERS -> Comparator.comparingLong((Integer i) -> layers.get(i).parameters()).thenComparing(position);
      case MULTIPLY_ADDS -> byNumber(l -> multiplyAdds(l.id()), position);
      case MEMORY -> byNumber(l -> memory(l.id()), position);
      case TIME, SHARE -> byNumber(l -> times.micros(l.id()).orElse(UNASKED), position);
      case NODE -> byText(LayerInfo::node, position);
      case SCOPE -> byText(LayerInfo::scope, position);
      case GRADIENT -> Comparator.comparingInt((Integer i) -> gradients.rank(layers.get(i).id()))
          .thenComparing(position);
    };
  }

  private Comparator<Integer> byNumber(ToDoubleFunction<LayerInfo> number, Comparator<Integer> then) {
    return Comparator.comparingDouble((Integer i) -> number.applyAsDouble(layers.get(i))).thenComparing(then);
  }

  private Comparator<Integer> byText(java.util.function.Function<LayerInfo, String> text, Comparator<Integer> then) {
    return Comparator.comparing((Integer i) -> text.apply(layers.get(i)), String.CASE_INSENSITIVE_ORDER)
        .thenComparing(then);
  }

  /** Number of elements of the output, open extents counted as one; -1 if nothing is known. */
  private static double elements(LayerInfo l) {
    return l.output().dims().map(dims -> dims.stream().filter(Dimension::known).mapToDouble(Dimension::size)
        .reduce(1, (a, b) -> a * b)).orElse(-1.0);
  }
}
