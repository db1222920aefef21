/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.math.tensor.TextTensor;

/** The texts behind the codes that a LabelEncoder or CategoryMapper gives. */
final class WordCodes {
  private static final long MOST = 100_000;

  private WordCodes() {
  }

  /**
   * The texts of codes 0, 1, ...; the empty text where a code has none.
   *
   * @return empty if the node does not make whole numbers of texts
   * @throws IllegalArgumentException if an attribute has a wrong type
   */
  static Optional<List<String>> of(Node node) throws IOException {
    List<String> keys = texts(node, "keys_strings", "keys_tensor");
    double[] codes = codes(node);
    if (keys.isEmpty()) {
      // Version 1 of both operators: a text's place in the list is its code, or its code has the same place.
      keys = texts(node, "classes_strings", "cats_strings");
      codes = node.ints("cats_int64s").map(c -> LongStream.of(c).asDoubleStream().toArray())
          .orElse(LongStream.range(0, keys.size()).asDoubleStream().toArray());
    }
    if (keys.isEmpty() || keys.size() != codes.length) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (int k = 0; k < codes.length; k++) {
      if (!(codes[k] >= 0 && codes[k] < MOST) || codes[k] != Math.rint(codes[k])) {
        return Optional.empty();
      }
      int code = (int) codes[k];
      if (code >= words.size()) {
        words.addAll(Collections.nCopies(code + 1 - words.size(), ""));
      }
      words.set(code, keys.get(k));
    }
    return Optional.of(words);
  }

  private static List<String> texts(Node node, String list, String other) throws IOException {
    if (node.has(list)) {
      return node.strings(list).orElse(List.of());
    }
    if (!node.has(other)) {
      return List.of();
    }
    if (!other.endsWith("_tensor")) {
      return node.strings(other).orElse(List.of());
    }
    Initializer constant = node.tensor(other).orElseThrow();
    return constant.size() <= MOST && ConstantReader.tensor(constant) instanceof TextTensor t ? t.values() : List.of();
  }

  private static double[] codes(Node node) throws IOException {
    if (node.has("values_tensor")) {
      Initializer constant = node.tensor("values_tensor").orElseThrow();
      return constant.size() > MOST || ConstantReader.tensor(constant) instanceof TextTensor ? new double[0]
          : ConstantReader.tensor(constant).toDoubles();
    }
    if (node.has("values_floats")) {
      float[] floats = node.floats("values_floats").orElseThrow();
      double[] out = new double[floats.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = floats[i];
      }
      return out;
    }
    return node.ints("values_int64s").map(c -> LongStream.of(c).asDoubleStream().toArray()).orElse(new double[0]);
  }
}
