/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ElementType;

/** Layers and models for tests. */
final class Layers {
  private Layers() {
  }

  static LayerInfo layer(String operator, String id, List<String> inputs, long... dims) {
    Dimension[] extents = Arrays.stream(dims).mapToObj(Dimension::of).toArray(Dimension[]::new);
    return new LayerInfo(id, id, operator, inputs, ValueSpec.tensor(id, ElementType.FLOAT32, extents), 0, "");
  }

  static LayerInfo layer(String operator) {
    return layer(operator, "x", List.of());
  }

  static ModelDescription model(LayerInfo... layers) {
    return new ModelDescription("m", "ONNX", List.of(), List.of(), List.of(), List.of(layers), 0, Set.of(), Map.of(),
        List.of());
  }
}
