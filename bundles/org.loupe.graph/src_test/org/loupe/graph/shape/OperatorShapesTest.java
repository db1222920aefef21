/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Compares shapes of single operators with those that {@code tests/golden/graph_facts.py} got by running them. */
class OperatorShapesTest {
  private static final int BLURRED_RUNS = 20;

  /** A line of the golden file: operator; opset; attributes; inputs; outputs. */
  private record Case(String op, long opset, List<String> attributes, List<String> inputs, List<List<Dim>> outputs) {
    static Case of(String line) {
      String[] parts = line.split(";", -1);
      return new Case(parts[0], Long.parseLong(parts[1]), words(parts[2]), words(parts[3]),
          words(parts[4]).stream().map(Case::dims).toList());
    }

    private static List<String> words(String text) {
      return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).toList();
    }

    static List<Dim> dims(String text) {
      return text.equals("scalar") ? List.of() : Dim.list(text.replace('x', ','));
    }

    NodeBuilder node() {
      NodeBuilder node = NodeBuilder.of(op);
      for (String a : attributes) {
        String key = a.substring(0, a.indexOf('='));
        String value = a.substring(a.indexOf(':') + 1);
        switch (a.charAt(a.indexOf('=') + 1)) {
          case 's' -> node.string(key, value);
          case 'l' -> node.ints(key, longs(value));
          default -> node.intValue(key, Long.parseLong(value));
        }
      }
      return node;
    }

    static long[] longs(String text) {
      return Arrays.stream(text.split(",")).filter(s -> !s.isEmpty()).mapToLong(Long::parseLong).toArray();
    }
  }

  @TestFactory
  Stream<DynamicTest> shapesAreThoseOfTheRuntime() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/org/loupe/graph/golden/operator_shapes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream()
          .map(line -> DynamicTest.dynamicTest(line, () -> check(Case.of(line))));
    }
  }

  private static void check(Case c) throws IOException {
    Map<String, List<Dim>> shapes = infer(c, null);
    for (int i = 0; i < c.outputs().size(); i++) {
      assertTrue(shapes.get("o" + i).stream().noneMatch(Dim.Unknown.class::isInstance), "all of it is known");
      compatible(c.outputs().get(i), shapes.get("o" + i));
    }
    // With some extents hidden, less may be known, but what is said must still hold.
    Random random = new Random(c.hashCode());
    for (int run = 0; run < BLURRED_RUNS; run++) {
      Map<String, List<Dim>> blurred = infer(c, random);
      for (int i = 0; i < c.outputs().size(); i++) {
        compatible(c.outputs().get(i), blurred.get("o" + i));
      }
    }
  }

  /** Symbols are named after the extent they hide, so that they can be checked too. */
  private static void compatible(List<Dim> truth, List<Dim> told) {
    if (told == null) {
      return;
    }
    assertEquals(truth.size(), told.size());
    for (int i = 0; i < truth.size(); i++) {
      boolean holds = told.get(i) instanceof Dim.Unknown || told.get(i).equals(truth.get(i))
          || told.get(i) instanceof Dim.Symbol s && s.name().equals("n" + truth.get(i));
      assertTrue(holds, told + " but " + truth);
    }
  }

  private static Map<String, List<Dim>> infer(Case c, Random blur) throws IOException {
    GraphBuilder graph = new GraphBuilder("case");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < c.inputs().size(); i++) {
      String text = c.inputs().get(i);
      String name = text.equals("-") ? "" : "i" + i;
      names.add(name);
      if (text.startsWith("[")) {
        long[] values = Case.longs(text.substring(1, text.length() - 1));
        graph.initializer(name, ArrayTensor.of(Shape.of(values.length), values));
      } else if (!name.isEmpty()) {
        graph.input(ValueInfo.tensor(name, DataType.FLOAT, blurred(Case.dims(text), blur)));
      }
    }
    String[] outputs = new String[c.outputs().size()];
    Arrays.setAll(outputs, i -> "o" + i);
    graph.node(c.node().inputs(names.toArray(String[]::new)).outputs(outputs));
    for (String output : outputs) {
      graph.output(new ValueInfo(output, new ValueType.TensorType(DataType.FLOAT, Optional.empty())));
    }
    OnnxModel model = new ModelBuilder(graph.build(), c.opset()).build();
    return ShapeInference.infer(model, GraphIndex.of(model.graph()));
  }

  private static List<Dim> blurred(List<Dim> dims, Random random) {
    if (random == null) {
      // Zero as a declared extent means unknown, so a test with an empty tensor names it.
      return dims.stream().map(d -> d.is(0) ? Dim.of("n0") : d).toList();
    }
    return dims.stream().map(d -> switch (random.nextInt(3)) {
      case 0 -> Dim.of("n" + d);
      case 1 -> Dim.UNKNOWN;
      default -> d;
    }).toList();
  }
}
