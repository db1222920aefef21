/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loupe.graph.Graph;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;

/**
 * Brings a model into a form that can be differentiated and optimised: functions are inlined, and weights are no longer
 * inputs (as they are before IR version 4), so that what is computed from weights alone is computed once.
 */
public final class ModelPreparation {
  private static final long WEIGHTS_NEED_NOT_BE_INPUTS = 4;

  private ModelPreparation() {
  }

  /**
   * The prepared model; the very same if there is nothing to do.
   *
   * @throws GradientException if the model's functions call each other in a circle or grow beyond measure
   */
  public static OnnxModel prepare(OnnxModel model) throws GradientException {
    OnnxModel inlined = FunctionInliner.inline(model).model();
    Graph graph = inlined.graph();
    Set<String> weights = new HashSet<>();
    graph.initializers().forEach(i -> weights.add(i.name()));
    List<ValueInfo> inputs = graph.inputs().stream().filter(i -> !weights.contains(i.name())).toList();
    OnnxModel.Header h = inlined.header();
    if (inputs.size() == graph.inputs().size() && h.irVersion() >= WEIGHTS_NEED_NOT_BE_INPUTS) {
      return inlined;
    }
    OnnxModel.Header header = new OnnxModel.Header(Math.max(h.irVersion(), WEIGHTS_NEED_NOT_BE_INPUTS),
        h.producerName(), h.producerVersion(), h.domain(), h.modelVersion(), h.description(), h.metadata());
    return new OnnxModel(inlined.file(), header, inlined.opsets(), new Graph(graph.name(), graph.nodes(), inputs,
        graph.outputs(), graph.valueInfos(), graph.initializers()), inlined.functions());
  }
}
