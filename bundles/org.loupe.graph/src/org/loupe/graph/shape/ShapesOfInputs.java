/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.loupe.graph.Dim;
import org.loupe.graph.Graph;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.math.tensor.Shape;

/** Shapes of a graph's values for inputs of given extents: what the model declares by name is told by them too. */
public final class ShapesOfInputs {
  private final Map<String, Shape> inputs;
  private final Map<String, Long> named = new HashMap<>();

  private ShapesOfInputs(Graph graph, Map<String, Shape> inputs) {
    this.inputs = inputs;
    for (ValueInfo input : graph.inputs()) {
      Shape given = inputs.get(input.name());
      List<Dim> declared = input.dims().orElse(List.of());
      for (int axis = 0; given != null && axis < declared.size() && axis < given.rank(); axis++) {
        if (declared.get(axis) instanceof Dim.Symbol symbol) {
          named.put(symbol.name(), given.dim(axis));
        }
      }
    }
  }

  /**
   * As {@link ShapeInference#infer}, with the extents of inputs given.
   *
   * @param inputs extents by name of input; inputs that are not among them are as declared
   * @throws IOException if a constant that a shape depends on cannot be read
   */
  public static Map<String, List<Dim>> infer(OnnxModel model, Map<String, Shape> inputs) throws IOException {
    Graph graph = model.graph();
    ShapesOfInputs given = new ShapesOfInputs(graph, inputs);
    Graph fixed = new Graph(graph.name(), graph.nodes(), given.all(graph.inputs()), given.all(graph.outputs()),
        given.all(graph.valueInfos()), graph.initializers());
    OnnxModel changed =
        new OnnxModel(model.file(), model.header(), model.opsets(), fixed, model.functions());
    Map<String, List<Dim>> shapes = new LinkedHashMap<>(ShapeInference.infer(changed, GraphIndex.of(fixed)));
    inputs.forEach((name, shape) -> shapes.put(name, dims(shape)));
    return shapes;
  }

  private List<ValueInfo> all(List<ValueInfo> values) {
    return values.stream().map(this::fixed).toList();
  }

  private ValueInfo fixed(ValueInfo value) {
    if (!(value.type() instanceof ValueType.TensorType type)) {
      return value;
    }
    Shape given = inputs.get(value.name());
    return given != null ? ValueInfo.tensor(value.name(), type.elementType(), dims(given))
        : new ValueInfo(value.name(), new ValueType.TensorType(type.elementType(),
            type.dims().map(dims -> dims.stream().map(this::fixed).toList())));
  }

  private Dim fixed(Dim dim) {
    return dim instanceof Dim.Symbol s && named.containsKey(s.name()) ? Dim.of(named.get(s.name())) : dim;
  }

  private static List<Dim> dims(Shape shape) {
    return LongStream.of(shape.dims()).mapToObj(Dim::of).toList();
  }
}
