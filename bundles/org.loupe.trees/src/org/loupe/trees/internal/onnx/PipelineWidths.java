/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Function;
import org.loupe.graph.Node;

/** How many elements a row has of what an operator of the domain ai.onnx.ml gives, where shapes do not tell. */
final class PipelineWidths {
  private PipelineWidths() {
  }

  /** @param width of the node's inputs */
  static OptionalLong of(PipelineGraph pipeline, Node node, Function<String, OptionalLong> width) {
    try {
      return switch (node.qualifiedType()) {
        case "Identity", "Cast", "Add", "Sub", "Mul", "Div", "ai.onnx.ml.Scaler", "ai.onnx.ml.Imputer",
            "ai.onnx.ml.Normalizer", "ai.onnx.ml.Binarizer", "ai.onnx.ml.LabelEncoder", "ai.onnx.ml.CategoryMapper",
            "Flatten", "Squeeze", "Unsqueeze" -> width.apply(node.input(0));
        case "ai.onnx.ml.OneHotEncoder" -> {
          OptionalLong in = width.apply(node.input(0));
          yield in.isPresent() ? OptionalLong.of(Math.multiplyExact(in.getAsLong(), categories(node))) : in;
        }
        case "ai.onnx.ml.ArrayFeatureExtractor" -> pipeline.index().constant(node.input(1)).isPresent()
            ? OptionalLong.of(pipeline.index().constant(node.input(1)).get().size()) : OptionalLong.empty();
        case "ai.onnx.ml.FeatureVectorizer" -> node.ints("inputdimensions")
            .map(d -> OptionalLong.of(Arrays.stream(d).reduce(0, Math::addExact))).orElse(OptionalLong.empty());
        case "Concat" -> sum(node, width);
        default -> OptionalLong.empty();
      };
    } catch (IllegalArgumentException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** Number of categories of a OneHotEncoder. */
  static long categories(Node node) {
    return node.strings("cats_strings").map(s -> (long) s.size())
        .or(() -> node.ints("cats_int64s").map(c -> (long) c.length)).orElse(0L);
  }

  private static OptionalLong sum(Node node, Function<String, OptionalLong> width) {
    long sum = 0;
    for (String input : node.inputs()) {
      OptionalLong one = width.apply(input);
      if (one.isEmpty()) {
        return one;
      }
      sum = Math.addExact(sum, one.getAsLong());
    }
    return OptionalLong.of(sum);
  }
}
