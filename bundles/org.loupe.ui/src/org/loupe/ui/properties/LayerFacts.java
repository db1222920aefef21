/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;

/** What is told of a layer in words, as names and values under headings. */
final class LayerFacts {
  /** A line; a heading has no value. */
  record Line(String name, String value, boolean heading) {
  }

  private LayerFacts() {
  }

  static List<Line> of(ModelDescription model, LayerInfo layer) {
    List<Line> out = new ArrayList<>();
    out.add(heading(Messages.LayerFacts_node));
    fact(out, Messages.LayerFacts_operator, layer.operator());
    fact(out, Messages.LayerFacts_name, layer.node());
    fact(out, Messages.LayerFacts_scope, layer.scope());
    if (layer.parameters() > 0) {
      fact(out, Messages.LayerFacts_parameters, String.format("%,d", layer.parameters()));
    }
    if (!layer.attributes().isEmpty()) {
      out.add(heading(Messages.LayerFacts_attributes));
      layer.attributes().forEach((name, value) -> fact(out, name, value));
    }
    if (!layer.inputs().isEmpty()) {
      out.add(heading(Messages.LayerFacts_inputs));
      Map<String, LayerInfo> byId = model.layers().stream()
          .filter(l -> layer.inputs().contains(l.id())).collect(Collectors.toMap(LayerInfo::id, l -> l));
      layer.inputs().forEach(i -> fact(out, i, type(model, byId, i)));
    }
    out.add(heading(Messages.LayerFacts_outputs));
    // the values of one node stand beside each other
    model.layers().stream().filter(l -> l.id().equals(layer.id()) || !layer.node().isEmpty()
        && l.node().equals(layer.node()) && l.operator().equals(layer.operator()))
        .forEach(l -> fact(out, l.id(), l.output().typeText()));
    return out;
  }

  private static String type(ModelDescription model, Map<String, LayerInfo> byId, String id) {
    return Optional.ofNullable(byId.get(id)).map(LayerInfo::output).or(() -> model.input(id))
        .map(ValueSpec::typeText).orElse(Messages.LayerFacts_unknown);
  }

  private static Line heading(String text) {
    return new Line(text, "", true);
  }

  private static void fact(List<Line> out, String name, String value) {
    if (!value.isEmpty()) {
      out.add(new Line(name, value, false));
    }
  }
}
