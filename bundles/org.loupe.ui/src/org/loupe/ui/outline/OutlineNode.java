/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;

/** A module of a model, or a layer in it; in the order in which the first layer of each comes. */
final class OutlineNode {
  private final OutlineNode parent;
  private final String label;
  private final LayerInfo layer;
  private final List<OutlineNode> children = new ArrayList<>();
  private final Map<String, OutlineNode> modules = new LinkedHashMap<>();

  private OutlineNode(OutlineNode parent, String label, LayerInfo layer) {
    this.parent = parent;
    this.label = label;
    this.layer = layer;
  }

  /** The tree of a model. @param byLayer is filled with the node of each layer */
  static OutlineNode of(ModelDescription model, Map<String, OutlineNode> byLayer) {
    OutlineNode root = new OutlineNode(null, "", null);
    for (LayerInfo layer : model.layers()) {
      OutlineNode module = root;
      for (String part : layer.scope().isEmpty() ? new String[0] : layer.scope().split("/")) {
        module = module.module(part);
      }
      OutlineNode node = new OutlineNode(module, name(layer) + "  " + layer.operator(), layer);
      module.children.add(node);
      byLayer.put(layer.id(), node);
    }
    return root;
  }


  private OutlineNode module(String name) {
    OutlineNode found = modules.get(name);
    if (found == null) {
      found = new OutlineNode(this, name, null);
      modules.put(name, found);
      children.add(found);
    }
    return found;
  }

  /** The end of a layer's name: what is before it, the modules around it tell. */
  private static String name(LayerInfo layer) {
    String full = layer.node().isEmpty() ? layer.id() : layer.node();
    return full.substring(full.lastIndexOf('/', full.length() - 2) + 1);
  }

  /** Null for the root. */
  OutlineNode parent() {
    return parent;
  }

  String label() {
    return label;
  }

  /** Null for a module. */
  LayerInfo layer() {
    return layer;
  }

  List<OutlineNode> children() {
    return children;
  }

  int position() {
    return parent.children.indexOf(this);
  }
}
