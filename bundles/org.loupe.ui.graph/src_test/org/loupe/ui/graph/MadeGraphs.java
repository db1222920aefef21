/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ElementType;

/** Descriptions of models that were never files. */
public final class MadeGraphs {
  private final List<LayerInfo> layers = new ArrayList<>();

  /** One that begins empty. Its one input is called {@code in}. */
  public MadeGraphs() {
  }

  /** Adds a layer, named as its value. */
  public MadeGraphs layer(String id, String operator, String scope, String... inputs) {
    return value(id, id, operator, scope, inputs);
  }

  /** Adds a value of a node; neighbours of one node and operator are values of the same node. */
  public MadeGraphs value(String id, String node, String operator, String scope, String... inputs) {
    layers.add(new LayerInfo(id, node, operator, List.of(inputs), value(id), 0, scope));
    return this;
  }

  private static ValueSpec value(String name) {
    return ValueSpec.tensor(name, ElementType.FLOAT32, Dimension.of(1), Dimension.of(64), Dimension.of(28));
  }

  /** The model, whose output is the last layer. */
  public ModelDescription model() {
    List<OutputInfo> outputs = layers.isEmpty() ? List.of()
        : List.of(new OutputInfo(value(layers.get(layers.size() - 1).id()), Optional.empty()));
    return new ModelDescription("made.onnx", "ONNX", List.of(), List.of(value("in")), outputs, layers, 0, Set.of(),
        Map.of(), List.of());
  }

  /** Residual blocks of ten nodes in two branches, without scopes; every second one is a little different. */
  public static ModelDescription residual(int nodes) {
    MadeGraphs made = new MadeGraphs();
    String last = "in";
    for (int b = 0; made.layers.size() + 10 <= nodes; b++) {
      String p = "b" + b + ".";
      made.layer(p + "conv1", "Conv", "", last).layer(p + "norm1", "BatchNormalization", "", p + "conv1")
          .layer(p + "act1", b % 2 == 0 ? "Relu" : "Sigmoid", "", p + "norm1")
          .layer(p + "conv2", "Conv", "", p + "act1").layer(p + "norm2", "BatchNormalization", "", p + "conv2")
          .layer(p + "side1", b % 3 == 0 ? "MaxPool" : "AveragePool", "", last)
          .layer(p + "side2", "Conv", "", p + "side1").layer(p + "side3", "Relu", "", p + "side2")
          .layer(p + "add", "Add", "", p + "norm2", p + "side3").layer(p + "out", "Relu", "", p + "add");
      last = p + "out";
    }
    for (int i = made.layers.size(); i < nodes; i++) {
      made.layer("end" + i, "Tanh", "", last);
      last = "end" + i;
    }
    return made.model();
  }
}
