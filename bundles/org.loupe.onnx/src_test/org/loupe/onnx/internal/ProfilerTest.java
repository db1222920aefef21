/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.api.model.facet.Profiler;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.ScratchFolder;
import org.loupe.onnx.internal.engine.SessionMaker;
import org.loupe.onnx.internal.gradient.RuleSets;
import org.loupe.onnx.internal.model.Describer;
import org.loupe.onnx.internal.profile.RuntimeProfiler;

/** Profiles of models of which one can tell what the runtime makes of them. */
class ProfilerTest {
  @TempDir
  Path folder;

  private static ModelProfile profile(Model model, Map<String, Tensor> inputs, int runs) throws LoupeException {
    return model.facet(Profiler.class).orElseThrow().profile(inputs, runs, Progress.NONE);
  }

  private static Optional<ModelProfile.Node> doing(ModelProfile profile, String layer) {
    return profile.nodes().stream().filter(n -> n.layers().contains(layer)).findFirst();
  }

  private static void addsUp(ModelProfile profile) {
    double sum = profile.nodes().stream().mapToDouble(ModelProfile.Node::micros).sum();
    assertTrue(sum <= profile.totalMicros(), () -> sum + " of " + profile.totalMicros());
    assertTrue(profile.totalMicros() > 0);
  }

  @Test
  void tellsTheLayersThatAreRunAsOne() throws Exception {
    try (Model model = Models.open(Models.write(folder.resolve("m.onnx"), Networks.dense()))) {
      ModelProfile profile = profile(model, Map.of("x", ArrayTensor.of(Shape.of(2, 3), new float[6])), 4);
      addsUp(profile);
      assertEquals(4, profile.runs());
      assertEquals(List.of(List.of("hidden", "active"), List.of("y")),
          profile.nodes().stream().map(ModelProfile.Node::layers).toList());
      ModelProfile.Node fused = profile.nodes().get(0);
      assertEquals("CPU", fused.device());
      assertEquals(OptionalLong.of(2 * 4 * 4), fused.outputBytes());
    }
  }

  @Test
  void looksThroughTheBlockedLayoutAndItsFusions() throws Exception {
    int c = 16;
    GraphBuilder graph = new GraphBuilder("residual").input("x", DataType.FLOAT, "1, 16, 8, 8")
        .initializer("k", ArrayTensor.of(Shape.of(c, c, 3, 3), new float[c * c * 9]))
        .initializer("s", ArrayTensor.of(Shape.of(c), Networks.ones(c)))
        .node(conv("x", "c1"))
        .node(NodeBuilder.of("BatchNormalization").inputs("c1", "s", "s", "s", "s").outputs("n1"))
        .node(NodeBuilder.of("Relu").inputs("n1").outputs("r1"))
        .node(conv("r1", "c2"))
        .node(NodeBuilder.of("HardSwish").inputs("c2").outputs("h2"))
        .node(conv("h2", "c3"))
        .node(NodeBuilder.of("Add").inputs("c3", "r1").outputs("sum"))
        .node(NodeBuilder.of("Relu").inputs("sum").outputs("r3"))
        .node(NodeBuilder.of("Identity").inputs("r3").outputs("same"))
        .node(conv("same", "y")).output("y", DataType.FLOAT, "1, 16, 8, 8");
    try (Model model = Models.open(Models.write(folder.resolve("m.onnx"), graph))) {
      ModelProfile profile =
          profile(model, Map.of("x", ArrayTensor.of(Shape.of(1, c, 8, 8), new float[c * 64])), 1);
      addsUp(profile);
      assertEquals(doing(profile, "c1"), doing(profile, "n1"));
      assertEquals(doing(profile, "c1"), doing(profile, "r1"));
      assertEquals(doing(profile, "c3"), doing(profile, "sum"));
      assertEquals(doing(profile, "c3"), doing(profile, "r3"));
      assertTrue(doing(profile, "h2").isPresent());
      assertFalse(doing(profile, "h2").equals(doing(profile, "c2")));
      assertTrue(doing(profile, "y").orElseThrow().layers().contains("y"));
      Set<String> done = profile.nodes().stream().flatMap(n -> n.layers().stream()).collect(Collectors.toSet());
      Set<String> all = model.description().layers().stream().map(LayerInfo::id).collect(Collectors.toSet());
      all.remove("same");
      done.remove("same");
      assertEquals(all, done, "every layer but the alias is done by some node");
    }
  }

  private static NodeBuilder conv(String in, String out) {
    return NodeBuilder.of("Conv").ints("pads", 1, 1, 1, 1).inputs(in, "k").outputs(out);
  }

  @Test
  void countsBranchesWithTheirNode() throws Exception {
    Graph then = new GraphBuilder("then").node(NodeBuilder.of("Relu").inputs("x").outputs("t"))
        .node(NodeBuilder.of("Exp").inputs("t").outputs("e1")).output("e1", DataType.FLOAT, "64, 64").build();
    Graph otherwise = new GraphBuilder("else").node(NodeBuilder.of("Neg").inputs("x").outputs("e"))
        .output("e", DataType.FLOAT, "64, 64").build();
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "64, 64").input("flag", DataType.BOOL, "")
        .node(NodeBuilder.of("If").inputs("flag").outputs("chosen").graph("then_branch", then)
            .graph("else_branch", otherwise))
        .node(NodeBuilder.of("Tanh").inputs("chosen").outputs("y")).output("y", DataType.FLOAT, "64, 64");
    try (Model model = Models.open(Models.write(folder.resolve("m.onnx"), graph))) {
      ModelProfile profile = profile(model, Map.of("x", ArrayTensor.of(Shape.of(64, 64), new float[4096]), "flag",
          ArrayTensor.convert(ElementType.BOOL, Shape.of(), 1)), 1);
      addsUp(profile);
      assertEquals(List.of(List.of("chosen"), List.of("y")),
          profile.nodes().stream().map(ModelProfile.Node::layers).toList());
    }
  }

  @Test
  void endsWhenNobodyWaitsAndRefusesSillyRequests() throws Exception {
    try (Model model = Models.open(Models.write(folder.resolve("m.onnx"), Networks.dense()))) {
      Map<String, Tensor> inputs = Map.of("x", ArrayTensor.of(Shape.of(2, 3), new float[6]));
      assertThrows(CancellationException.class,
          () -> model.facet(Profiler.class).orElseThrow().profile(inputs, 10_000, new CancelledWhileRunning()));
      Models.refused(LoupeException.Kind.USAGE, () -> profile(model, inputs, 0));
      Models.refused(LoupeException.Kind.USAGE, () -> profile(model, inputs, 1_000_000));
      Models.refused(LoupeException.Kind.BAD_INPUT, () -> profile(model, Map.of(), 1));
    }
  }

  /** A model whose optimised graph cannot be written runs as it is; nodes that kept their names find their layers. */
  @Test
  void measuresAlsoWhatIsTooLargeToBeWritten() throws Exception {
    GraphBuilder graph = new GraphBuilder("plain").input("x", DataType.FLOAT, "n, 4")
        .node(NodeBuilder.of("Exp").name("first").inputs("x").outputs("e"))
        .node(NodeBuilder.of("Tanh").name("second").inputs("e").outputs("y")).output("y", DataType.FLOAT, "n, 4");
    Path file = Models.write(folder.resolve("m.onnx"), graph);
    OnnxModel model = OnnxReader.read(file);
    ModelDescription description = Describer.describe(model, file, new RuleSets(BackwardRules.NONE));
    Profiler profiler = new RuntimeProfiler(model, description, new SessionMaker(model, file, LoadOptions.DEFAULT),
        Long.MAX_VALUE, session -> List.of("y"));
    ModelProfile profile =
        profiler.profile(Map.of("x", ArrayTensor.of(Shape.of(1, 4), new float[4])), 2, Progress.NONE);
    addsUp(profile);
    assertEquals(List.of(List.of("e"), List.of("y")),
        profile.nodes().stream().map(ModelProfile.Node::layers).toList());
  }

  @Test
  void leavesNothingBehind() throws Exception {
    Path path;
    try (ScratchFolder scratch = new ScratchFolder()) {
      path = scratch.path();
      Files.writeString(Files.createDirectory(path.resolve("inner")).resolve("file"), "text");
      assertTrue(Files.isDirectory(path));
    }
    assertFalse(Files.exists(path));
  }

  @Test
  @Tag("shared-data")
  void findsEveryLayerOfMobileNet() throws Exception {
    Path file = SharedModelsTest.shared().resolve("image/mobilenet_v1_0.25_224.onnx");
    assumeTrue(Files.isRegularFile(file), "needs mobilenet_v1_0.25_224.onnx of the shared data");
    try (Model model = Models.open(file)) {
      Shape shape = Shape.of(1, 224, 224, 3);
      String input = model.description().inputs().get(0).name();
      ModelProfile profile = profile(model, Map.of(input, ArrayTensor.of(shape, new float[224 * 224 * 3])), 2);
      addsUp(profile);
      List<String> done = new ArrayList<>();
      profile.nodes().forEach(n -> done.addAll(n.layers()));
      assertEquals(done.size(), new HashSet<>(done).size(), "no layer is done twice");
      assertEquals(model.description().layers().stream().map(LayerInfo::id).collect(Collectors.toSet()),
          new HashSet<>(done));
      assertEquals(doing(profile, "conv1"), doing(profile, "conv1_relu"), "a convolution, its norm and its rectifier");
    }
  }
}
