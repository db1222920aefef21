/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.loupe.api.LoupeException;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.gradient.Coverage;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.ShapeFacts;

/** By which rule sets a model can be differentiated at all. */
public final class GradientCapabilities {
  private GradientCapabilities() {
  }

  /**
   * {@code gradient} if some node has a derivative, though others may have none: gradients by layers behind those
   * exist. {@code gradient:guided} and its like if that rule set puts something in the place of a node's derivative.
   *
   * @throws IOException if a constant of the model cannot be read
   */
  public static Set<String> of(OnnxModel model, ShapeFacts shapes, RuleSets rules) throws IOException {
    Set<String> found = new TreeSet<>();
    try {
      for (String id : rules.ids()) {
        Map<Coverage.Status, Integer> counts = LayerCoverage.graph(model, shapes, rules.set(id)).counts();
        boolean own = counts.get(Coverage.Status.SURROGATE) > 0;
        if (own || id.equals(Differentiable.PLAIN) && counts.get(Coverage.Status.EXACT) > 0) {
          found.add(Differentiable.capability(id));
        }
      }
    } catch (LoupeException | GradientException e) {
      // Who asks for a gradient is told why there is none; the model can still be opened and run.
      return Set.of();
    }
    return found;
  }
}
