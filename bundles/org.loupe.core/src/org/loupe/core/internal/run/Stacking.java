/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/**
 * Puts several items into one batch: which inputs have an open batch axis in front, and which are passed as they are.
 */
public final class Stacking {
  private final Map<String, Tensor> subject;
  private final Set<String> stacked;

  private Stacking(Map<String, Tensor> subject, Set<String> stacked) {
    this.subject = subject;
    this.stacked = stacked;
  }

  /** Empty if an input has no open batch axis and is no single number. */
  static Optional<Stacking> of(ModelDescription model, Map<String, Tensor> subject) {
    Set<String> stacked = new LinkedHashSet<>();
    for (ValueSpec spec : model.inputs()) {
      Tensor tensor = subject.get(spec.name());
      boolean single = tensor != null && tensor.size() == 1 && tensor.shape().rank() < 2;
      if (tensor == null || !single && !open(spec, tensor)) {
        return Optional.empty();
      }
      if (!single) {
        stacked.add(spec.name());
      }
    }
    return stacked.isEmpty() ? Optional.empty() : Optional.of(new Stacking(subject, stacked));
  }

  private static boolean open(ValueSpec spec, Tensor tensor) {
    return tensor.shape().rank() > 1 && tensor.shape().dim(0) == 1 && tensor.shape().size() > 0
        && spec.dims().map(d -> !d.isEmpty() && !d.get(0).known()).orElse(false);
  }

  /** Whether variants differ from the subject in nothing that cannot be stacked. */
  boolean takes(List<Map<String, Tensor>> variants) {
    return variants.stream().flatMap(v -> v.entrySet().stream()).allMatch(e -> stacked.contains(e.getKey())
        && e.getValue().shape().equals(subject.get(e.getKey()).shape())
        && e.getValue().type() == subject.get(e.getKey()).type());
  }

  /** One item after the other along the batch axis. */
  Map<String, Tensor> stack(List<Map<String, Tensor>> variants) {
    Map<String, Tensor> out = new LinkedHashMap<>(subject);
    for (String name : stacked) {
      out.put(name, join(variants.stream().map(v -> v.getOrDefault(name, subject.get(name))).toList()));
    }
    return out;
  }

  /** Joins tensors that differ in their first extent at most, along that axis. */
  public static Tensor join(List<Tensor> items) {
    Tensor first = items.get(0);
    if (items.size() == 1) {
      return first;
    }
    long extent = 0;
    for (Tensor item : items) {
      extent = Math.addExact(extent, item.shape().dim(0));
    }
    var shape = first.shape().with(0, extent);
    if (first instanceof TextTensor) {
      List<String> texts = new ArrayList<>();
      items.forEach(t -> texts.addAll(((TextTensor) t).values()));
      return new TextTensor(shape, texts);
    }
    ByteBuffer data = ArrayTensor.allocate(first.type(), shape);
    items.forEach(t -> data.put(inMemory(t).data()));
    return ArrayTensor.wrap(first.type(), shape, data.flip());
  }

  private static ArrayTensor inMemory(Tensor tensor) {
    return tensor instanceof FileTensor slice ? slice.load() : (ArrayTensor) tensor;
  }
}
