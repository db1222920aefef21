/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.cost;

import static org.loupe.graph.cost.NodeShapes.size;

import java.util.Map;
import org.loupe.graph.Attribute;

/** Matrix products: each element of the result is a sum over the axis that is contracted. */
final class ProductCosts {
  private ProductCosts() {
  }

  static void addTo(Map<String, CostRule> rules) {
    CostRule product = ProductCosts::product;
    rules.put("MatMul", product);
    rules.put("MatMulInteger", product);
    rules.put("QLinearMatMul", product);
    rules.put("com.microsoft.DynamicQuantizeMatMul", product);
    rules.put("com.microsoft.MatMulIntegerToFloat", product);
    rules.put("com.microsoft.MatMulNBits", product);
    rules.put("com.microsoft.FusedMatMul", n -> n.node().intValue("transBatchA", 0) != 0 ? unknown()
        : Math.multiplyExact(size(n.output()), contracted(n)));
    rules.put("Gemm", n -> Math.multiplyExact(size(n.output()), contracted(n)));
    rules.put("com.microsoft.FusedGemm", rules.get("Gemm"));
    rules.put("Einsum", EinsumCost::of);
    rules.put("ai.onnx.ml.LinearClassifier", ProductCosts::linearModel);
    rules.put("ai.onnx.ml.LinearRegressor", ProductCosts::linearModel);
  }

  private static long unknown() {
    throw new UnknownCostException();
  }

  private static long product(NodeShapes n) {
    long[] left = n.input(0);
    return left.length == 0 ? unknown() : Math.multiplyExact(size(n.output()), left[left.length - 1]);
  }

  private static long contracted(NodeShapes n) {
    long[] left = n.input(0);
    if (left.length < 2) {
      throw new UnknownCostException();
    }
    return left[left.length - (n.node().intValue("transA", 0) != 0 ? 2 : 1)];
  }

  /** Every row of features meets every coefficient. */
  private static long linearModel(NodeShapes n) {
    long[] rows = n.input(0);
    long coefficients = n.node().attributes().get("coefficients") instanceof Attribute.FloatList f
        ? f.values().length : unknown();
    return Math.multiplyExact(rows.length < 2 ? 1 : rows[0], coefficients);
  }
}
