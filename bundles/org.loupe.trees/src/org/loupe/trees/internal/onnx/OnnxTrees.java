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
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.facet.FacetProvider;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.math.tensor.ElementType;

/**
 * The trees of an ONNX file: TreeEnsembleRegressor and TreeEnsembleClassifier (versions 1 and 3 of ai.onnx.ml) and
 * TreeEnsemble (version 5), with what a pipeline does before and after them.
 */
public final class OnnxTrees implements FacetProvider<TreeEnsemble> {
  private static final String FLAT = "ai.onnx.ml.TreeEnsemble";
  private static final String REGRESSOR = "ai.onnx.ml.TreeEnsembleRegressor";
  private static final String CLASSIFIER = "ai.onnx.ml.TreeEnsembleClassifier";
  private static final Set<String> OPERATORS = Set.of(FLAT, REGRESSOR, CLASSIFIER);
  /** Targets or classes. */
  private static final long MOST_TARGETS = 1 << 16;

  @Override
  public Class<TreeEnsemble> type() {
    return TreeEnsemble.class;
  }

  @Override
  public boolean offered(ModelDescription model) {
    return model.layers().stream().map(LayerInfo::operator).anyMatch(OPERATORS::contains);
  }

  @Override
  public Optional<TreeEnsemble> facet(Model model, Progress progress) throws LoupeException {
    ModelDescription description = model.description();
    try {
      progress.check();
      OnnxModel file = OnnxReader.read(description.files().get(0));
      progress.check();
      List<Node> found = file.graph().nodes().stream().filter(n -> OPERATORS.contains(n.qualifiedType())).toList();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      PipelineGraph pipeline = new PipelineGraph(file);
      return Optional.of(ensemble(description, pipeline, answering(description, pipeline, found), progress));
    } catch (IOException e) {
      throw LoupeException.badInput("the trees of " + description.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The ensemble that answers; others may tell the way of a row, as the option decision_path of the exporter asks. */
  private static Node answering(ModelDescription model, PipelineGraph pipeline, List<Node> found)
      throws IOException, LoupeException {
    List<Node> answering = new ArrayList<>();
    for (Node node : found) {
      if (found.size() == 1 || Aftermath.isReached(pipeline, scores(node))) {
        answering.add(node);
      }
    }
    if (answering.size() != 1) {
      throw LoupeException.notApplicable(model.name() + " makes its answer of " + found.size()
          + " tree ensembles; the trees of one alone can be explained");
    }
    return answering.get(0);
  }

  private static String scores(Node node) {
    return node.output(node.qualifiedType().equals(CLASSIFIER) ? 1 : 0);
  }

  private static TreeEnsemble ensemble(ModelDescription model, PipelineGraph pipeline, Node node, Progress progress)
      throws IOException, LoupeException {
    NodeAttributes attributes = new NodeAttributes(node);
    EnsembleNodes nodes;
    ScoreRule rule;
    TreeMaker maker;
    List<TreeShape> shapes;
    if (node.qualifiedType().equals(CLASSIFIER)) {
      List<String> labels = ScoreRules.labels(attributes);
      nodes = ClassicNodes.read(attributes, "class", labels.size());
      maker = new TreeMaker(nodes);
      shapes = shapes(maker, nodes, progress);
      rule = new ScoreRules(nodes, shapes, attributes.numbers("base_values"),
          PostTransform.named(attributes.text("post_transform", "NONE"))).classifier(labels);
    } else {
      boolean flat = node.qualifiedType().equals(FLAT);
      int targets = attributes.index("n_targets", attributes.whole("n_targets", 1), MOST_TARGETS + 1);
      if (targets == 0) {
        throw new ModelFormatException(node.label() + " has no targets");
      }
      nodes = flat ? FlatNodes.read(attributes, targets) : ClassicNodes.read(attributes, "target", targets);
      maker = new TreeMaker(nodes);
      shapes = shapes(maker, nodes, progress);
      rule = new ScoreRules(nodes, shapes, attributes.numbers("base_values"), transform(attributes, flat))
          .regressor(ScoreRules.targets(node.output(0), targets), averaged(attributes, flat));
    }
    Aftermath after = Aftermath.of(pipeline, scores(node), rule.link(),
        rule.link().kind() == Link.Kind.SOFTMAX || rule.mirrored());
    progress.check();
    List<Tree> trees = maker.trees(shapes, rule);
    progress.check();
    String value = node.input(0);
    return new TreeEnsemble(value, new ColumnTrace(pipeline).of(value, nodes.columns()), rule.names(), rule.base(),
        trees, after.link(), !isDouble(model, value), after.margins());
  }

  private static List<TreeShape> shapes(TreeMaker maker, EnsembleNodes nodes, Progress progress)
      throws IOException, LoupeException {
    progress.check();
    NodeOrder.requireNoCycle(nodes);
    return maker.shapes();
  }

  private static PostTransform transform(NodeAttributes attributes, boolean flat) throws ModelFormatException {
    return flat ? PostTransform.numbered(attributes.whole("post_transform", 0))
        : PostTransform.named(attributes.text("post_transform", "NONE"));
  }

  /** @throws LoupeException NOT_APPLICABLE if scores are the least or the greatest of the trees' */
  private static boolean averaged(NodeAttributes attributes, boolean flat) throws ModelFormatException, LoupeException {
    List<String> numbered = List.of("AVERAGE", "SUM", "MIN", "MAX");
    String function = flat
        ? numbered.get(attributes.index("aggregate_function", attributes.whole("aggregate_function", 1), 4))
        : attributes.text("aggregate_function", "SUM");
    if (!numbered.contains(function)) {
      throw new ModelFormatException("aggregate_function " + function + " is none of tree ensembles");
    }
    if (function.equals("MIN") || function.equals("MAX")) {
      throw LoupeException.notApplicable("the ensemble takes the " + (function.equals("MIN") ? "least" : "greatest")
          + " score of its trees: only sums and averages of trees can be explained");
    }
    return function.equals("AVERAGE");
  }

  private static boolean isDouble(ModelDescription model, String value) {
    return model.input(value).or(() -> model.layer(value).map(LayerInfo::output)).flatMap(ValueSpec::type)
        .filter(t -> t == ElementType.FLOAT64).isPresent();
  }
}
