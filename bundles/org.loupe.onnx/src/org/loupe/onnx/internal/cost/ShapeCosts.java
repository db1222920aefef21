/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.cost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.TopologicalOrder;
import org.loupe.graph.cost.MultiplyAdds;
import org.loupe.graph.gradient.FunctionInliner;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.graph.shape.ShapesOfInputs;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.gradient.ExactShapes;
import org.loupe.onnx.internal.gradient.MadeUpInputs;
import org.loupe.onnx.internal.model.ElementTypes;
import org.loupe.onnx.internal.weights.FileWeights;

/** Costs of a model's layers: extents from the file where it tells all of them, else from a run. */
public final class ShapeCosts implements Costs {
  private final OnnxModel model;
  private final ModelDescription description;
  private final FileWeights weights;
  private final ExactShapes probe;
  private List<LayerCost> byDefault;

  public ShapeCosts(OnnxModel model, ModelDescription description, FileWeights weights, SessionMaker maker) {
    this.model = model;
    this.description = description;
    this.weights = weights;
    this.probe = new ExactShapes(description.name(), model, maker);
  }

  @Override
  public Map<String, Shape> defaultShapes() {
    return MadeUpInputs.shapes(description);
  }

  @Override
  public List<LayerCost> costs(Map<String, Tensor> inputs, Progress progress) throws LoupeException {
    if (!inputs.isEmpty()) {
      Map<String, Shape> shapes = inputs.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().shape()));
      return counted(shapes, Optional.of(inputs), progress);
    }
    synchronized (this) {
      if (byDefault != null) {
        return byDefault;
      }
    }
    List<LayerCost> made = counted(defaultShapes(), MadeUpInputs.of(description), progress);
    synchronized (this) {
      byDefault = made;
    }
    return made;
  }

  private List<LayerCost> counted(Map<String, Shape> shapes, Optional<Map<String, Tensor>> inputs, Progress progress)
      throws LoupeException {
    progress.check();
    try {
      FunctionInliner.Inlined inlined = FunctionInliner.inline(model);
      ShapeFacts told = ShapeFacts.of(ShapesOfInputs.infer(inlined.model(), shapes));
      boolean all = description.layers().stream().filter(l -> l.output().kind() == ValueKind.TENSOR)
          .allMatch(l -> extents(told, l.id()).isPresent());
      Optional<ShapeFacts> run = all || inputs.isEmpty() ? Optional.empty() : probe.of(inputs.get(), progress);
      return layers(inlined, run.isPresent() ? run.get().or(told) : told);
    } catch (IOException e) {
      throw LoupeException.badInput(description.name() + " could not be read again: " + e.getMessage(), e);
    } catch (GradientException e) {
      throw LoupeException.notApplicable(description.name() + ": " + e.getMessage());
    }
  }

  private List<LayerCost> layers(FunctionInliner.Inlined inlined, ShapeFacts shapes) throws LoupeException {
    Map<Integer, OptionalLong> byNode = new HashMap<>();
    List<Node> nodes = inlined.model().graph().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      byNode.merge(inlined.origins().get(i), MultiplyAdds.of(nodes.get(i), shapes), ShapeCosts::sum);
    }
    Map<String, DataType> types = ElementTypes.of(inlined.model().graph(),
        TopologicalOrder.of(inlined.model().graph()).sorted());
    GraphIndex index = GraphIndex.of(model.graph());
    Set<Integer> counted = new HashSet<>();
    List<LayerCost> out = new ArrayList<>();
    for (LayerInfo layer : description.layers()) {
      int node = index.producer(layer.id()).orElseThrow().index();
      boolean first = counted.add(node);
      Optional<List<Long>> extents = extents(shapes, layer.id());
      out.add(new LayerCost(layer.id(), extents, first ? byNode.get(node) : OptionalLong.of(0),
          first ? weights.bytes(layer.id()) : 0, bytes(type(layer, types), extents)));
    }
    return out;
  }

  private static OptionalLong sum(OptionalLong a, OptionalLong b) {
    return a.isEmpty() || b.isEmpty() ? OptionalLong.empty() : OptionalLong.of(a.getAsLong() + b.getAsLong());
  }

  private static Optional<List<Long>> extents(ShapeFacts shapes, String value) {
    return shapes.dims(value).filter(dims -> dims.stream().allMatch(Dim.Fixed.class::isInstance))
        .map(dims -> dims.stream().map(d -> ((Dim.Fixed) d).size()).toList());
  }

  private static Optional<ElementType> type(LayerInfo layer, Map<String, DataType> types) {
    return layer.output().type().or(() -> Optional.ofNullable(types.get(layer.id())).flatMap(DataType::elementType))
        .filter(t -> t != ElementType.STRING);
  }

  private static OptionalLong bytes(Optional<ElementType> type, Optional<List<Long>> extents) {
    if (type.isEmpty() || extents.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      Shape shape = Shape.of(extents.get().stream().mapToLong(Long::longValue).toArray());
      return OptionalLong.of(Math.multiplyExact(shape.size(), type.get().bytes()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }
}
