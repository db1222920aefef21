/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model file says of itself. Plain data.
 *
 * @param name file name
 * @param format as {@code ONNX}
 * @param files every file that makes up the model, the main one first
 * @param inputs what {@code forward} needs
 * @param outputs what it returns
 * @param layers every value that can be captured, in topological order
 * @param parameters number of weights, shared ones counted once
 * @param capabilities what the model can do beyond forward, as {@code gradient} or {@code layers:spatial}
 * @param properties facts for a reader in the order to show them, as producer and opset
 * @param warnings what is odd about the file, a line each
 */
public record ModelDescription(String name, String format, List<Path> files, List<ValueSpec> inputs,
    List<OutputInfo> outputs, List<LayerInfo> layers, long parameters, Set<String> capabilities,
    Map<String, String> properties, List<String> warnings) {
  public ModelDescription {
    files = List.copyOf(files);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    layers = List.copyOf(layers);
    capabilities = Set.copyOf(capabilities);
    properties = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(properties));
    warnings = List.copyOf(warnings);
  }

  public Optional<ValueSpec> input(String name) {
    return inputs.stream().filter(v -> v.name().equals(name)).findFirst();
  }

  public Optional<OutputInfo> output(String name) {
    return outputs.stream().filter(v -> v.name().equals(name)).findFirst();
  }

  public Optional<LayerInfo> layer(String id) {
    return layers.stream().filter(v -> v.id().equals(id)).findFirst();
  }
}
