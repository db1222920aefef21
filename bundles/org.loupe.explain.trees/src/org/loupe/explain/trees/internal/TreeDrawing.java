/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.result.CustomResult;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.scale.Numbers;

/** A tree of an ensemble as a table of its nodes, and in words the way of a row through it. */
final class TreeDrawing implements CustomResult {
  /** Kind of result. */
  static final String KIND = "tree";
  /** Codes of a set that are written out. */
  private static final int CODES = 12;
  /** LightGBM writes 1e-35 for the border between 0 and more. */
  private static final double ZERO = 1e-34;

  private final List<List<String>> rows = new ArrayList<>();
  private final String text;
  private final Map<String, Double> figures;
  private final TreeEnsemble ensemble;
  private final TreeFeatures features;
  private final Tree tree;

  /** @param row values of the columns for the row whose way is shown */
  TreeDrawing(int index, TreeEnsemble ensemble, TreeFeatures features, NodeRows reached, double[] row, String name,
      Map<String, Double> figures) {
    this.ensemble = ensemble;
    this.features = features;
    this.figures = Collections.unmodifiableMap(figures);
    tree = ensemble.trees().get(index);
    int[] parent = new int[tree.size()];
    Arrays.fill(parent, -1);
    for (int node = 0; node < parent.length; node++) {
      if (!tree.isLeaf(node)) {
        parent[tree.yes(node)] = node;
        parent[tree.no(node)] = node;
      }
    }
    List<String> way = new ArrayList<>();
    boolean[] passed = new boolean[tree.size()];
    int node = 0;
    passed[0] = true;
    while (!tree.isLeaf(node)) {
      boolean holds = tree.holds(node, row[tree.column(node)]);
      way.add(asks(node) + ": " + (holds ? "yes" : "no") + " (" + shown(node, row[tree.column(node)]) + ")");
      node = holds ? tree.yes(node) : tree.no(node);
      passed[node] = true;
    }
    for (int n = 0; n < tree.size(); n++) {
      rows.add(List.of(Integer.toString(n), parent[n] < 0 ? "" : Integer.toString(parent[n]),
          parent[n] < 0 ? "" : tree.yes(parent[n]) == n ? "yes" : "no", tree.isLeaf(n) ? "" : asks(n),
          passed[n] ? "yes" : "", number(tree.cover(n)), Long.toString(reached.count(n)),
          tree.isLeaf(n) ? "" : number(column(n).seen(reached.low(n))),
          tree.isLeaf(n) ? "" : number(column(n).seen(reached.high(n))),
          Arrays.stream(reached.histogram(n)).mapToObj(Long::toString).collect(Collectors.joining(" ")),
          tree.isLeaf(n) ? values(n) : ""));
    }
    text = "Tree " + index + " of " + ensemble.trees().size() + ". Row " + name + " goes "
        + (way.isEmpty() ? "nowhere: the tree is a single leaf" : String.join("; ", way)) + ". It adds " + values(node)
        + ".";
  }

  private String values(int leaf) {
    List<String> out = new ArrayList<>();
    for (int k = 0; k < tree.outputCount(); k++) {
      String value = Numbers.format(tree.value(leaf, k));
      out.add(ensemble.outputs().size() == 1 ? value
          : value + " to " + ensemble.outputs().get(tree.output(k)));
    }
    return String.join(", ", out);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Numbers.format(value) : "";
  }

  private TableColumn column(int node) {
    int column = tree.column(node);
    return features.shown(column, ensemble.columns().get(column));
  }

  private String shown(int node, double value) {
    return Double.isNaN(value) ? "missing" : column(node).text(value);
  }

  private String asks(int node) {
    TableColumn column = column(node);
    double value = column.seen(Math.abs(tree.threshold(node)) < ZERO ? 0 : tree.threshold(node));
    boolean turned = column.scale() < 0;
    return column.name() + switch (tree.test(node)) {
      case LESS -> (turned ? " > " : " < ") + Numbers.format(value);
      case LESS_OR_EQUAL -> (turned ? " \u2265 " : " \u2264 ") + Numbers.format(value);
      case EQUAL -> " = " + column.text(tree.threshold(node));
      case IN_SET -> " in " + codes(column, tree.codes(node));
    };
  }

  private static String codes(TableColumn column, BitSet codes) {
    String some = codes.stream().limit(CODES).mapToObj(column::text).collect(Collectors.joining(", "));
    return "{" + some + (codes.cardinality() > CODES ? ", and " + (codes.cardinality() - CODES) + " more" : "") + "}";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<String> columns() {
    return List.of("node", "parent", "branch", "asks", "on the way", "cover", "rows", "from", "to",
        "distribution", "adds");
  }

  @Override
  public List<List<String>> rows() {
    return Collections.unmodifiableList(rows);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Map<String, Double> figures() {
    return figures;
  }
}
