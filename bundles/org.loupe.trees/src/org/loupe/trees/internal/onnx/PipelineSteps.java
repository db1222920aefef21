/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.trees.internal.onnx.Sources.Element;

/** What operators do to single elements of a row. */
final class PipelineSteps {
  private final PipelineGraph pipeline;
  private final Node node;
  private final String output;
  private final int i;

  private PipelineSteps(PipelineGraph pipeline, Node node, String output, int i) {
    this.pipeline = pipeline;
    this.node = node;
    this.output = output;
    this.i = i;
  }

  /**
   * The step from element {@code i} of a row of a node's output to the element that it is computed from.
   *
   * @return null if it is not computed from one alone, or in a way that a column cannot tell
   * @throws IllegalArgumentException if the node has an attribute of a wrong type
   */
  static Step back(PipelineGraph pipeline, Node node, String output, int i) throws IOException {
    return new PipelineSteps(pipeline, node, output, i).back();
  }

  private Step back() throws IOException {
    return switch (node.qualifiedType()) {
      case "Identity", "ai.onnx.ml.Imputer" -> Step.move(node.input(0), i);
      case "Cast" -> cast();
      case "Reshape", "Flatten", "Squeeze", "Unsqueeze" -> rearranged();
      case "Concat" -> joined();
      case "Gather" -> gathered();
      case "Split" -> split();
      case "Add", "Sub", "Mul", "Div" -> computed();
      case "ai.onnx.ml.Scaler" -> scaled();
      case "ai.onnx.ml.ArrayFeatureExtractor" -> picked(pipeline.constant(node.input(1)));
      case "ai.onnx.ml.FeatureVectorizer" -> part(node.ints("inputdimensions"));
      case "ai.onnx.ml.OneHotEncoder" -> oneHot();
      case "Where" -> filled();
      case "ai.onnx.ml.LabelEncoder", "ai.onnx.ml.CategoryMapper" -> WordCodes.of(node)
          .map(words -> new Step(node.input(0), i, c -> Columns.words(c, words))).orElse(null);
      default -> null;
    };
  }

  /** To a floating-point type numbers stay what they are, and whole numbers do among themselves. */
  private Step cast() {
    Optional<DataType> to = DataType.ofCode(node.intValue("to", 0));
    Optional<DataType> from = type(node.input(0));
    boolean text = from.isPresent() && from.get() == DataType.STRING;
    boolean kept = to.isPresent() && (to.get().isFloating() ? !text
        : to.get() != DataType.STRING && from.isPresent() && !text && !from.get().isFloating());
    return kept ? Step.move(node.input(0), i) : null;
  }

  private Optional<DataType> type(String value) {
    return pipeline.index().declared(value).map(ValueInfo::type)
        .flatMap(t -> t instanceof ValueType.TensorType tensor ? Optional.of(tensor.elementType()) : Optional.empty());
  }

  /** Rows stay rows where they keep their length; a shape with another number in front makes others of them. */
  private Step rearranged() throws IOException {
    if (node.is("Reshape")) {
      double[] shape = pipeline.constant(node.input(1)).orElse(new double[0]);
      double rest = 1;
      for (int d = 1; d < shape.length; d++) {
        rest *= shape[d];
      }
      OptionalLong width = pipeline.width(node.input(0));
      boolean rows = shape.length > 0 && (shape[0] == -1 || shape[0] == 0);
      return rows && width.isPresent() && (rest == width.getAsLong() || rest < 0 && shape[0] == 0)
          ? Step.move(node.input(0), i) : null;
    }
    boolean first = node.is("Flatten") && node.intValue("axis", 1) != 1 || axes().contains(0L);
    return first ? null : Step.move(node.input(0), i);
  }

  /** The axes of a Squeeze or Unsqueeze; 0 among them if they are not known. */
  private List<Long> axes() throws IOException {
    if (node.is("Flatten")) {
      return List.of();
    }
    Optional<double[]> constant = node.inputs().size() > 1 ? pipeline.constant(node.input(1)) : Optional.empty();
    Optional<long[]> axes = constant.map(c -> Arrays.stream(c).mapToLong(v -> (long) v).toArray())
        .or(() -> node.ints("axes"));
    return axes.map(a -> Arrays.stream(a).boxed().toList()).orElse(List.of(0L));
  }

  /** Whether an axis is the one that the elements of a row lie on, alone. */
  private boolean alongRow(long axis, String value) {
    if (axis == 1) {
      return true;
    }
    Optional<List<Dim>> shape = pipeline.shape(value);
    if (shape.isEmpty()) {
      return axis == -1;
    }
    int rank = shape.get().size();
    return (axis == -1 || axis == rank - 1)
        && (rank == 2 || rank > 2 && shape.get().subList(1, rank - 1).stream().allMatch(d -> d.is(1)));
  }

  private Step joined() {
    if (!alongRow(node.intValue("axis", 1), node.input(0))) {
      return null;
    }
    long[] parts = new long[node.inputs().size()];
    for (int p = 0; p < parts.length; p++) {
      OptionalLong width = pipeline.width(node.input(p));
      // The last part may have any width.
      if (width.isEmpty() && p < parts.length - 1) {
        return null;
      }
      parts[p] = width.orElse(Integer.MAX_VALUE);
    }
    return part(Optional.of(parts));
  }

  private Step part(Optional<long[]> widths) {
    long at = i;
    long[] parts = widths.orElse(new long[0]);
    for (int p = 0; p < parts.length && p < node.inputs().size(); p++) {
      if (at < parts[p]) {
        return Step.move(node.input(p), at);
      }
      at -= parts[p];
    }
    return null;
  }

  private Step gathered() throws IOException {
    return alongLast(node.intValue("axis", 0), node.input(0)) ? picked(pipeline.constant(node.input(1))) : null;
  }

  /** Whether an axis is the last, and holds all elements of a row. */
  private boolean alongLast(long axis, String value) {
    int rank = pipeline.shape(value).map(List::size).orElse(2);
    return flat(value) && (axis == -1 || axis == rank - 1) && rank > 1;
  }

  /** Whether the elements of a row lie on the last axis alone; so they do behind OneHotEncoder, as [rows, 1, codes]. */
  private boolean flat(String value) {
    return pipeline.shape(value)
        .map(s -> s.size() > 1 && s.subList(1, s.size() - 1).stream().allMatch(d -> d.is(1))).orElse(true);
  }

  private Step picked(Optional<double[]> indices) {
    if (indices.isEmpty() || i >= indices.get().length || !flat(node.input(0))) {
      return null;
    }
    double at = indices.get()[i];
    OptionalLong width = pipeline.width(node.input(0));
    if (at < 0) {
      at = width.isPresent() ? at + width.getAsLong() : -1;
    }
    return at < 0 || at >= ColumnTrace.MOST ? null : Step.move(node.input(0), (long) at);
  }

  private Step split() {
    if (!alongLast(node.intValue("axis", 0), node.input(0))) {
      return null;
    }
    long before = 0;
    for (String other : node.outputs()) {
      if (other.equals(output)) {
        return Step.move(node.input(0), before + i);
      }
      OptionalLong width = pipeline.width(other);
      if (width.isEmpty()) {
        return null;
      }
      before += width.getAsLong();
    }
    return null;
  }

  /** Arithmetic with a constant for all columns, or one for each. */
  private Step computed() throws IOException {
    Optional<double[]> right = pipeline.constant(node.input(1));
    Optional<double[]> left = right.isPresent() ? Optional.empty() : pipeline.constant(node.input(0));
    if (right.isEmpty() && left.isEmpty()) {
      return null;
    }
    double[] all = right.or(() -> left).get();
    String value = node.input(right.isPresent() ? 0 : 1);
    if (all.length != 1 && pipeline.width(value).orElse(-1) != all.length) {
      return null;
    }
    double c = all[all.length == 1 ? 0 : i];
    return switch (node.opType()) {
      case "Add" -> new Step(value, i, x -> Columns.shifted(x, c));
      case "Sub" -> right.isPresent() ? new Step(value, i, x -> Columns.shifted(x, -c))
          : new Step(value, i, x -> Columns.shifted(Columns.scaled(x, -1), c));
      case "Mul" -> c == 0 ? null : new Step(value, i, x -> Columns.scaled(x, c));
      default -> right.isEmpty() || c == 0 ? null : new Step(value, i, x -> Columns.scaled(x, 1 / c));
    };
  }

  private Step scaled() {
    float[] offset = node.floats("offset").orElse(new float[] {0});
    float[] scale = node.floats("scale").orElse(new float[] {1});
    int o = offset.length == 1 ? 0 : i;
    int s = scale.length == 1 ? 0 : i;
    if (o >= offset.length || s >= scale.length || scale[s] == 0) {
      return null;
    }
    return new Step(node.input(0), i, c -> Columns.scaled(Columns.shifted(c, -offset[o]), scale[s]));
  }

  private Step oneHot() {
    Optional<List<String>> texts = node.strings("cats_strings");
    Optional<long[]> codes = node.ints("cats_int64s");
    int categories = texts.map(List::size).or(() -> codes.map(c -> c.length)).orElse(0);
    if (categories == 0) {
      return null;
    }
    int category = i % categories;
    UnaryOperator<TreeColumn> change = texts.isPresent() ? c -> Columns.category(c, texts.get().get(category))
        : c -> Columns.code(c, codes.get()[category]);
    return new Step(wholeNumbers(node.input(0)), i / categories, change);
  }

  /** What is cut to whole numbers before it is asked which it is. */
  private String wholeNumbers(String value) {
    return pipeline.index().producer(value).filter(cast -> cast.is("Cast"))
        .filter(cast -> DataType.ofCode(cast.intValue("to", 0))
            .filter(to -> to == DataType.INT64 || to == DataType.INT32).isPresent())
        .map(cast -> cast.input(0)).orElse(value);
  }

  /** A text where it is there, and a constant where it is missing: so SimpleImputer is written for texts. */
  private Step filled() throws IOException {
    Sources sources = pipeline.sources();
    for (int side = 1; side <= 2; side++) {
      String kept = node.input(side);
      Element of = sources.of(kept, i);
      boolean text = of.isOne() && type(of.value()).filter(t -> t == DataType.STRING).isPresent();
      if (text && pipeline.width(kept).equals(pipeline.width(output))
          && sources.of(node.input(3 - side), 0).equals(Element.NONE) && sources.of(node.input(0), i).equals(of)) {
        return Step.move(kept, i);
      }
    }
    return null;
  }

  /** Whether a node that works along axes, as ReduceSum, leaves the rows apart. */
  static boolean keepsRows(PipelineGraph pipeline, Node node) throws IOException {
    PipelineSteps steps = new PipelineSteps(pipeline, node, node.output(0), 0);
    int rank = pipeline.shape(node.input(0)).map(List::size).orElse(0);
    List<Long> axes = node.opType().startsWith("Arg") ? List.of(node.intValue("axis", 0)) : steps.axes();
    return !axes.isEmpty() && axes.stream().allMatch(a -> a != 0 && a > -rank && a < rank);
  }
}
