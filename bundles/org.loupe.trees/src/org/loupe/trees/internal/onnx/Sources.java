/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;

/**
 * Which element of the model's inputs an element of a value is computed from, by whatever rule, if it is one alone and
 * of the same row: so are the bins of KBinsDiscretizer, the powers of PowerTransformer and what TargetEncoder gives.
 */
final class Sources {
  /** Operators that compute each element from those at the same place. */
  private static final Set<String> EACH = Set.of("Abs", "Add", "And", "Cast", "Ceil", "Clip", "Div", "Equal", "Erf",
      "Exp", "Floor", "Greater", "GreaterOrEqual", "Identity", "IsInf", "IsNaN", "Less", "LessOrEqual", "Log", "Max",
      "Min", "Mul", "Neg", "Not", "Or", "Pow", "Reciprocal", "Relu", "Round", "Sigmoid", "Sign", "Sqrt", "Sub", "Sum",
      "Tanh", "Where", "Xor", "ai.onnx.ml.Binarizer", "ai.onnx.ml.CategoryMapper", "ai.onnx.ml.Imputer",
      "ai.onnx.ml.LabelEncoder", "ai.onnx.ml.Scaler");
  /** Operators that compute their elements from all of a row. */
  private static final Set<String> ROW = Set.of("ArgMax", "ArgMin", "ReduceMax", "ReduceMean", "ReduceMin",
      "ReduceProd", "ReduceSum");
  /** Operators whose answer does not depend on the elements of a row. */
  private static final Set<String> SHAPE = Set.of("Shape", "Size");
  private static final int MOST_STEPS = 256;
  private static final int MOST_ELEMENTS = 4096;

  /** An element of a row; {@link #NONE} for what does not depend on any, {@link #SEVERAL} for what has no such. */
  record Element(String value, int element) {
    static final Element NONE = new Element("", -1);
    static final Element SEVERAL = new Element("", -2);

    boolean isOne() {
      return element >= 0;
    }

    Element with(Element other) {
      return other.equals(this) || other.equals(NONE) ? this : equals(NONE) ? other : SEVERAL;
    }
  }

  private final PipelineGraph pipeline;
  private final Map<Element, Element> known = new HashMap<>();

  Sources(PipelineGraph pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * The element that element {@code i} of a row of a value is computed from.
   *
   * @throws IllegalArgumentException if a node has an attribute of a wrong type
   */
  Element of(String value, int i) throws IOException {
    return of(value, i, 0);
  }

  private Element of(String value, int i, int steps) throws IOException {
    Element asked = new Element(value, i);
    Element found = known.get(asked);
    if (found == null) {
      // A value of a cycle is asked again on the way.
      known.put(asked, Element.SEVERAL);
      found = steps > MOST_STEPS || known.size() > ColumnTrace.MOST ? Element.SEVERAL : find(value, i, steps);
      known.put(asked, found);
    }
    return found;
  }

  private Element find(String value, int i, int steps) throws IOException {
    if (value.isEmpty() || pipeline.index().initializer(value).isPresent()
        || pipeline.index().constant(value).isPresent()) {
      return Element.NONE;
    }
    Node node = pipeline.index().producer(value).orElse(null);
    if (node == null) {
      return pipeline.index().graph().requiredInputs().stream().anyMatch(in -> in.name().equals(value))
          ? new Element(value, i) : Element.SEVERAL;
    }
    if (SHAPE.contains(node.qualifiedType()) || node.is("Mul") && (isZero(node.input(0)) || isZero(node.input(1)))) {
      return Element.NONE;
    }
    if (EACH.contains(node.qualifiedType())) {
      return sameplace(node, value, i, steps);
    }
    if (ROW.contains(node.qualifiedType())) {
      return row(node, steps);
    }
    Step step = PipelineSteps.back(pipeline, node, value, i);
    return step == null ? Element.SEVERAL : of(step.value(), step.element(), steps + 1);
  }

  /** Exporters make a column of ones by multiplying another with 0. */
  private boolean isZero(String value) throws IOException {
    return pipeline.constant(value).filter(c -> Arrays.stream(c).allMatch(v -> v == 0)).isPresent();
  }

  private Element sameplace(Node node, String value, int i, int steps) throws IOException {
    OptionalLong width = pipeline.width(value);
    Element out = Element.NONE;
    for (String input : node.inputs()) {
      // What depends on no row may have any shape that fits.
      if (constant(input, steps)) {
        continue;
      }
      OptionalLong has = pipeline.width(input);
      boolean fits = has.isPresent() && rank(input) == rank(value)
          && (has.getAsLong() == 1 || width.isPresent() && has.getAsLong() == width.getAsLong());
      out = fits ? out.with(of(input, has.getAsLong() == 1 ? 0 : i, steps + 1)) : Element.SEVERAL;
    }
    return out;
  }

  private boolean constant(String value, int steps) throws IOException {
    OptionalLong width = pipeline.width(value);
    return value.isEmpty() || pipeline.index().initializer(value).isPresent()
        || of(value, 0, steps + 1).equals(Element.NONE) && (width.isEmpty() || width.getAsLong() <= 1);
  }

  private int rank(String value) {
    return pipeline.shape(value).map(List<Dim>::size).orElse(-1);
  }

  private Element row(Node node, int steps) throws IOException {
    String input = node.input(0);
    OptionalLong width = pipeline.width(input);
    if (width.isEmpty() || width.getAsLong() > MOST_ELEMENTS || !PipelineSteps.keepsRows(pipeline, node)) {
      return Element.SEVERAL;
    }
    Element out = Element.NONE;
    for (int i = 0; i < width.getAsLong(); i++) {
      out = out.with(of(input, i, steps + 1));
    }
    return out;
  }
}
