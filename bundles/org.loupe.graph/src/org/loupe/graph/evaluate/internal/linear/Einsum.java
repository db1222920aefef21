/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Value;

/** Einstein summation, with ellipses. */
public final class Einsum {
  /** Stands for the axes of an ellipsis, of which the last one is {@code '0'}, the one before {@code '1'} and so on. */
  private static final char ELLIPSIS = '0';

  private final List<Value> operands;
  private final List<String> terms = new ArrayList<>();
  private final Map<Character, Integer> extents = new LinkedHashMap<>();
  private String result;

  private Einsum(List<Value> operands) {
    this.operands = operands;
  }

  public static Value run(Call call) {
    Einsum sum = new Einsum(call.inputs());
    sum.parse(call.node().string("equation", "").replace(" ", ""));
    return sum.sum();
  }

  private void parse(String equation) {
    int arrow = equation.indexOf("->");
    String[] left = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
    if (left.length != operands.size()) {
      throw new IllegalArgumentException("equation '" + equation + "' does not have a term for each operand");
    }
    int widest = 0;
    for (int i = 0; i < left.length; i++) {
      int width = left[i].contains("...") ? operands.get(i).rank() - (left[i].length() - 3) : 0;
      widest = Math.max(widest, width);
      terms.add(left[i].replace("...", ellipsis(width)));
      name(terms.get(i), operands.get(i));
    }
    result = arrow < 0 ? implicit(ellipsis(widest))
        : equation.substring(arrow + 2).replace("...", ellipsis(widest));
  }

  private static String ellipsis(int width) {
    StringBuilder s = new StringBuilder();
    for (int i = width - 1; i >= 0; i--) {
      s.append((char) (ELLIPSIS + i));
    }
    return s.toString();
  }

  private void name(String term, Value operand) {
    if (term.length() != operand.rank()) {
      throw new IllegalArgumentException("term '" + term + "' does not name the axes of " + operand);
    }
    for (int a = 0; a < term.length(); a++) {
      int extent = operand.dim(a);
      int known = extents.getOrDefault(term.charAt(a), 1);
      if (known != 1 && extent != 1 && known != extent) {
        throw new IllegalArgumentException("axis '" + term.charAt(a) + "' has extents " + known + " and " + extent);
      }
      extents.put(term.charAt(a), known == 1 ? extent : known);
    }
  }

  /** Without an arrow: the axes of the ellipsis, then those named once, in alphabetical order. */
  private String implicit(String ellipsis) {
    Map<Character, Integer> counts = new TreeMap<>();
    String.join("", terms).chars().filter(c -> ellipsis.indexOf(c) < 0)
        .forEach(c -> counts.merge((char) c, 1, Integer::sum));
    StringBuilder s = new StringBuilder(ellipsis);
    counts.forEach((c, n) -> s.append(n == 1 ? c.toString() : ""));
    return s.toString();
  }

  private Value sum() {
    StringBuilder all = new StringBuilder(result);
    extents.keySet().stream().filter(c -> result.indexOf(c) < 0).forEach(all::append);
    String axes = all.toString();
    int[] dims = axes.chars().map(c -> extents.get((char) c)).toArray();
    Value out = operands.get(0).like(Arrays.copyOf(dims, result.length()));
    int inner = Math.max(1, Dims.size(dims, result.length(), dims.length));
    for (int i = 0; i < Dims.size(dims); i++) {
      int[] at = Dims.unravel(i, dims);
      double product = 1;
      for (int t = 0; t < terms.size(); t++) {
        Value operand = operands.get(t);
        int[] place = terms.get(t).chars().map(c -> at[axes.indexOf(c)]).toArray();
        product *= operand.real(Dims.broadcastFlat(place, operand.dims()));
      }
      out.setReal(i / inner, out.real(i / inner) + product);
    }
    return out;
  }
}
