/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.Model;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Models of the domain ai.onnx.ml: linear models, support vectors, trees, and the steps before them. */
class ClassicalModelsTest {
  private static final Tensor ROWS = ArrayTensor.of(Shape.of(3, 2), 1f, 2f, 0f, 1f, -1f, 0.5f);

  @TempDir
  Path folder;

  private static NodeBuilder ml(String operator) {
    return NodeBuilder.of(operator).domain("ai.onnx.ml").inputs("x").outputs("y");
  }

  private static NodeBuilder stump(NodeBuilder node, String what) {
    return node.ints("nodes_treeids", 0, 0, 0).ints("nodes_nodeids", 0, 1, 2).ints("nodes_featureids", 0, 0, 0)
        .floats("nodes_values", 0.5f, 0, 0).strings("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF")
        .ints("nodes_truenodeids", 1, 0, 0).ints("nodes_falsenodeids", 2, 0, 0)
        .ints(what + "_treeids", 0, 0).ints(what + "_nodeids", 1, 2).ints(what + "_ids", 0, 1)
        .floats(what + "_weights", 1, 2);
  }

  private static NodeBuilder vectors(NodeBuilder node) {
    return node.floats("coefficients", 1, -1).floats("kernel_params", 0.5f, 0, 3).string("kernel_type", "RBF")
        .floats("rho", 0.25f).floats("support_vectors", 0, 0, 1, 1);
  }

  static Stream<NodeBuilder> operators() {
    return Stream.of(ml("Scaler").floats("offset", 1, 2).floats("scale", 2, 4),
        ml("Imputer").floats("imputed_value_floats", 1).floatValue("replaced_value_float", 0),
        ml("Normalizer").string("norm", "L2"), ml("Binarizer").floatValue("threshold", 0.5f),
        ml("OneHotEncoder").ints("cats_int64s", 0, 1, 2), ml("FeatureVectorizer").ints("inputdimensions", 2),
        ml("LabelEncoder").floats("keys_floats", 1, 2).floats("values_floats", 3, 4),
        ml("LabelEncoder").floats("keys_floats", 1, 2).ints("values_int64s", 3, 4),
        ml("ArrayFeatureExtractor").inputs("x", "second"),
        ml("LinearRegressor").floats("coefficients", 1, 2, 3, 4, 5, 6).floats("intercepts", 1, 2, 3)
            .intValue("targets", 3),
        ml("LinearClassifier").outputs("label", "y").floats("coefficients", 1, 2, -1, -2).floats("intercepts", 0, 1)
            .ints("classlabels_ints", 4, 5),
        vectors(ml("SVMRegressor")).intValue("n_supports", 2),
        vectors(ml("SVMClassifier")).outputs("label", "y").ints("vectors_per_class", 1, 1)
            .strings("classlabels_strings", "no", "yes").floats("prob_a", -1).floats("prob_b", 0.1f),
        stump(ml("TreeEnsembleRegressor").intValue("n_targets", 2), "target"),
        stump(ml("TreeEnsembleClassifier").outputs("label", "y").ints("classlabels_int64s", 1, 2, 3), "class"));
  }

  private Model open(NodeBuilder... nodes) throws Exception {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "N, 2")
        .initializer("second", ArrayTensor.of(Shape.of(1), 1L));
    for (NodeBuilder node : nodes) {
      graph.node(node);
    }
    Path file = Models.write(folder.resolve("ml.onnx"),
        new ModelBuilder(graph.output("y", DataType.FLOAT, "N, k")
        .build(), 17).opset("ai.onnx.ml", 3).build());
    return Models.open(file);
  }

  /** What is said of every layer holds for what the runtime gives. */
  @ParameterizedTest
  @MethodSource("operators")
  void layersHaveTheShapeAndTypeThatIsTold(NodeBuilder node) throws Exception {
    // What the node gives is no output of the model, so that nothing is declared about it.
    try (Model model = openBehind(node)) {
      for (LayerInfo layer : model.description().layers().stream().filter(l -> !l.id().equals("z")).toList()) {
        Tensor value = model.forward(new ForwardRequest(Map.of("x", ROWS), List.of(layer.id())), Progress.NONE)
            .value(layer.id());
        assertEquals(value.type(), layer.output().type().orElseThrow(), layer.operator());
        List<Dimension> dims = layer.output().dims().orElseThrow();
        assertEquals(value.shape().rank(), dims.size(), layer.operator());
        for (int axis = 0; axis < dims.size(); axis++) {
          Dimension dim = dims.get(axis);
          assertTrue(dim.known() ? dim.size() == value.shape().dim(axis) : axis == 0 && value.shape().dim(0) == 3,
              layer.operator() + " " + dims + " is " + value.shape());
        }
      }
    }
  }

  private Model openBehind(NodeBuilder node) throws Exception {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "N, 2")
        .initializer("second", ArrayTensor.of(Shape.of(1), 1L)).node(node)
        .node(NodeBuilder.of("Cast").inputs("y").outputs("z").intValue("to", 1));
    return Models.open(Models.write(folder.resolve("ml.onnx"), new ModelBuilder(graph
        .output("z", DataType.FLOAT, "N, ?").build(), 17).opset("ai.onnx.ml", 3).build()));
  }

  @Test
  void aLinearModelAnswersByItsFormula() throws Exception {
    try (Model model = open(ml("LinearRegressor").floats("coefficients", 2, 3).floats("intercepts", 1))) {
      assertArrayEquals(new double[] {9, 4, 0.5}, forward(model).value("y").toDoubles(), 1e-6);
    }
  }

  @Test
  void scoresOfClassifiersCarryTheirLabels() throws Exception {
    try (Model model = open(stump(ml("TreeEnsembleClassifier").outputs("label", "s")
        .strings("classlabels_strings", "red", "green", "blue"), "class"),
        NodeBuilder.of("Identity").inputs("s").outputs("y"))) {
      ForwardResult result = forward(model);
      assertEquals(List.of("red", "green", "blue"), result.labels().get("y"));
      assertArrayEquals(new double[] {0, 2, 0, 1, 0, 0, 1, 0, 0}, result.value("y").toDoubles());
    }
  }

  private static ForwardResult forward(Model model) throws Exception {
    return model.forward(ForwardRequest.of(Map.of("x", ROWS)), Progress.NONE);
  }
}
