/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.Printable;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.model.ModelLease;
import org.loupe.math.scale.Numbers;

/** The decision trees that a model is made of, and the columns that they ask, as text and as plain data for JSON. */
final class TreesText {
  private static final String CAPABILITY = "trees";
  private static final int SHOWN = 12;
  private static final int DIGITS = 6;

  /** Null if they cannot be told; then {@code problem} says why. */
  private final TreeEnsemble trees;
  private final String problem;

  private TreesText(TreeEnsemble trees, String problem) {
    this.trees = trees;
    this.problem = problem;
  }

  /** @return null for a model that is not made of trees */
  static TreesText of(ModelLease lease, Progress progress) throws LoupeException {
    if (!lease.description().capabilities().contains(CAPABILITY)) {
      return null;
    }
    try {
      Optional<TreeEnsemble> trees = lease.facet(TreeEnsemble.class, progress);
      return trees.isPresent() ? new TreesText(trees.get(), "") : null;
    } catch (LoupeException e) {
      if (e.kind() == LoupeException.Kind.FAILED) {
        throw e;
      }
      // All else that a model says of itself is worth showing.
      return new TreesText(null, e.getMessage());
    }
  }

  private int nodes() {
    return trees.trees().stream().mapToInt(Tree::size).sum();
  }

  private int depth() {
    return trees.trees().stream().mapToInt(Tree::depth).max().orElse(0);
  }

  private static String link(Link link) {
    return link.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Map<String, Object> json() {
    Map<String, Object> out = new LinkedHashMap<>();
    if (trees == null) {
      out.put("problem", problem);
      return out;
    }
    out.put("count", trees.trees().size());
    out.put("nodes", nodes());
    out.put("depth", depth());
    out.put("value", trees.value());
    out.put("single-precision", trees.singlePrecision());
    out.put("cover", trees.hasCover());
    out.put("outputs", trees.outputs());
    out.put("base", trees.base());
    out.put("link", link(trees.link()));
    out.put("factor", trees.link().factor());
    out.put("margin-layer", trees.marginLayer().isEmpty() ? null : trees.marginLayer());
    out.put("columns", trees.columns().stream().map(TreesText::json).toList());
    return out;
  }

  private static Map<String, Object> json(TreeColumn column) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", column.name());
    out.put("input", column.input());
    out.put("element", column.element());
    out.put("scale", column.isComputed() ? null : column.scale());
    out.put("offset", column.offset());
    out.put("category", column.category());
    out.put("words", column.words());
    return out;
  }

  /** @param all whether every column is listed */
  void print(boolean all, PrintStream out) {
    if (trees == null) {
      out.println("trees: " + Printable.of(problem));
      return;
    }
    out.println("trees");
    TextTable facts = new TextTable().left("").left("");
    facts.row("trees", Figures.count(trees.trees().size()) + ", " + Figures.plural(nodes(), "node") + ", "
        + Figures.plural(depth(), "step") + " deep at most");
    facts.row("ask", trees.value() + ", " + Figures.plural(trees.columns().size(), "column")
        + (trees.singlePrecision() ? " in single precision" : " in double precision"));
    facts.row("raw scores", cut(trees.outputs(), trees.outputs().size())
        + (trees.marginLayer().isEmpty() ? "; no value of the model holds them" : "; in " + trees.marginLayer()));
    facts.row("base", cut(trees.base().stream().map(v -> Numbers.format(v, DIGITS)).toList(),
        trees.base().size()));
    facts.row("link", link(trees.link()));
    facts.row("cover", trees.hasCover() ? "known for every node" : "not known: methods need a background");
    facts.print(out, "  ");
    TextTable columns = new TextTable().left("column").left("comes from").left("as");
    trees.columns().stream().limit(all ? Long.MAX_VALUE : SHOWN)
        .forEach(c -> columns.row(c.name(), "element " + c.element() + " of " + c.input(), how(c)));
    columns.print(out, "  ");
    if (!all && trees.columns().size() > SHOWN) {
      out.println("  and " + Figures.count(trees.columns().size() - SHOWN) + " more (--layers lists them)");
    }
  }

  private static String how(TreeColumn column) {
    if (column.isComputed()) {
      return "computed of it alone";
    }
    List<String> steps = new ArrayList<>();
    if (!column.category().isEmpty()) {
      steps.add("is it " + column.category());
    }
    if (!column.words().isEmpty()) {
      steps.add("code of " + cut(column.words(), column.words().size()));
    }
    if (column.offset() != 0) {
      steps.add((column.offset() < 0 ? "less " : "plus ") + Numbers.format(Math.abs(column.offset()), DIGITS));
    }
    if (column.scale() != 1) {
      steps.add("times " + Numbers.format(column.scale(), DIGITS));
    }
    return String.join(", ", steps);
  }

  private static String cut(List<String> words, int count) {
    return words.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (count > SHOWN ? ", ..." : "");
  }
}
