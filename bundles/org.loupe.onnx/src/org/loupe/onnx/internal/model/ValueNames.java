/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;

/** Which values of a model can be asked for, and which of them must be made outputs to be returned. */
final class ValueNames {
  private final ModelDescription description;
  private final List<String> outputs;
  private final Set<String> layers;
  /** Values inside of bodies, with the node that holds them. */
  private final Map<String, String> inner = new HashMap<>();

  ValueNames(ModelDescription description, Graph graph) {
    this.description = description;
    this.outputs = description.outputs().stream().map(OutputInfo::name).toList();
    this.layers = description.layers().stream().map(LayerInfo::id).collect(Collectors.toSet());
    for (Node node : graph.nodes()) {
      node.subgraphs().forEach(g -> inside(g, node.label()));
    }
  }

  /**
   * The asked names, each once; all outputs if none was asked for.
   *
   * @throws LoupeException USAGE if a value does not exist or cannot be returned
   */
  List<String> wanted(List<String> asked) throws LoupeException {
    for (String name : asked) {
      if (!layers.contains(name) && !outputs.contains(name)) {
        throw unknown(name);
      }
    }
    return asked.isEmpty() ? outputs : List.copyOf(new LinkedHashSet<>(asked));
  }

  /** Those of the wanted values that are no outputs, in an order that is the same for the same set. */
  List<String> inner(List<String> wanted) {
    Set<String> exposed = new TreeSet<>(wanted);
    outputs.forEach(exposed::remove);
    return List.copyOf(exposed);
  }

  private LoupeException unknown(String name) throws LoupeException {
    String holder = inner.get(name);
    if (holder != null) {
      return LoupeException.usage("value " + name + " is computed inside of " + holder
          + "; values in branches and loop bodies cannot be returned, only what the node itself returns");
    }
    if (description.input(name).isPresent()) {
      return LoupeException.usage("value " + name + " is an input of " + description.name() + ", not a layer");
    }
    return LoupeException.usage("no layer " + name + " in " + description.name() + "; its layer is called "
        + LayerNames.find(description, name).id());
  }

  private void inside(Graph graph, String holder) {
    for (Node node : graph.nodes()) {
      node.outputs().forEach(o -> inner.putIfAbsent(o, holder));
      node.subgraphs().forEach(g -> inside(g, holder));
    }
  }
}
