/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.ValueInfo;

/**
 * Follows the columns that trees ask back to the elements of the model's inputs that they are computed from, through
 * the operators that pipelines of scikit-learn and the like are exported to. Where an operator computes them of
 * one element by a rule of its own, they belong to it; where it mixes elements, as Normalizer does, the columns are
 * those of the layer that it gives.
 */
final class ColumnTrace {
  /** Columns that a row may have: more than any table has. */
  static final long MOST = 1_000_000;
  /** A pipeline is not that long. */
  private static final int MOST_STEPS = 256;

  private final PipelineGraph pipeline;

  ColumnTrace(PipelineGraph pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * The columns of a value.
   *
   * @param atLeast how many are asked about
   * @throws IOException if a constant of the file cannot be read
   */
  List<TreeColumn> of(String value, int atLeast) throws IOException {
    OptionalLong width = pipeline.width(value);
    // Where the width is not known, or absurd, there are as many as are asked about.
    long count = width.isPresent() && width.getAsLong() <= MOST ? Math.max(width.getAsLong(), atLeast) : atLeast;
    List<TreeColumn> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(named(trace(value, i, 0)));
    }
    return columns;
  }

  private TreeColumn named(TreeColumn c) {
    String value = c.input();
    List<ValueInfo> inputs = graph().requiredInputs();
    String name;
    if (pipeline.width(value).orElse(0) == 1) {
      name = value;
    } else {
      name = inputs.size() == 1 && inputs.get(0).name().equals(value) ? "f" + c.element()
          : value + "[" + c.element() + "]";
    }
    String whole = c.isComputed() ? c.name() + " of " + name : name;
    return Columns.named(c, c.category().isEmpty() ? whole : whole + "=" + c.category());
  }

  private Graph graph() {
    return pipeline.index().graph();
  }

  /** A column that no step leads back from: of the element that it depends on alone, or one of a layer. */
  private TreeColumn computed(String value, int i) throws IOException {
    Sources.Element from;
    try {
      from = pipeline.sources().of(value, i);
    } catch (IllegalArgumentException e) {
      // As above.
      from = Sources.Element.SEVERAL;
    }
    return from.isOne() ? Columns.computed(pipeline.width(value).orElse(0) == 1 ? value : value + "[" + i + "]",
        from.value(), from.element()) : TreeColumn.plain("", value, i);
  }

  /** Where element {@code i} of a row of a value comes from. */
  private TreeColumn trace(String value, int i, int steps) throws IOException {
    Node node = pipeline.index().producer(value).orElse(null);
    if (node == null || steps > MOST_STEPS) {
      return TreeColumn.plain("", value, i);
    }
    Step step;
    try {
      step = PipelineSteps.back(pipeline, node, value, i);
    } catch (IllegalArgumentException e) {
      // An attribute of another type than its operator has: the runtime will say so.
      step = null;
    }
    if (step == null) {
      return computed(value, i);
    }
    return step.change().apply(trace(step.value(), step.element(), steps + 1));
  }
}
