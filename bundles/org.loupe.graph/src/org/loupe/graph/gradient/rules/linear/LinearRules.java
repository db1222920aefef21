/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.linear;

import java.util.ArrayList;
import java.util.List;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.Emitter;
import org.loupe.graph.gradient.Extent;
import org.loupe.graph.gradient.RuleContext;
import org.loupe.graph.gradient.RuleSet;
import org.loupe.graph.gradient.ShapeEmitter;

/** Rules of Gemm and MatMul: products with the other factor transposed. */
public final class LinearRules {
  private static final long GEMM_WITHOUT_BIAS = 11;

  private LinearRules() {
  }

  public static void register(RuleSet.Builder rules) {
    rules.rule("Gemm", LinearRules::gemm).rule("MatMul", LinearRules::matMul).rule("Einsum", new EinsumRule());
  }

  /** {@code Y = alpha A' B' + beta C}, where A' and B' may be transposed. */
  private static void gemm(RuleContext c) {
    boolean transA = c.node().intValue("transA", 0) != 0;
    boolean transB = c.node().intValue("transB", 0) != 0;
    float alpha = c.node().floatValue("alpha", 1);
    String a = c.input(0);
    String b = c.input(1);
    String g = c.cotangent();
    if (c.wants(0)) {
      c.give(0, transA ? product(c, alpha, b, transB, g, true) : product(c, alpha, g, false, b, !transB));
    }
    if (c.wants(1)) {
      c.give(1, transB ? product(c, alpha, g, true, a, transA) : product(c, alpha, a, !transA, g, false));
    }
    if (c.wants(2)) {
      c.giveBroadcast(2, c.emit().mul(g, c.node().floatValue("beta", 1)));
    }
  }

  private static String product(RuleContext c, float alpha, String a, boolean transA, String b, boolean transB) {
    Emitter emit = c.emit();
    if (emit.opset() >= GEMM_WITHOUT_BIAS) {
      NodeBuilder node = NodeBuilder.of("Gemm").inputs(a, b);
      if (alpha != 1) {
        node.floatValue("alpha", alpha);
      }
      if (transA) {
        node.intValue("transA", 1);
      }
      return emit.node(transB ? node.intValue("transB", 1) : node);
    }
    String left = transA ? emit.shapes().transpose(a, 1, 0) : a;
    String right = transB ? emit.shapes().transpose(b, 1, 0) : b;
    return emit.mul(emit.op("MatMul", left, right), alpha);
  }

  /** Factors with a single axis are rows (left) and columns (right), as in NumPy. */
  private static void matMul(RuleContext c) {
    ShapeEmitter shapes = c.emit().shapes();
    List<Dim> a = c.dims(c.input(0));
    List<Dim> b = c.dims(c.input(1));
    boolean row = a.size() == 1;
    boolean column = b.size() == 1;
    int rank = Math.max(Math.max(a.size(), b.size()), 2);
    String g = c.cotangent();
    // First the last axis: the result of a column has none for it.
    g = column ? shapes.unsqueeze(g, rank - (row ? 2 : 1)) : g;
    g = row ? shapes.unsqueeze(g, rank - 2) : g;
    if (c.wants(0)) {
      String factor = column ? shapes.unsqueeze(c.input(1), 0) : shapes.swap(c.input(1), b.size(), b.size() - 2,
          b.size() - 1);
      String product = c.emit().op("MatMul", g, factor);
      c.give(0, reduced(c, product, productDims(c, rank, row ? Dim.of(1) : a.get(a.size() - 2), a.get(a.size() - 1)),
          0, row, rank - 2));
    }
    if (c.wants(1)) {
      toRight(c, g, a, b, rank);
    }
  }

  private static void toRight(RuleContext c, String g, List<Dim> a, List<Dim> b, int rank) {
    ShapeEmitter shapes = c.emit().shapes();
    boolean row = a.size() == 1;
    boolean column = b.size() == 1;
    if (b.size() == 2 && a.size() > 2) {
      // One product of tall matrices instead of many that are added up.
      String left = shapes.reshape(c.input(0), Extent.REST, shapes.extent(c.input(1), 0));
      String right = shapes.reshape(g, Extent.REST, shapes.extent(c.input(1), 1));
      c.give(1, c.emit().op("MatMul", shapes.transpose(left, 1, 0), right));
      return;
    }
    String factor = row ? shapes.unsqueeze(c.input(0), 1) : shapes.swap(c.input(0), a.size(), a.size() - 2,
        a.size() - 1);
    String product = c.emit().op("MatMul", factor, g);
    Dim inner = b.get(column ? 0 : b.size() - 2);
    c.give(1, reduced(c, product, productDims(c, rank, inner, column ? Dim.of(1) : b.get(b.size() - 1)), 1, column,
        rank - 1));
  }

  /** The axes of the result but for the two of the matrices, then those two. */
  private static List<Dim> productDims(RuleContext c, int rank, Dim rows, Dim columns) {
    List<Dim> out = c.dims(c.output(0));
    List<Dim> dims = new ArrayList<>(out.subList(0, rank - 2));
    dims.add(rows);
    dims.add(columns);
    return dims;
  }

  private static String reduced(RuleContext c, String product, List<Dim> dims, int input, boolean vector, int added) {
    ShapeEmitter shapes = c.emit().shapes();
    if (!vector) {
      return shapes.unbroadcast(product, dims, c.input(input));
    }
    String squeezed = shapes.squeeze(product, added);
    List<Dim> rest = new ArrayList<>(dims);
    rest.remove(added);
    return shapes.unbroadcast(squeezed, rest, c.input(input));
  }
}
