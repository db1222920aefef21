/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LogitSource;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ElementType;

/** Says of what a file holds what every loader says of its models. */
final class Describer {
  /** The input: a row each. */
  static final String FEATURES = "features";
  /** The answer, after the link. */
  static final String PREDICTION = "prediction";
  /** The raw scores. */
  static final String MARGIN = "margin";
  /** The leaf of each tree. */
  static final String LEAF = "leaf";

  private Describer() {
  }

  static ModelDescription describe(Content content, ModelSource source) {
    Dimension rows = Dimension.open("rows");
    Dimension outputs = Dimension.of(content.outputs().size());
    ValueSpec features = ValueSpec.tensor(FEATURES, content.type(), rows, Dimension.of(content.columns().size()))
        .withColumns(content.columns().stream().map(Describer::column).toList());
    ValueSpec margin = ValueSpec.tensor(MARGIN, content.type(), rows, outputs);
    ValueSpec answer = ValueSpec.tensor(PREDICTION, content.type(), rows, outputs);
    int trees = content.scorer().trees();
    String operator = content.scorer() instanceof LinearScorer ? "Linear" : "Trees";
    List<LayerInfo> layers = new ArrayList<>();
    if (trees > 0) {
      layers.add(layer(ValueSpec.tensor(LEAF, ElementType.INT32, rows, Dimension.of(trees)), operator, FEATURES, 0));
    }
    layers.add(layer(margin, operator, FEATURES, content.parameters()));
    layers.add(layer(answer, name(content.link()), MARGIN, 0));
    Optional<LogitSource> logits = content.link().isProbability()
        ? Optional.of(new LogitSource(MARGIN, name(content.link()))) : Optional.empty();
    return new ModelDescription(source.name(), content.format(), List.of(source.file()), List.of(features),
        List.of(new OutputInfo(answer, logits)), layers, content.parameters(), capabilities(content),
        properties(content), content.warnings());
  }

  private static TableColumn column(TreeColumn column) {
    return new TableColumn(column.name(), "", column.words(), "", 1, 0);
  }

  private static LayerInfo layer(ValueSpec value, String operator, String input, long parameters) {
    return new LayerInfo(value.name(), value.name(), operator, List.of(input), value, parameters, "");
  }

  private static Set<String> capabilities(Content content) {
    Set<String> out = new TreeSet<>();
    content.ensemble().ifPresent(ensemble -> {
      out.add("trees");
      if (ensemble.hasCover()) {
        out.add("trees:cover");
      }
    });
    return out;
  }

  private static Map<String, String> properties(Content content) {
    Map<String, String> out = new LinkedHashMap<>(content.properties());
    content.ensemble().map(TreeEnsemble::trees).ifPresent(trees -> {
      out.put("trees", Integer.toString(trees.size()));
      out.put("deepest", Integer.toString(trees.stream().mapToInt(Tree::depth).max().orElse(0)));
    });
    out.put("features", Integer.toString(content.columns().size()));
    out.put("outputs", Integer.toString(content.outputs().size()));
    return out;
  }

  /** The operator that a graph would have for a link. */
  static String name(Link link) {
    return switch (link.kind()) {
      case IDENTITY -> "Identity";
      case SIGMOID, SIGMOID_EACH -> "Sigmoid";
      case SOFTMAX -> "Softmax";
      case EXP -> "Exp";
      case SOFTPLUS -> "Softplus";
      case SIGNED_SQUARE -> "SignedSquare";
      case STEP -> "Step";
      case SORTED -> "Sort";
      case RISING -> "CumulativeSoftplus";
    };
  }
}
