/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueKind;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;

/** Which values of a model can be asked for, and which of them must be made outputs to be returned. */
final class ValueNames {
  private final ModelDescription description;
  private final List<String> outputs;
  private final Map<String, ValueKind> kinds = new HashMap<>();
  /** Values inside of bodies, with the node that holds them. */
  private final Map<String, String> inner = new HashMap<>();

  public ValueNames(ModelDescription description, Graph graph) {
    this.description = description;
    this.outputs = description.outputs().stream().map(OutputInfo::name).toList();
    description.layers().forEach(l -> kinds.put(l.id(), l.output().kind()));
    description.outputs().forEach(o -> kinds.put(o.name(), o.value().kind()));
    for (Node node : graph.nodes()) {
      node.subgraphs().forEach(g -> inside(g, node.label()));
    }
  }

  /** Name of the model's file. */
  String model() {
    return description.name();
  }

  /**
   * The asked names, each once; all outputs if none was asked for.
   *
   * @throws LoupeException USAGE if a value does not exist or cannot be returned
   */
  List<String> wanted(List<String> asked) throws LoupeException {
    for (String name : asked) {
      if (!kinds.containsKey(name)) {
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

  /**
   * Those of the wanted values that may be asked of the runtime. Its Java binding ends the process when an optional
   * value is absent, so such values are never asked for: left out where nobody named them, else refused.
   *
   * @throws LoupeException NOT_APPLICABLE if a value was named and is, or may be, optional
   */
  List<String> safe(OrtSession session, List<String> wanted, boolean named) throws LoupeException {
    Boolean known = null;
    List<String> safe = new ArrayList<>();
    for (String name : wanted) {
      ValueKind kind = kinds.get(name);
      boolean optional = kind == ValueKind.OPTIONAL;
      if (kind == ValueKind.UNKNOWN) {
        known = known == null ? allTypesKnown(session) : known;
        optional = !known;
      }
      if (!optional) {
        safe.add(name);
      } else if (named) {
        throw LoupeException.notApplicable("value '" + name + "' of " + description.name()
            + " is optional, which ONNX Runtime cannot return to Java: ask for the values that it is made of");
      }
    }
    return safe;
  }

  /** The binding refuses to tell types when one of a session's outputs is optional. */
  private static boolean allTypesKnown(OrtSession session) {
    try {
      session.getOutputInfo();
      return true;
    } catch (OrtException e) {
      return false;
    }
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
