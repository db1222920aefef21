/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loupe.graph.DataType;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.Captures;
import org.loupe.graph.analysis.TopologicalOrder;

/** Where gradients of a model begin whose inputs are whole numbers, as tokens: at what is looked up by them. */
final class FirstFloats {
  private FirstFloats() {
  }

  /** Values of lookups in tables of floating-point numbers by something that depends on an input. */
  static List<String> of(OnnxModel model) {
    Set<String> tables = new HashSet<>();
    model.graph().initializers().stream().filter(i -> isFloating(i.type())).forEach(i -> tables.add(i.name()));
    Set<String> dependent = new HashSet<>();
    model.graph().requiredInputs().forEach(i -> dependent.add(i.name()));
    List<String> found = new ArrayList<>();
    for (Node node : TopologicalOrder.of(model.graph()).sorted()) {
      if (Captures.allInputs(node).stream().anyMatch(dependent::contains)) {
        dependent.addAll(node.outputs());
        if (node.is("Gather") && tables.contains(node.input(0))) {
          found.add(node.output(0));
        }
      }
    }
    return found;
  }

  private static boolean isFloating(DataType type) {
    return type.elementType().map(t -> t.isFloating()).orElse(false);
  }
}
