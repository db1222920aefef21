/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;

/** What a model says of itself, as plain data for JSON. */
final class ModelText {
  private ModelText() {
  }

  static Map<String, Object> json(ModelDescription model) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", model.name());
    out.put("format", model.format());
    out.put("files", model.files());
    out.put("properties", model.properties());
    out.put("parameters", model.parameters());
    out.put("capabilities", model.capabilities().stream().sorted().toList());
    out.put("inputs", model.inputs().stream().map(ModelText::value).toList());
    out.put("outputs", model.outputs().stream().map(ModelText::output).toList());
    out.put("layers", model.layers().stream().map(ModelText::layer).toList());
    out.put("warnings", model.warnings());
    return out;
  }

  private static Map<String, Object> value(ValueSpec value) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", value.name());
    out.put("kind", value.kind().name().toLowerCase(java.util.Locale.ROOT));
    out.put("type", value.type().map(Enum::name));
    out.put("shape", value.dims().map(dims -> {
      List<Object> extents = new ArrayList<>();
      dims.forEach(d -> extents.add(d.known() ? (Object) d.size() : d.symbol().isEmpty() ? null : d.symbol()));
      return extents;
    }));
    return out;
  }

  private static Map<String, Object> output(OutputInfo output) {
    Map<String, Object> out = value(output.value());
    out.put("logits", output.logits().map(l -> Map.of("layer", l.layer(), "activation", l.activation())));
    return out;
  }

  private static Map<String, Object> layer(LayerInfo layer) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", layer.id());
    out.put("node", layer.node());
    out.put("operator", layer.operator());
    out.put("inputs", layer.inputs());
    Map<String, Object> value = value(layer.output());
    out.put("kind", value.get("kind"));
    out.put("type", value.get("type"));
    out.put("shape", value.get("shape"));
    out.put("parameters", layer.parameters());
    out.put("scope", layer.scope());
    return out;
  }
}
