/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import java.util.Arrays;
import org.loupe.api.LoupeException;

/**
 * The nodes of one tree, numbered from its root, which is 0. Where a file lets several nodes lead to one child, that
 * child is copied, except in the chains of equality tests that exporters write for sets: those become one test of a
 * set.
 */
final class TreeShape {
  /** Larger codes are compared one by one. */
  private static final double MOST_CODE = 1 << 20;
  private static final double MASK = 30;
  private static final int FIRST = 16;

  private final EnsembleNodes nodes;
  private int size;
  private int[] source = new int[FIRST];
  private int[] yes = new int[FIRST];
  private int[] no = new int[FIRST];
  /** The numbers that a node asks for; null where it asks as its source does. */
  private double[][] values = new double[FIRST][];
  private boolean[] missingHolds = new boolean[FIRST];

  private TreeShape(EnsembleNodes nodes) {
    this.nodes = nodes;
  }

  /**
   * @param nodes without cycles
   * @param most how many nodes there may be, with copies
   * @throws LoupeException NOT_APPLICABLE if there are more
   */
  static TreeShape of(EnsembleNodes nodes, int root, int most) throws LoupeException {
    TreeShape shape = new TreeShape(nodes);
    shape.add(root, null);
    for (int n = 0; n < shape.size; n++) {
      shape.open(n);
      if (shape.size > most) {
        throw LoupeException.notApplicable("a tree of the ensemble has more than the " + most
            + " nodes that are left to it, counted as often as they are led to: more than can be explained");
      }
    }
    return shape;
  }

  int size() {
    return size;
  }

  /** Index of the node in the ensemble's lists. */
  int source(int node) {
    return source[node];
  }

  boolean isLeaf(int node) {
    return nodes.isLeaf(source[node]);
  }

  int yes(int node) {
    return yes[node];
  }

  int no(int node) {
    return no[node];
  }

  /** Whether the node asks if its value is one of {@link #values}. */
  boolean asksValues(int node) {
    return values[node] != null;
  }

  double[] values(int node) {
    return values[node];
  }

  boolean missingHolds(int node) {
    return missingHolds[node];
  }

  /** Whether all numbers can be codes of a set. */
  static boolean areCodes(double[] numbers) {
    return Arrays.stream(numbers).allMatch(v -> v >= 0 && v <= MOST_CODE && v == Math.rint(v));
  }

  private int add(int from, double[] asked) {
    if (size == source.length) {
      int grown = Math.multiplyExact(2, size);
      source = Arrays.copyOf(source, grown);
      yes = Arrays.copyOf(yes, grown);
      no = Arrays.copyOf(no, grown);
      values = Arrays.copyOf(values, grown);
      missingHolds = Arrays.copyOf(missingHolds, grown);
    }
    source[size] = from;
    values[size] = asked;
    missingHolds[size] = nodes.missingHolds()[from];
    return size++;
  }

  /** After the children were added: that may have made room in other arrays. */
  private void lead(int n, int ifHolds, int ifNot) {
    yes[n] = ifHolds;
    no[n] = ifNot;
  }

  /** Adds the children of a node. */
  private void open(int n) {
    int from = source[n];
    if (nodes.isLeaf(from)) {
      return;
    }
    if (values[n] != null) {
      openRest(n);
      return;
    }
    Mode mode = nodes.mode()[from];
    if (mode != Mode.EQ && mode != Mode.MEMBER) {
      lead(n, add(nodes.yes()[from], null), add(nodes.no()[from], null));
      return;
    }
    openEqual(n, from);
  }

  private double[] asked(int node) {
    return nodes.mode()[node] == Mode.MEMBER ? nodes.members()[node] : new double[] {nodes.threshold()[node]};
  }

  private void openEqual(int n, int from) {
    double[] all = asked(from);
    int last = from;
    // A chain of tests of one column that all lead to the same child is one test of a set.
    while (continues(nodes.no()[last], from)) {
      last = nodes.no()[last];
      double[] more = asked(last);
      all = Arrays.copyOf(all, all.length + more.length);
      System.arraycopy(more, 0, all, all.length - more.length, more.length);
    }
    if (areCodes(all)) {
      values[n] = all;
      lead(n, add(nodes.yes()[from], null), add(nodes.no()[last], null));
    } else {
      values[n] = asked(from);
      openRest(n);
    }
  }

  private boolean continues(int node, int first) {
    Mode mode = nodes.mode()[node];
    return (mode == Mode.EQ || mode == Mode.MEMBER) && nodes.column()[node] == nodes.column()[first]
        && nodes.yes()[node] == nodes.yes()[first] && areCodes(asked(node))
        && (nodes.missingHolds()[node] == nodes.missingHolds()[first] || inMask(node) && inMask(first));
  }

  /** ONNX Runtime makes one test of a chain of such codes, and asks its first node alone where missing values go. */
  private boolean inMask(int node) {
    return Arrays.stream(asked(node)).allMatch(v -> v >= 1 && v <= MASK);
  }

  /** Numbers that are no codes are asked one after the other. */
  private void openRest(int n) {
    int from = source[n];
    double[] all = values[n];
    int holds = add(nodes.yes()[from], null);
    if (all.length <= 1) {
      lead(n, holds, add(nodes.no()[from], null));
    } else {
      values[n] = new double[] {all[0]};
      lead(n, holds, add(from, Arrays.copyOfRange(all, 1, all.length)));
    }
  }
}
