/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.large;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.graph.Dim;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.shape.ShapesOfInputs;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** How large the values of a model will be, as far as its file tells. */
public final class ExpectedSizes {
  private static final int REMEMBERED = 8;

  private final OnnxModel model;
  private final String name;
  private final MemoryLimits limits;
  private final Map<String, ElementType> types = new HashMap<>();
  /** Of the last requests, since most have inputs of the same shapes. */
  private final Map<Map<String, Shape>, Map<String, SizedValue>> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Map<String, Shape>, Map<String, SizedValue>> eldest) {
      return size() > REMEMBERED;
    }
  };

  public ExpectedSizes(OnnxModel model, ModelDescription description, MemoryLimits limits) {
    this.model = model;
    this.name = description.name();
    this.limits = limits;
    description.layers().forEach(l -> add(l.output()));
    description.outputs().forEach(o -> add(o.value()));
  }

  private void add(ValueSpec value) {
    value.type().filter(t -> t != ElementType.STRING && value.kind() == ValueKind.TENSOR)
        .ifPresent(t -> types.put(value.name(), t));
  }

  /**
   * Those of the wanted values that are too large for memory.
   *
   * @throws LoupeException NOT_APPLICABLE with the size if the wanted values take more than there may be
   */
  public List<SizedValue> large(List<String> wanted, Map<String, Tensor> inputs) throws LoupeException {
    Map<String, SizedValue> sizes = sizes(inputs);
    List<SizedValue> large = new ArrayList<>();
    List<SizedValue> all = new ArrayList<>();
    for (String value : wanted) {
      SizedValue sized = sizes.get(value);
      if (sized != null) {
        all.add(sized);
        if (sized.bytes() > limits.inMemory()) {
          large.add(sized);
        }
      }
    }
    require(all);
    return large;
  }

  /** @throws LoupeException NOT_APPLICABLE if values take more than there may be */
  public void require(List<SizedValue> values) throws LoupeException {
    long bytes = 0;
    SizedValue largest = null;
    for (SizedValue value : values) {
      bytes = bytes + value.bytes() < 0 ? Long.MAX_VALUE : bytes + value.bytes();
      largest = largest == null || value.bytes() > largest.bytes() ? value : largest;
    }
    if (bytes > limits.most()) {
      throw LoupeException.notApplicable("value " + largest + ", and " + megabytes(bytes) + " MB are more than the "
          + megabytes(limits.most()) + " MB that values of " + name
          + " may take here: give the model fewer or smaller items, or ask for fewer layers at a time");
    }
  }

  private static long megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1_000_000);
  }

  private Map<String, SizedValue> sizes(Map<String, Tensor> inputs) throws LoupeException {
    Map<String, Shape> shapes = new HashMap<>();
    inputs.forEach((input, tensor) -> shapes.put(input, tensor.shape()));
    synchronized (known) {
      Map<String, SizedValue> there = known.get(shapes);
      if (there == null) {
        there = infer(shapes);
        known.put(shapes, there);
      }
      return there;
    }
  }

  private Map<String, SizedValue> infer(Map<String, Shape> shapes) throws LoupeException {
    Map<String, SizedValue> sizes = new HashMap<>();
    try {
      ShapesOfInputs.infer(model, shapes).forEach((value, dims) -> {
        ElementType type = types.get(value);
        if (type != null && dims.stream().allMatch(Dim.Fixed.class::isInstance)) {
          sizes.put(value, new SizedValue(value, type, shape(dims)));
        }
      });
    } catch (IOException e) {
      throw LoupeException.badInput(name + " could not be read again: " + e.getMessage(), e);
    }
    return sizes;
  }

  private static Shape shape(List<Dim> dims) {
    return Shape.of(dims.stream().mapToLong(d -> ((Dim.Fixed) d).size()).toArray());
  }
}
