/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.ModelDescription;
import org.loupe.ui.graph.MadeGraphs;

class GraphTreeTest {
  private static GraphTree tree(ModelDescription model) {
    return new GraphTree(new ModelGraph(model));
  }

  private static Group only(GraphTree tree, Group.Kind kind) {
    List<Group> found = tree.groups().stream().filter(g -> g.kind() == kind).toList();
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  /** Blocks of convolution, norm and activation, in a scope each. */
  private static MadeGraphs blocks(int count, boolean scopes) {
    MadeGraphs made = new MadeGraphs();
    String last = "in";
    for (int i = 0; i < count; i++) {
      String scope = scopes ? "encoder/layer." + i : "";
      made.layer("c" + i, "Conv", scope, last).layer("n" + i, "BatchNormalization", scope, "c" + i)
          .layer("r" + i, "Relu", scope, "n" + i);
      last = "r" + i;
    }
    return made.layer("end", "Softmax", "", last);
  }

  @Test
  void equalScopesAreOneRepeat() {
    GraphTree tree = tree(blocks(12, true).model());
    Group repeat = only(tree, Group.Kind.REPEAT);
    assertEquals("encoder/layer \u00d712", repeat.title());
    assertEquals(36, repeat.size());
    assertEquals(12, repeat.children().size());
  }

  @Test
  void equalSequencesWithoutScopesAreOneRepeat() {
    GraphTree tree = tree(blocks(4, false).model());
    Group repeat = only(tree, Group.Kind.REPEAT);
    assertEquals("block \u00d74", repeat.title());
    assertEquals(List.of("c1", "n1", "r1"), GraphTree.nodes(repeat.children().get(1)).stream().map(GraphNode::id)
        .toList());
  }

  @Test
  void differentSequencesAreNone() {
    MadeGraphs made = new MadeGraphs();
    String last = "in";
    for (String operator : List.of("Conv", "Relu", "MaxPool", "Tanh", "Gemm", "Sigmoid", "Add", "Mul")) {
      made.layer(operator.toLowerCase(Locale.ROOT), operator, "", last);
      last = operator.toLowerCase(Locale.ROOT);
    }
    assertEquals(List.of(), tree(made.model()).groups());
  }

  @Test
  void aScopeOfOneNodeIsThatNode() {
    GraphTree tree = tree(new MadeGraphs().layer("a", "Conv", "stem/conv", "in").layer("b", "Relu", "", "a").model());
    assertEquals(List.of(), tree.groups());
  }

  @Test
  void everyNodeIsInTheTreeOnce() {
    for (ModelDescription model : List.of(blocks(5, true).model(), MadeGraphs.residual(2000))) {
      GraphTree tree = tree(model);
      List<GraphNode> inTree = GraphTree.nodes(tree.root());
      assertEquals(tree.graph().nodes().size(), inTree.size());
      assertEquals(Set.copyOf(tree.graph().nodes()), Set.copyOf(inTree));
    }
  }

  @Test
  void noLevelOfALargeGraphIsTooLarge() {
    MadeGraphs made = new MadeGraphs();
    String last = "in";
    String[] operators = {"Relu", "Tanh", "Sigmoid", "Abs", "Neg", "Exp", "Erf"};
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      made.layer("v" + i, operators[random.nextInt(operators.length)], "", last);
      last = "v" + i;
    }
    GraphTree tree = tree(made.model());
    assertTrue(tree.root().children().size() <= Runs.MOST);
    tree.groups().forEach(g -> assertTrue(g.children().size() <= Runs.MOST, g::title));
    assertEquals(50_002, tree.root().size());
    Folding folding = Folding.initial(tree);
    assertTrue(folding.shown(tree).size() <= Runs.MOST, "everything is folded at first");
    assertTrue(Folding.unfolded(tree).shown(tree).size() <= 2 * Folding.MOST_SHOWN);
  }

  @Test
  void foldingOpensAndCloses() {
    GraphTree tree = tree(blocks(12, true).model());
    Group repeat = only(tree, Group.Kind.REPEAT);
    GraphNode inside = GraphTree.nodes(repeat).get(4);
    Folding closed = Folding.initial(tree);
    assertSame(repeat, closed.shown(tree, inside));
    Folding opened = closed.with(repeat, true);
    assertTrue(opened.shown(tree).contains(repeat.children().get(11)));
    Folding revealed = closed.revealing(tree, inside);
    assertSame(inside, revealed.shown(tree, inside));
    assertEquals(closed, opened.with(repeat, false));
  }

  @Test
  void keysStayTheSame() {
    ModelDescription model = MadeGraphs.residual(500);
    assertEquals(tree(model).groups().stream().map(Group::key).sorted().toList(),
        tree(model).groups().stream().map(Group::key).sorted().toList());
    GraphTree tree = tree(model);
    assertEquals(tree.groups().size(), tree.groups().stream().map(Group::key).distinct().count());
  }
}
