/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Ensembles that are damaged, absurd, or more than trees: one line each. */
class HostileEnsemblesTest {
  @TempDir
  Path folder;

  /** A stump: x0 at most 0.5 gives 1, else 2. */
  private static NodeBuilder stump() {
    return NodeBuilder.of("TreeEnsembleRegressor").domain("ai.onnx.ml").name("forest").inputs("x").outputs("y")
        .intValue("n_targets", 1)
        .ints("nodes_treeids", 0, 0, 0).ints("nodes_nodeids", 0, 1, 2).ints("nodes_featureids", 0, 0, 0)
        .floats("nodes_values", 0.5f, 0, 0).strings("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF")
        .ints("nodes_truenodeids", 1, 0, 0).ints("nodes_falsenodeids", 2, 0, 0)
        .ints("target_treeids", 0, 0).ints("target_nodeids", 1, 2).ints("target_ids", 0, 0)
        .floats("target_weights", 1, 2);
  }

  private static NodeBuilder flat() {
    return NodeBuilder.of("TreeEnsemble").domain("ai.onnx.ml").name("flat").inputs("x").outputs("y")
        .ints("tree_roots", 0).ints("nodes_featureids", 0)
        .tensor("nodes_modes", ArrayTensor.of(Shape.of(1), 0L))
        .tensor("nodes_splits", ArrayTensor.of(Shape.of(1), 0.5f))
        .ints("nodes_truenodeids", 0).ints("nodes_trueleafs", 1).ints("nodes_falsenodeids", 1)
        .ints("nodes_falseleafs", 1).ints("leaf_targetids", 0, 0)
        .tensor("leaf_weights", ArrayTensor.of(Shape.of(2), 1f, 2f));
  }

  private TreeEnsemble read(NodeBuilder node, Progress progress, NodeBuilder... more) throws Exception {
    GraphBuilder graph = new GraphBuilder("g").input("x", DataType.FLOAT, "N, 2").node(node);
    String last = "y";
    for (NodeBuilder n : more) {
      graph.node(n);
      last = "z";
    }
    graph.output(last, DataType.FLOAT, "N, 1");
    Path file = folder.resolve("hostile.onnx");
    OnnxWriter.write(new ModelBuilder(graph.build(), 17).opset("ai.onnx.ml", 5).build(), file);
    return new OnnxTrees().facet(FileModel.of(file), progress).orElseThrow();
  }

  private String refused(Kind kind, NodeBuilder node, NodeBuilder... more) {
    LoupeException e = assertThrows(LoupeException.class, () -> read(node, Progress.NONE, more));
    assertEquals(kind, e.kind(), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
    return e.getMessage();
  }

  private void broken(String part, Consumer<NodeBuilder> damage) {
    NodeBuilder node = stump();
    damage.accept(node);
    String message = refused(Kind.BAD_INPUT, node);
    assertTrue(message.contains(part) && message.contains("hostile.onnx"), message);
  }

  private void brokenFlat(String part, Consumer<NodeBuilder> damage) {
    NodeBuilder node = flat();
    damage.accept(node);
    String message = refused(Kind.BAD_INPUT, node);
    assertTrue(message.contains(part), message);
  }

  @Test
  void whatIsRightIsRead() throws Exception {
    for (NodeBuilder node : new NodeBuilder[] {stump(), flat()}) {
      TreeEnsemble trees = read(node, Progress.NONE);
      assertEquals(1, trees.margins(new double[] {0.5, 0})[0]);
      assertEquals(2, trees.margins(new double[] {0.6, 0})[0]);
      assertEquals(2, trees.columns().size());
    }
  }

  @Test
  void listsOfOtherLengths() {
    broken("nodes_values", n -> n.floats("nodes_values", 0.5f));
    broken("nodes_modes", n -> n.strings("nodes_modes", "LEAF"));
    broken("nodes_nodeids", n -> n.ints("nodes_nodeids", 0, 1));
    broken("nodes_truenodeids", n -> n.ints("nodes_truenodeids"));
    broken("target_ids", n -> n.ints("target_ids", 0));
    broken("nodes_missing_value_tracks_true", n -> n.ints("nodes_missing_value_tracks_true", 1));
    broken("nodes_hitrates", n -> n.floats("nodes_hitrates", 1));
    broken("base_values", n -> n.floats("base_values", 1, 2));
    broken("no nodes", n -> n.ints("nodes_treeids").ints("nodes_nodeids"));
    brokenFlat("nodes_splits", n -> n.tensor("nodes_splits", ArrayTensor.of(Shape.of(2), 0f, 1f)));
    brokenFlat("leaf_weights", n -> n.tensor("leaf_weights", ArrayTensor.of(Shape.of(1), 0f)));
    brokenFlat("membership_values", n -> n.tensor("nodes_modes", ArrayTensor.of(Shape.of(1), 6L)));
    brokenFlat("membership_values", n -> n.tensor("membership_values", ArrayTensor.of(Shape.of(2), 1f, Float.NaN)));
  }

  @Test
  void nodesThatAreNoTree() {
    broken("root", n -> n.ints("nodes_truenodeids", 0, 0, 0).strings("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF")
        .ints("nodes_falsenodeids", 0, 0, 0));
    broken("no node 9", n -> n.ints("nodes_truenodeids", 9, 0, 0));
    broken("no root", n -> n.strings("nodes_modes", "BRANCH_LEQ", "BRANCH_LEQ", "LEAF")
        .ints("nodes_truenodeids", 1, 0, 0).ints("nodes_falsenodeids", 2, 2, 0).ints("target_nodeids", 2, 2));
    broken("in circles", n -> n.ints("nodes_treeids", 0, 0, 0, 0).ints("nodes_nodeids", 0, 1, 2, 3)
        .ints("nodes_featureids", 0, 0, 0, 0).floats("nodes_values", 0, 0, 0, 0)
        .strings("nodes_modes", "BRANCH_LEQ", "BRANCH_LT", "BRANCH_LT", "LEAF")
        .ints("nodes_truenodeids", 1, 2, 1, 0).ints("nodes_falsenodeids", 3, 3, 3, 0)
        .ints("target_nodeids", 3, 3));
    broken("twice", n -> n.ints("nodes_nodeids", 0, 1, 1));
    broken("two roots", n -> n.ints("nodes_falsenodeids", 1, 0, 0));
    brokenFlat("in circles", n -> n.ints("nodes_trueleafs", 0));
    brokenFlat("tree_roots", n -> n.ints("tree_roots", 1));
    brokenFlat("tree_roots", n -> n.ints("tree_roots"));
  }

  @Test
  void numbersOutOfRange() {
    broken("target_ids", n -> n.ints("target_ids", 0, 1));
    broken("target_ids", n -> n.ints("target_ids", 0, -1));
    broken("nodes_featureids", n -> n.ints("nodes_featureids", 1_000_000_000, 0, 0));
    broken("nodes_featureids", n -> n.ints("nodes_featureids", -1, 0, 0));
    broken("n_targets", n -> n.intValue("n_targets", 1_000_000_000));
    broken("no targets", n -> n.intValue("n_targets", 0));
    broken("no leaf", n -> n.ints("target_nodeids", 0, 2));
    broken("BRANCH_UP", n -> n.strings("nodes_modes", "BRANCH_UP", "LEAF", "LEAF"));
    broken("post_transform", n -> n.string("post_transform", "TWICE"));
    broken("aggregate_function", n -> n.string("aggregate_function", "MEDIAN"));
    broken("no IntList", n -> n.floats("nodes_treeids", 0, 0, 0));
    broken("weights", n -> n.ints("target_nodeids", 1, 1));
    brokenFlat("nodes_modes", n -> n.tensor("nodes_modes", ArrayTensor.of(Shape.of(1), 7L)));
    brokenFlat("leaf_targetids", n -> n.ints("leaf_targetids", 0, 1_000_000_000));
    brokenFlat("nodes_falsenodeids", n -> n.ints("nodes_falsenodeids", 2));
    brokenFlat("aggregate_function", n -> n.intValue("aggregate_function", 4));
    brokenFlat("post_transform", n -> n.intValue("post_transform", -1));
  }

  /** A row of a million elements is still a row; the trees have the columns that they ask. */
  @Test
  void whatIsMoreThanTrees() throws Exception {
    assertTrue(refused(Kind.NOT_APPLICABLE, stump().string("aggregate_function", "MAX")).contains("greatest"));
    assertTrue(refused(Kind.NOT_APPLICABLE, flat().intValue("aggregate_function", 2)).contains("least"));
    assertTrue(refused(Kind.NOT_APPLICABLE, stump().string("post_transform", "PROBIT")).contains("PROBIT"));
    assertTrue(refused(Kind.NOT_APPLICABLE, stump(), NodeBuilder.of("Neg").inputs("y").outputs("z"))
        .contains("Neg"));
    assertTrue(refused(Kind.NOT_APPLICABLE, stump().outputs("a"), stump().outputs("b"),
        NodeBuilder.of("Sum").inputs("a", "b").outputs("y")).contains("2 tree ensembles"));
  }

  /** Each value of the cycle is asked twice: a search that forgets where it has been would not end. */
  @Test
  void columnsOfACycleAreThoseOfItsValue() throws Exception {
    TreeEnsemble trees = read(stump().inputs("a"), Progress.NONE, NodeBuilder.of("Sum").inputs("b", "b").outputs("a"),
        NodeBuilder.of("Sum").inputs("a", "a").outputs("b"), NodeBuilder.of("Identity").inputs("y").outputs("z"));
    assertEquals("a", trees.columns().get(0).input());
  }

  @Test
  void classifiersThatHaveNoOneRule() {
    NodeBuilder node = classifier().floats("base_values", 0, 1);
    assertTrue(refused(Kind.NOT_APPLICABLE, node).contains("base values"));
    node = classifier().ints("class_ids", 0, 1);
    assertTrue(refused(Kind.NOT_APPLICABLE, node).contains("without a weight"));
    node = classifier().strings("classlabels_strings", "a", "b", "c").string("post_transform", "SOFTMAX_ZERO");
    assertTrue(refused(Kind.NOT_APPLICABLE, node).contains("SOFTMAX_ZERO"));
    node = NodeBuilder.of("TreeEnsembleClassifier").domain("ai.onnx.ml").inputs("x").outputs("label", "y");
    assertTrue(refused(Kind.BAD_INPUT, node).contains("class labels"));
  }

  private static NodeBuilder classifier() {
    return NodeBuilder.of("TreeEnsembleClassifier").domain("ai.onnx.ml").inputs("x").outputs("label", "y")
        .strings("classlabels_strings", "a", "b")
        .ints("nodes_treeids", 0, 0, 0).ints("nodes_nodeids", 0, 1, 2).ints("nodes_featureids", 0, 0, 0)
        .floats("nodes_values", 0.5f, 0, 0).strings("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF")
        .ints("nodes_truenodeids", 1, 0, 0).ints("nodes_falsenodeids", 2, 0, 0)
        .ints("class_treeids", 0, 0).ints("class_nodeids", 1, 2).ints("class_ids", 0, 0)
        .floats("class_weights", 1, 2);
  }

  /** Nodes that all lead to the next level twice: 2 to the power of 40 leaves if they were copied. */
  @Test
  void nodesThatAreSharedWithoutEnd() {
    int levels = 40;
    long[] same = new long[levels];
    long[] next = new long[levels];
    Arrays.setAll(next, i -> i + 1 < levels ? i + 1 : 0);
    long[] leaf = new long[levels];
    leaf[levels - 1] = 1;
    float[] splits = new float[levels];
    NodeBuilder node = flat().ints("nodes_featureids", same)
        .tensor("nodes_modes", ArrayTensor.of(Shape.of(levels), new long[levels]))
        .tensor("nodes_splits", ArrayTensor.of(Shape.of(levels), splits)).ints("nodes_truenodeids", next)
        .ints("nodes_falsenodeids", next).ints("nodes_trueleafs", leaf).ints("nodes_falseleafs", leaf);
    assertTrue(refused(Kind.NOT_APPLICABLE, node).contains("more than can be explained"));
  }

  /** A chain of a hundred thousand nodes is a tree as well. */
  @Test
  void treesThatAreDeep() throws Exception {
    int depth = 100_000;
    long[] next = new long[depth];
    long[] leaf = new long[depth];
    long[] leaves = new long[depth];
    float[] splits = new float[depth];
    Arrays.setAll(next, i -> i + 1 < depth ? i + 1 : 0);
    leaf[depth - 1] = 1;
    Arrays.fill(leaves, 1);
    long[] ones = new long[depth];
    Arrays.fill(ones, 1);
    for (int i = 0; i < depth; i++) {
      splits[i] = -i;
    }
    NodeBuilder node = flat().ints("nodes_featureids", new long[depth])
        .tensor("nodes_modes", ArrayTensor.of(Shape.of(depth), new long[depth]))
        .tensor("nodes_splits", ArrayTensor.of(Shape.of(depth), splits)).ints("nodes_truenodeids", next)
        .ints("nodes_trueleafs", leaf).ints("nodes_falsenodeids", ones).ints("nodes_falseleafs", leaves);
    Tree tree = read(node, Progress.NONE).trees().get(0);
    assertEquals(depth, tree.depth());
    assertEquals(1, tree.value(tree.leaf(new double[] {-depth}), 0));
  }

  @Test
  void cancelling() {
    Progress cancelled = new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    assertThrows(CancellationException.class, () -> read(stump(), cancelled));
  }
}
