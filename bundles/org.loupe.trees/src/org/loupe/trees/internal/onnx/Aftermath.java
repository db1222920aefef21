/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.model.tree.Link;
import org.loupe.graph.DataType;
import org.loupe.graph.Node;
import org.loupe.graph.ValueInfo;

/**
 * What the model does with the scores of an ensemble before they are its answer.
 *
 * @param output of the model, that holds the answer
 * @param link from raw scores to the answer
 * @param margins name of a value that holds the raw scores; empty if there is none
 */
record Aftermath(String output, Link link, String margins) {
  private static final Set<String> KEEP = Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze",
      "ai.onnx.ml.ZipMap");
  private static final int MOST_STEPS = 64;

  /**
   * @param scores the value that the ensemble's node gives
   * @param link from raw scores to that value
   * @param sumsToOne whether that value always sums to 1, so that Normalizer does not change it
   * @throws LoupeException NOT_APPLICABLE if the answer is made of it in another way
   */
  static Aftermath of(PipelineGraph pipeline, String scores, Link link, boolean sumsToOne)
      throws IOException, LoupeException {
    Set<String> outputs = new HashSet<>(pipeline.index().graph().outputs().stream().map(ValueInfo::name).toList());
    String margins = link.kind() == Link.Kind.IDENTITY ? scores : "";
    Link whole = link;
    String value = scores;
    double factor = 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      if (outputs.contains(value) && factor == 1) {
        return new Aftermath(value, whole, margins);
      }
      List<Node> next = pipeline.index().consumers(value);
      if (next.size() != 1) {
        break;
      }
      Node node = next.get(0);
      String type = node.qualifiedType();
      Optional<Double> times = whole.kind() == Link.Kind.IDENTITY ? times(pipeline, node, value) : Optional.empty();
      Link.Kind last = whole.kind() == Link.Kind.IDENTITY ? last(node, type) : null;
      if (times.isPresent()) {
        factor *= times.get();
      } else if (last != null && (factor == 1 || last == Link.Kind.SIGMOID_EACH)) {
        whole = new Link(last, factor);
        factor = 1;
      } else if (!keeps(node, type) && !(type.equals("ai.onnx.ml.Normalizer") && sumsToOne)) {
        throw LoupeException.notApplicable("after the trees " + node.label()
            + " changes their scores in a way that Loupe has no link for: they cannot be explained");
      }
      value = node.output(0);
    }
    throw LoupeException.notApplicable("the scores of the trees, " + scores
        + ", are no answer of the model: several nodes use them, or none does, so they cannot be explained");
  }

  /** Whether the scores of an ensemble are an answer of the model, and not one of several parts of it. */
  static boolean isReached(PipelineGraph pipeline, String scores) throws IOException {
    try {
      of(pipeline, scores, Link.IDENTITY, true);
      return true;
    } catch (LoupeException e) {
      return false;
    }
  }

  private static boolean keeps(Node node, String type) {
    return KEEP.contains(type) || type.equals("Cast")
        && DataType.ofCode(node.intValue("to", 0)).filter(DataType::isFloating).isPresent();
  }

  /** A number above 0 that all scores are multiplied with, as by boosting with exponential loss. */
  private static Optional<Double> times(PipelineGraph pipeline, Node node, String value) throws IOException {
    if (!node.is("Mul") && !node.is("Div") || node.is("Div") && !node.input(0).equals(value)) {
      return Optional.empty();
    }
    Optional<double[]> other = pipeline.constant(node.input(node.input(0).equals(value) ? 1 : 0));
    return other.filter(c -> c.length == 1 && c[0] > 0 && Double.isFinite(c[0]))
        .map(c -> node.is("Mul") ? c[0] : 1 / c[0]);
  }

  private static Link.Kind last(Node node, String type) {
    return switch (type) {
      case "Sigmoid" -> Link.Kind.SIGMOID_EACH;
      case "Exp" -> Link.Kind.EXP;
      case "Softplus" -> Link.Kind.SOFTPLUS;
      case "Softmax" -> node.attributes().containsKey("axis") && node.intValue("axis", -1) != -1
          && node.intValue("axis", -1) != 1 ? null : Link.Kind.SOFTMAX;
      default -> null;
    };
  }
}
