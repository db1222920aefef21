/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.loupe.graph.analysis.GraphCheck;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.Parameters;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.graph.shape.ShapeInference;

/** Compares what is read from real models with what {@code tests/golden/graph_facts.py} found out by other means. */
@Tag("shared-data")
class GoldenFactsTest {
  private static final double SHAPES_THAT_MUST_BE_KNOWN = 0.85;

  @TestFactory
  Stream<DynamicTest> factsOfRealModels() throws IOException {
    Map<String, Map<String, String>> facts = new LinkedHashMap<>();
    Map<String, Map<String, String>> shapes = new LinkedHashMap<>();
    for (String line : lines()) {
      String[] parts = line.split("\t", -1);
      if (parts[1].equals("shape")) {
        shapes.computeIfAbsent(parts[0], k -> new LinkedHashMap<>()).put(parts[2], parts[3]);
      } else {
        facts.computeIfAbsent(parts[0], k -> new LinkedHashMap<>()).put(parts[1], parts[2]);
      }
    }
    return facts.keySet().stream().map(f -> DynamicTest.dynamicTest(f, () -> {
      OnnxModel model = OnnxReader.read(SharedData.folder().resolve(f));
      assertEquals(facts.get(f).entrySet().stream().filter(e -> !e.getKey().equals("weightSum")).collect(
          Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)), factsOf(model));
      double expected = Double.parseDouble(facts.get(f).get("weightSum"));
      assertEquals(expected, weightSum(model), 1e-9 * Math.max(1, Math.abs(expected)));
      compareShapes(shapes.getOrDefault(f, Map.of()), model);
    }));
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = GoldenFactsTest.class.getResourceAsStream("golden/graph_facts.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Map<String, String> factsOf(OnnxModel model) {
    Graph g = model.graph();
    assertFalse(GraphCheck.check(model).stream().anyMatch(i -> i.kind().isError()));
    Map<String, Long> operators = g.nodes().stream().collect(
        Collectors.groupingBy(Node::opType, TreeMap::new, Collectors.counting()));
    Map<String, String> facts = new TreeMap<>();
    facts.put("ir", "" + model.header().irVersion());
    facts.put("opsets", entries(model.opsets()));
    facts.put("nodes", "" + g.nodes().size());
    facts.put("nodesWithSubgraphs", "" + nodes(g));
    facts.put("operators", entries(operators));
    facts.put("inputs", g.requiredInputs().stream().map(ValueInfo::name).collect(Collectors.joining(" ")));
    facts.put("outputs", g.outputs().stream().map(ValueInfo::name).collect(Collectors.joining(" ")));
    facts.put("initializers", "" + g.initializers().size());
    facts.put("initializerElements", "" + g.initializers().stream().mapToLong(Initializer::size).sum());
    facts.put("parameters", "" + new Parameters(GraphIndex.of(g)).total());
    return facts;
  }

  private static String entries(Map<String, Long> map) {
    return map.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
  }

  private static long nodes(Graph g) {
    return g.nodes().size() + g.nodes().stream().flatMap(n -> n.subgraphs().stream()).mapToLong(GoldenFactsTest::nodes)
        .sum();
  }

  private static double weightSum(OnnxModel model) throws IOException {
    double sum = 0;
    for (Initializer i : model.graph().initializers()) {
      if (i.type().isFloating()) {
        double own = 0;
        for (double v : ConstantReader.tensor(i).toDoubles()) {
          own += v;
        }
        sum += own;
      }
    }
    return sum;
  }

  private static void compareShapes(Map<String, String> expected, OnnxModel model) throws IOException {
    Map<String, List<Dim>> inferred = ShapeInference.infer(model, GraphIndex.of(model.graph()));
    int whole = 0;
    int known = 0;
    for (Map.Entry<String, String> e : expected.entrySet()) {
      List<Dim> theirs = e.getValue().isEmpty() ? List.of() : Dim.list(e.getValue());
      List<Dim> ours = inferred.get(e.getKey());
      if (theirs.stream().anyMatch(d -> d.toString().startsWith("unk__") || d.toString().equals("?"))) {
        continue;
      }
      whole++;
      if (ours == null) {
        continue;
      }
      known += ours.stream().noneMatch(Dim.Unknown.class::isInstance) ? 1 : 0;
      assertEquals(theirs.size(), ours.size(), e.getKey());
      for (int i = 0; i < ours.size(); i++) {
        boolean agree = ours.get(i) instanceof Dim.Unknown || ours.get(i).equals(theirs.get(i));
        assertTrue(agree, e.getKey() + " " + ours + " but " + theirs);
      }
    }
    assertTrue(known >= SHAPES_THAT_MUST_BE_KNOWN * whole, known + " of " + whole);
  }
}
