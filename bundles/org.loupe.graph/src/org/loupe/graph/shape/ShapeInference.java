/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.loupe.graph.Dim;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.TopologicalOrder;

/**
 * Shapes of a graph's values from what the model declares and from the rules of common standard operators. Names of
 * extents, such as that of the batch, are carried along. Subgraphs are not entered.
 */
public final class ShapeInference {
  private final OnnxModel model;
  private final GraphIndex index;
  private final Map<String, List<Dim>> shapes = new HashMap<>();
  private final WholeValues values;

  private ShapeInference(OnnxModel model, GraphIndex index) {
    this.model = model;
    this.index = index;
    this.values = new WholeValues(index);
  }

  /**
   * The known shapes by value name: those of inputs, weights and inner values; a shape may have unknown extents.
   *
   * @throws IOException if a constant that a shape depends on cannot be read
   */
  public static Map<String, List<Dim>> infer(OnnxModel model, GraphIndex index) throws IOException {
    ShapeInference inference = new ShapeInference(model, index);
    try {
      inference.run();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return Map.copyOf(inference.shapes);
  }

  private void run() throws IOException {
    // Zero in a declared input stands for "not known" in files of some exporters.
    model.graph().inputs().forEach(i -> i.dims().ifPresent(
        dims -> shapes.put(i.name(), dims.stream().map(d -> d.is(0) ? Dim.UNKNOWN : d).toList())));
    model.graph().initializers().forEach(i -> shapes.put(i.name(), dims(i)));
    for (Node node : TopologicalOrder.of(model.graph()).sorted()) {
      values.readConstants(node);
      NodeContext context = new NodeContext(node, model.opset("").orElse(0), shapes, values);
      for (int i = 0; i < node.outputs().size(); i++) {
        if (!node.output(i).isEmpty()) {
          output(context, i);
        }
      }
      guarded(() -> {
        values.evaluate(context);
        return null;
      });
    }
  }

  private void output(NodeContext context, int i) {
    String name = context.node().output(i);
    Optional<List<Dim>> constant = index.initializer(name).isPresent() ? Optional.empty()
        : index.constant(name).map(ShapeInference::dims);
    List<Dim> inferred = constant.isPresent() ? constant.get() : guarded(() -> apply(context, i));
    List<Dim> declared = index.declared(name).flatMap(ValueInfo::dims).orElse(null);
    List<Dim> shape = inferred == null ? declared : declared == null ? inferred : merge(inferred, declared);
    if (shape != null) {
      shapes.put(name, List.copyOf(shape));
    }
  }

  private static List<Dim> apply(NodeContext context, int output) {
    ShapeRule rule = switch (context.node().domain()) {
      case "" -> ShapeRules.of(context.node().opType());
      case MlShapes.DOMAIN -> MlShapes.of(context.node().opType());
      default -> null;
    };
    return rule == null ? null : rule.shape(context, output);
  }

  private static List<Dim> merge(List<Dim> inferred, List<Dim> declared) {
    if (inferred.size() != declared.size()) {
      return null;
    }
    List<Dim> out = new ArrayList<>();
    for (int i = 0; i < inferred.size(); i++) {
      out.add(Dims.merge(inferred.get(i), declared.get(i)));
    }
    return out;
  }

  /** Runs a rule; what is unknown, or makes no sense in a malformed node, gives null. */
  private static <T> T guarded(Supplier<T> rule) {
    try {
      return rule.get();
    } catch (UnknownShapeException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static List<Dim> dims(Initializer constant) {
    return Arrays.stream(constant.shape().dims()).mapToObj(Dim::of).toList();
  }
}
