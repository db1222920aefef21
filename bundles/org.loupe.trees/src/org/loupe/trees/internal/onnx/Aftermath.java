/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.model.tree.Link;
import org.loupe.graph.Node;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.analysis.GraphIndex;

/**
 * What the model does with the scores of an ensemble before they are its answer.
 *
 * @param output of the model, that holds the answer
 * @param link from raw scores to the answer
 * @param margins name of a value that holds the raw scores; empty if there is none
 */
record Aftermath(String output, Link link, String margins) {
  private static final Set<String> KEEP = Set.of("Identity", "Cast", "Reshape", "Flatten", "Squeeze", "Unsqueeze",
      "ai.onnx.ml.ZipMap");
  private static final int MOST_STEPS = 64;

  /**
   * @param scores the value that the ensemble's node gives
   * @param link from raw scores to that value
   * @param sumsToOne whether that value always sums to 1, so that Normalizer does not change it
   * @throws LoupeException NOT_APPLICABLE if the answer is made of it in another way
   */
  static Aftermath of(GraphIndex index, String scores, Link link, boolean sumsToOne) throws LoupeException {
    Set<String> outputs = new HashSet<>(index.graph().outputs().stream().map(ValueInfo::name).toList());
    String margins = link.kind() == Link.Kind.IDENTITY ? scores : "";
    Link whole = link;
    String value = scores;
    for (int step = 0; step < MOST_STEPS; step++) {
      if (outputs.contains(value)) {
        return new Aftermath(value, whole, margins);
      }
      List<Node> next = index.consumers(value);
      if (next.size() != 1) {
        break;
      }
      Node node = next.get(0);
      String type = node.qualifiedType();
      if (whole.kind() == Link.Kind.IDENTITY && last(node, type) != null) {
        whole = Link.of(last(node, type));
      } else if (!KEEP.contains(type) && !(type.equals("ai.onnx.ml.Normalizer") && sumsToOne)) {
        throw LoupeException.notApplicable("after the trees " + node.label()
            + " changes their scores in a way that Loupe has no link for: they cannot be explained");
      }
      value = node.output(0);
    }
    throw LoupeException.notApplicable("the scores of the trees, " + scores
        + ", are no answer of the model: several nodes use them, or none does, so they cannot be explained");
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
