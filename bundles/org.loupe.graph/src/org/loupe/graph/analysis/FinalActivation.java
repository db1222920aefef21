/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.loupe.graph.Attribute;
import org.loupe.graph.DataType;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;

/**
 * How a model makes an output from its scores: by a final Softmax, LogSoftmax or Sigmoid, or in a classifier of
 * {@code ai.onnx.ml}.
 *
 * @param node the activation or the classifier
 * @param logits name of the activation's input value; empty for classifiers, which give no logits
 * @param axis axis over which Softmax and LogSoftmax normalise, as their attribute says (it may be negative; before
 *     operator set 13 the axes from it on are taken as one); empty for the others
 * @param after nodes between the activation and the output, in order: they only rename, cast or reshape
 */
public record FinalActivation(Kind kind, Node node, Optional<String> logits, OptionalInt axis, List<Node> after) {
  private static final Set<String> TRANSPARENT = Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze");
  private static final Set<String> TRANSPARENT_ML = Set.of("ZipMap", "Normalizer");
  private static final Set<String> CLASSIFIERS = Set.of("TreeEnsembleClassifier", "LinearClassifier", "SVMClassifier");
  private static final String ML_DOMAIN = "ai.onnx.ml";
  private static final long PER_AXIS_SOFTMAX = 13;

  /** What gives the output. */
  public enum Kind {
    SOFTMAX, LOG_SOFTMAX, SIGMOID,
    /** Scores or probabilities of a classifier. */
    CLASSIFIER_SCORES,
    /** The class that a classifier decided for. */
    CLASSIFIER_LABEL
  }

  /** The activation behind an output, empty if there is none of these kinds. */
  public static Optional<FinalActivation> of(OnnxModel model, GraphIndex index, String output) {
    List<Node> after = new ArrayList<>();
    String value = output;
    // No chain is longer than the graph, unless it is a cycle.
    for (int i = 0; i < model.graph().nodes().size(); i++) {
      Node node = index.producer(value).orElse(null);
      if (node == null) {
        return Optional.empty();
      }
      Optional<FinalActivation> found = activation(model, node, value, after);
      if (found.isPresent() || !isTransparent(node)) {
        return found;
      }
      after.add(0, node);
      value = node.input(0);
    }
    return Optional.empty();
  }

  private static Optional<FinalActivation> activation(OnnxModel model, Node node, String value, List<Node> after) {
    if (node.domain().equals(ML_DOMAIN) && CLASSIFIERS.contains(node.opType())) {
      Kind kind = value.equals(node.output(0)) ? Kind.CLASSIFIER_LABEL : Kind.CLASSIFIER_SCORES;
      return Optional.of(new FinalActivation(kind, node, Optional.empty(), OptionalInt.empty(), List.copyOf(after)));
    }
    Kind kind = node.is("Softmax") ? Kind.SOFTMAX : node.is("LogSoftmax") ? Kind.LOG_SOFTMAX
        : node.is("Sigmoid") ? Kind.SIGMOID : null;
    if (kind == null || node.inputs().isEmpty()) {
      return Optional.empty();
    }
    OptionalInt axis = OptionalInt.empty();
    if (kind != Kind.SIGMOID) {
      long byDefault = model.opset("").orElse(PER_AXIS_SOFTMAX) < PER_AXIS_SOFTMAX ? 1 : -1;
      axis = OptionalInt.of((int) intValue(node, "axis", byDefault));
    }
    return Optional.of(new FinalActivation(kind, node, Optional.of(node.input(0)), axis, List.copyOf(after)));
  }

  private static boolean isTransparent(Node node) {
    if (node.domain().equals(ML_DOMAIN)) {
      return TRANSPARENT_ML.contains(node.opType());
    }
    if (node.is("Cast")) {
      return DataType.ofCode(intValue(node, "to", 0)).filter(DataType::isFloating).isPresent();
    }
    return node.domain().isEmpty() && TRANSPARENT.contains(node.opType());
  }

  /** An attribute of another type is as good as none: no runtime takes such a model. */
  private static long intValue(Node node, String attribute, long byDefault) {
    return node.attributes().get(attribute) instanceof Attribute.IntValue v ? v.value() : byDefault;
  }
}
