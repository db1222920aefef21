/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.gradient.Coverage;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.GradientRequest;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.ShapeFacts;

/** How the layers of a model can be differentiated. */
public final class LayerCoverage {
  private LayerCoverage() {
  }

  /** An entry for each layer, in the order of the description. */
  static GradientCoverage of(OnnxModel model, ModelDescription description, RuleSet rules, ShapeFacts shapes)
      throws IOException, GradientException {
    Map<String, Coverage.Entry> byValue = new HashMap<>();
    for (Coverage.Entry entry : graph(model, shapes, rules).nodes()) {
      entry.node().outputs().forEach(o -> byValue.put(o, entry));
    }
    List<GradientCoverage.Layer> layers = new ArrayList<>();
    for (LayerInfo layer : description.layers()) {
      Coverage.Entry entry = byValue.get(layer.id());
      layers.add(new GradientCoverage.Layer(layer.id(), GradientCoverage.Status.valueOf(entry.status().name()),
          entry.reason().orElse("")));
    }
    return new GradientCoverage(rules.id(), layers);
  }

  /** By the inputs that hold floating-point numbers; where none does, by what is first computed from the others. */
  public static Coverage graph(OnnxModel model, ShapeFacts shapes, RuleSet rules)
      throws IOException, GradientException {
    Coverage byInputs = Coverage.of(model, shapes, rules);
    List<String> sinks = FirstFloats.of(model);
    boolean none = byInputs.nodes().stream().allMatch(e -> e.status() == Coverage.Status.NOT_NEEDED);
    if (!none || sinks.isEmpty() || model.graph().outputs().isEmpty()) {
      return byInputs;
    }
    return Coverage.of(model, shapes, rules,
        new GradientRequest(model.graph().outputs().stream().map(o -> o.name()).toList(), sinks));
  }
}
