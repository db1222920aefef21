/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.loupe.graph.build.NodeBuilder;

/**
 * A line of the table of operators: {@code Operator | opsets | inputs | attributes | number of outputs | reason for a
 * refusal}, where the last three may be left out. Inputs are as in {@link InputSpec}, {@code _} for one that is left
 * out. Attributes are written {@code name=value}, where a value is a whole number, a number with a point, a word, or a
 * list of numbers in brackets.
 */
record OperatorCase(String line, String operator, long opset, List<String> inputNames, List<InputSpec> inputs,
    List<String> attributes, int outputs, String reason) {

  /** All cases of a table beside this class, one for each operator set of a line. */
  static Stream<OperatorCase> table(String file) throws IOException {
    List<OperatorCase> cases = new ArrayList<>();
    try (BufferedReader in = new BufferedReader(
        new InputStreamReader(OperatorCase.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      in.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(l -> cases.addAll(parse(l)));
    }
    return cases.stream();
  }

  private static List<OperatorCase> parse(String line) {
    String[] parts = line.split("\\|", -1);
    List<String> names = new ArrayList<>();
    List<InputSpec> inputs = new ArrayList<>();
    for (String input : words(parts[2])) {
      names.add(input.equals("_") ? "" : input.substring(0, input.indexOf('=')));
      if (!input.equals("_")) {
        inputs.add(InputSpec.parse(input));
      }
    }
    List<String> attributes = parts.length > 3 ? words(parts[3]) : List.of();
    int outputs = parts.length > 4 ? Integer.parseInt(parts[4].strip()) : 1;
    String reason = parts.length > 5 ? parts[5].strip() : "";
    return words(parts[1]).stream().map(opset -> new OperatorCase(line.replaceAll("\\s+", " "), parts[0].strip(),
        Long.parseLong(opset), names, inputs, attributes, outputs, reason)).toList();
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  boolean isOpen() {
    return inputs.stream().anyMatch(InputSpec::isOpen);
  }

  List<String> outputNames() {
    return Stream.iterate(0, i -> i + 1).limit(outputs).map(i -> "y" + i).toList();
  }

  /** The node. */
  NodeBuilder node() {
    NodeBuilder node = NodeBuilder.of(operator).inputs(inputNames.toArray(new String[0]))
        .outputs(outputNames().toArray(new String[0]));
    for (String attribute : attributes) {
      String name = attribute.substring(0, attribute.indexOf('='));
      String value = attribute.substring(name.length() + 1);
      if (value.startsWith("[")) {
        list(node, name, value.substring(1, value.length() - 1));
      } else if (value.matches("-?\\d+")) {
        node.intValue(name, Long.parseLong(value));
      } else if (value.matches("-?\\d*\\.\\d*(e-?\\d+)?")) {
        node.floatValue(name, Float.parseFloat(value));
      } else {
        node.string(name, value);
      }
    }
    return node;
  }

  private static void list(NodeBuilder node, String name, String numbers) {
    String[] words = numbers.split(",");
    if (numbers.contains(".")) {
      float[] floats = new float[words.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = Float.parseFloat(words[i]);
      }
      node.floats(name, floats);
    } else {
      node.ints(name, numbers.isEmpty() ? new long[0] : Arrays.stream(words).mapToLong(Long::parseLong).toArray());
    }
  }

  @Override
  public String toString() {
    return "opset " + opset + ": " + line;
  }
}
