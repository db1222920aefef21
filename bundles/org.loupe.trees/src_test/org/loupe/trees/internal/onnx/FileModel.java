/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.onnx.OnnxReader;

/** An ONNX file as a loader describes it, without what runs it. */
record FileModel(ModelDescription description) implements Model {
  static FileModel of(Path file) throws IOException {
    OnnxModel model = OnnxReader.read(file);
    List<ValueSpec> inputs = model.graph().requiredInputs().stream().map(FileModel::spec).toList();
    List<LayerInfo> layers = new ArrayList<>();
    for (Node node : model.graph().nodes()) {
      node.outputs().forEach(o -> layers.add(new LayerInfo(o, node.name(), node.qualifiedType(), node.inputs(),
          new ValueSpec(o, ValueKind.TENSOR, Optional.empty(), Optional.empty()), 0, "")));
    }
    return new FileModel(new ModelDescription(file.getFileName().toString(), "ONNX", List.of(file), inputs, List.of(),
        layers, 0, Set.of(), Map.of(), List.of()));
  }

  private static ValueSpec spec(ValueInfo value) {
    return new ValueSpec(value.name(), ValueKind.TENSOR, value.type() instanceof ValueType.TensorType t
        ? t.elementType().elementType() : Optional.empty(), Optional.empty());
  }

  @Override
  public RuntimeInfo runtime() {
    throw new AssertionError("trees are read, not run");
  }

  @Override
  public ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    throw new AssertionError("trees are read, not run");
  }

  @Override
  public void close() {
    // nothing is open
  }
}
