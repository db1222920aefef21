/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;

/** Shapes of what the operators of the domain ai.onnx.ml give, after its specification. */
final class MlShapes {
  static final String DOMAIN = "ai.onnx.ml";
  private static final Set<String> SAME = Set.of("Scaler", "Imputer", "Normalizer", "Binarizer", "LabelEncoder",
      "CategoryMapper");
  private static final Set<String> CLASSIFIERS = Set.of("TreeEnsembleClassifier", "LinearClassifier", "SVMClassifier");
  private static final Map<String, String> TARGETS = Map.of("TreeEnsemble", "n_targets", "TreeEnsembleRegressor",
      "n_targets", "LinearRegressor", "targets", "SVMRegressor", "n_targets");
  private static final List<String> LABELS = List.of("classlabels_int64s", "classlabels_ints");

  private MlShapes() {
  }

  /** The rule for an operator, null if there is none. */
  static ShapeRule of(String opType) {
    if (SAME.contains(opType)) {
      return ShapeRule.first(c -> c.shape(0));
    }
    if (CLASSIFIERS.contains(opType)) {
      return MlShapes::classifier;
    }
    return switch (opType) {
      case "OneHotEncoder" -> ShapeRule.first(MlShapes::oneHot);
      case "ArrayFeatureExtractor" -> ShapeRule.first(MlShapes::extracted);
      case "FeatureVectorizer" -> ShapeRule.first(c -> List.of(rows(c), Dim.of(Arrays.stream(
          c.node().ints("inputdimensions").orElseThrow(UnknownShapeException::new)).reduce(0, Math::addExact))));
      default -> TARGETS.containsKey(opType) ? ShapeRule.first(c -> List.of(rows(c),
          Dim.of(c.node().intValue(TARGETS.get(opType), 1)))) : null;
    };
  }

  /** The number of rows; a value of one axis is one row. */
  private static Dim rows(NodeContext c) {
    List<Dim> in = c.shape(0);
    return in.size() < 2 ? Dim.of(1) : in.get(0);
  }

  private static List<Dim> classifier(NodeContext c, int output) {
    Node node = c.node();
    if (output == 0) {
      return List.of(rows(c));
    }
    for (String labels : LABELS) {
      if (node.ints(labels).filter(l -> l.length > 0).isPresent()) {
        return List.of(rows(c), Dim.of(node.ints(labels).get().length));
      }
    }
    return List.of(rows(c), Dim.of(node.strings("classlabels_strings")
        .or(() -> node.strings("classlabels")).orElseThrow(UnknownShapeException::new).size()));
  }

  /** One more axis, with a place for each category. */
  private static List<Dim> oneHot(NodeContext c) {
    Node node = c.node();
    List<Dim> out = new ArrayList<>(c.shape(0));
    out.add(Dim.of(node.strings("cats_strings").map(List::size)
        .or(() -> node.ints("cats_int64s").map(l -> l.length)).orElseThrow(UnknownShapeException::new)));
    return out;
  }

  /** The picked elements of the last axis; a vector becomes a row. */
  private static List<Dim> extracted(NodeContext c) {
    List<Dim> out = new ArrayList<>(c.shape(0));
    Dim picked = c.shape(1).stream().reduce(Dim.of(1), MlShapes::times);
    if (out.size() == 1) {
      return List.of(Dim.of(1), picked);
    }
    out.set(out.size() - 1, picked);
    return out;
  }

  private static Dim times(Dim a, Dim b) {
    return a instanceof Dim.Fixed x && b instanceof Dim.Fixed y ? Dim.of(Math.multiplyExact(x.size(), y.size()))
        : Dim.UNKNOWN;
  }
}
