/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.api.model.facet.Weights;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.Printable;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.model.ModelLease;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** What the layers of a model cost, as text and as plain data for JSON. */
final class CostText {
  private final ModelDescription model;
  private final Map<String, Shape> inputs;
  private final List<LayerCost> costs;
  /** Memory of the weights, those that several layers share counted once. */
  private final long parameterBytes;

  private CostText(ModelDescription model, Map<String, Shape> inputs, List<LayerCost> costs, long parameterBytes) {
    this.model = model;
    this.inputs = inputs;
    this.costs = costs;
    this.parameterBytes = parameterBytes;
  }

  /** @param inputs for which; empty for the declared extents */
  static CostText of(ModelLease lease, Map<String, Tensor> inputs, Progress progress) throws LoupeException {
    ModelDescription model = lease.description();
    Costs facet = lease.facet(Costs.class).orElseThrow(
        () -> LoupeException.notApplicable("the engine of " + model.format() + " models does not tell what they cost"));
    Map<String, Shape> shapes = facet.defaultShapes();
    if (!inputs.isEmpty()) {
      shapes = new LinkedHashMap<>();
      for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
        shapes.put(input.getKey(), input.getValue().shape());
      }
    }
    List<LayerCost> costs = facet.costs(inputs, progress);
    Optional<Weights> weights = lease.facet(Weights.class);
    Map<String, Long> sizes = new HashMap<>();
    if (weights.isPresent()) {
      for (LayerInfo layer : model.layers()) {
        weights.get().weights(layer.id()).forEach(w -> sizes.put(w.name(), w.bytes()));
      }
    }
    long bytes =
        sum(weights.isPresent() ? sizes.values() : costs.stream().map(LayerCost::parameterBytes).toList());
    return new CostText(model, shapes, costs, bytes);
  }

  private static long sum(Iterable<Long> values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  private long total(Function<LayerCost, OptionalLong> part) {
    return costs.stream().mapToLong(c -> part.apply(c).orElse(0)).sum();
  }

  private long unknown(Function<LayerCost, OptionalLong> part) {
    return costs.stream().filter(c -> part.apply(c).isEmpty()).count();
  }

  Map<String, Object> json() {
    Map<String, Object> shapes = new LinkedHashMap<>();
    inputs.forEach((name, shape) -> shapes.put(name, shape.dims()));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("inputs", shapes);
    out.put("multiplyAdds", total(LayerCost::multiplyAdds));
    out.put("multiplyAddsUnknown", unknown(LayerCost::multiplyAdds));
    out.put("parameterBytes", parameterBytes);
    out.put("activationBytes", total(LayerCost::activationBytes));
    out.put("activationBytesUnknown", unknown(LayerCost::activationBytes));
    out.put("layers", costs.stream().map(CostText::json).toList());
    return out;
  }

  private static Map<String, Object> json(LayerCost cost) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", cost.layer());
    out.put("shape", cost.shape().orElse(null));
    out.put("multiplyAdds", number(cost.multiplyAdds()));
    out.put("parameterBytes", cost.parameterBytes());
    out.put("activationBytes", number(cost.activationBytes()));
    return out;
  }

  static Object number(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  void print(PrintStream out) {
    String given = inputs.entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
    out.println(given.isEmpty() ? "costs" : "costs for " + Printable.of(given));
    TextTable table = new TextTable().left("layer").left("operator").left("shape").right("multiply-adds")
        .right("parameters").right("activation");
    List<LayerInfo> layers = model.layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerCost cost = costs.get(i);
      table.row(layers.get(i).id(), layers.get(i).operator(), cost.shape().map(Object::toString).orElse("?"),
          cost.multiplyAdds().isEmpty() ? "?" : amount(cost.multiplyAdds().getAsLong()),
          cost.parameterBytes() == 0 ? "" : Figures.bytes(cost.parameterBytes()),
          cost.activationBytes().isEmpty() ? "?" : Figures.bytes(cost.activationBytes().getAsLong()));
    }
    table.print(out, "  ");
    out.println("  " + summary());
  }

  private static String amount(long multiplyAdds) {
    return multiplyAdds == 0 ? "" : Figures.count(multiplyAdds);
  }

  /** The sums in one line. */
  private String summary() {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(total(LayerCost::multiplyAdds)) + " multiply-adds"
        + missing(unknown(LayerCost::multiplyAdds)));
    parts.add(Figures.bytes(parameterBytes) + " of parameters");
    parts.add(Figures.bytes(total(LayerCost::activationBytes)) + " of activations"
        + missing(unknown(LayerCost::activationBytes)));
    return "total: " + String.join(", ", parts);
  }

  private static String missing(long layers) {
    return layers == 0 ? "" : " (not known of " + Figures.plural(layers, "layer") + ")";
  }
}
