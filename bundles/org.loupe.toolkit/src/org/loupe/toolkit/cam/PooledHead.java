/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;

/** A model's head of the kind that class activation maps need: pooling over the whole grid, then a linear layer. */
public final class PooledHead {
  /** Linear, or no more than another arrangement of the same numbers. */
  private static final Set<String> LINEAR = Set.of("Gemm", "MatMul", "Add", "Conv", "Flatten", "Reshape", "Squeeze",
      "Unsqueeze", "Identity", "Dropout", "Cast", "Transpose", "FusedMatMul", "FusedGemm");

  private PooledHead() {
  }

  /**
   * The pooling in front of a value.
   *
   * @param value the value that the score is read from
   * @throws LoupeException NOT_APPLICABLE if something else lies there, naming it
   */
  public static Pooling find(ModelDescription model, String value) throws LoupeException {
    Ancestors graph = new Ancestors(model, value);
    Layouts layouts = new Layouts(graph.all());
    List<String> passed = new ArrayList<>();
    String at = value;
    while (true) {
      LayerInfo layer = graph.layer(at);
      if (layer == null) {
        throw refused(model, "no pooling between the input " + at + " and " + value, passed);
      }
      Optional<Pooling> pooling = Pooling.of(layer, graph::layer, layouts);
      if (pooling.isPresent()) {
        if (layer.operator().contains("Max") || layer.operator().contains("Lp")) {
          throw refused(model, layer.operator() + " " + layer.id() + " in the place of a mean", passed);
        }
        return pooling.get();
      }
      if (!LINEAR.contains(layer.operator().substring(layer.operator().lastIndexOf('.') + 1))) {
        throw refused(model, layer.operator() + " " + layer.id(), passed);
      }
      if (Layouts.isGrid(layer, 1) && layouts.isChannelsFirst(layer)) {
        throw refused(model, layer.operator() + " " + layer.id() + " with its grid of "
            + layer.output().typeText() + " not pooled", passed);
      }
      if (layer.inputs().size() != 1) {
        throw refused(model, layer.operator() + " " + layer.id() + " of " + layer.inputs().size() + " values", passed);
      }
      passed.add(layer.operator());
      at = layer.inputs().get(0);
    }
  }

  private static LoupeException refused(ModelDescription model, String found, List<String> passed) {
    String before = passed.isEmpty() ? "at the end" : "before " + String.join(", ", passed.reversed());
    return LoupeException.notApplicable("CAM needs global average pooling followed by one dense layer; "
        + model.name() + " has " + found + " " + before + "; use grad-cam, which takes any head");
  }
}
