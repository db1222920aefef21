/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.loupe.graph.Attribute;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;

/** The attributes of a node as texts for a reader. */
final class AttributeTexts {
  private static final int MOST_NUMBERS = 32;
  private static final int LONGEST = 200;
  private static final String CUT = "\u2026";

  private AttributeTexts() {
  }

  /** In the order of the file. */
  static Map<String, String> of(Node node) {
    Map<String, String> out = new LinkedHashMap<>();
    node.attributes().forEach((name, value) -> out.put(name, text(value)));
    return out;
  }

  private static String text(Attribute attribute) {
    return switch (attribute) {
      case Attribute.IntValue v -> Long.toString(v.value());
      case Attribute.FloatValue v -> Float.toString(v.value());
      case Attribute.StringValue v -> cut(v.value());
      case Attribute.IntList v -> list(Arrays.stream(v.values()).mapToObj(Long::toString), v.values().length);
      case Attribute.FloatList v -> list(floats(v.values()), v.values().length);
      case Attribute.StringList v -> cut(list(v.values().stream(), v.values().size()));
      case Attribute.TensorValue v -> tensor(v.tensor());
      case Attribute.BytesValue v -> v.bytes().length() + " bytes";
      case Attribute.TensorList v -> v.tensors().size() + " tensors";
      case Attribute.GraphValue v -> "graph of " + v.graph().nodes().size() + " nodes";
      case Attribute.GraphList v -> v.graphs().size() + " graphs";
      case Attribute.TypeValue v -> cut(v.type().toString());
      case Attribute.TypeList v -> v.types().size() + " types";
      case Attribute.Reference v -> "as " + v.name() + " of the function";
    };
  }

  private static Stream<String> floats(float[] values) {
    return IntStream.range(0, Math.min(values.length, MOST_NUMBERS))
        .mapToObj(i -> Float.toString(values[i]));
  }

  private static String list(Stream<String> values, int count) {
    String shown = values.limit(MOST_NUMBERS).collect(Collectors.joining(", "));
    return count > MOST_NUMBERS ? shown + ", " + CUT + " (" + count + " in all)" : shown;
  }

  private static String tensor(Initializer tensor) {
    return "tensor " + tensor.type().toString().toLowerCase(Locale.ROOT) + " " + tensor.shape();
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + CUT;
  }
}
