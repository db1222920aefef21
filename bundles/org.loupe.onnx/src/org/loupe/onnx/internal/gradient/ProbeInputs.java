/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * The inputs of a request as a probe feeds them: the first item of each input whose batch axis is open, as often as
 * asked. The items of a request have the values that a model accepts, as token numbers, which made-up ones have not.
 */
final class ProbeInputs {
  private final Map<String, Tensor> inputs;
  private final Set<String> batched = new LinkedHashSet<>();

  ProbeInputs(ModelDescription model, Map<String, Tensor> inputs) {
    this.inputs = inputs;
    for (ValueSpec spec : model.inputs()) {
      Tensor tensor = inputs.get(spec.name());
      boolean open = spec.dims().map(d -> !d.isEmpty() && !d.get(0).known()).orElse(false);
      if (tensor != null && open && tensor.size() > 0 && tensor.type() != ElementType.STRING) {
        batched.add(spec.name());
      }
    }
  }

  Map<String, Tensor> inputs() {
    return inputs;
  }

  /** Whether some input has an open batch axis. */
  boolean isBatched() {
    return !batched.isEmpty();
  }

  /** For which inputs it holds what two batch sizes have shown. */
  ProbeKey open() {
    return key(batched);
  }

  /** For which inputs it holds what these have shown. */
  ProbeKey exact() {
    return key(Set.of());
  }

  /** As many items as asked. */
  Map<String, Tensor> batch(int items) {
    Map<String, Tensor> out = new LinkedHashMap<>(inputs);
    batched.forEach(name -> out.put(name, repeated(inputs.get(name), items)));
    return out;
  }

  private ProbeKey key(Set<String> open) {
    Map<String, String> out = new LinkedHashMap<>();
    inputs.forEach((name, tensor) -> {
      String extents = Arrays.toString(tensor.shape().dims());
      String shape = open.contains(name) ? "[n" + extents.substring(extents.indexOf(',') < 0 ? extents.length() - 1
          : extents.indexOf(',')) : extents;
      // A single whole number or truth value may decide which branch a model takes.
      boolean decides = tensor.size() == 1 && tensor.type() != ElementType.STRING && !tensor.type().isFloating();
      out.put(name, decides ? shape + "=" + tensor.get(0) : shape);
    });
    return new ProbeKey(out);
  }

  private static Tensor repeated(Tensor tensor, int items) {
    Tensor first = tensor.item(0);
    ArrayTensor item = first instanceof FileTensor slice ? slice.load() : (ArrayTensor) first;
    Shape shape = tensor.shape().with(0, items);
    ByteBuffer data = ArrayTensor.allocate(tensor.type(), shape);
    for (int i = 0; i < items; i++) {
      data.put(item.data());
    }
    return ArrayTensor.wrap(tensor.type(), shape, data.flip());
  }
}
