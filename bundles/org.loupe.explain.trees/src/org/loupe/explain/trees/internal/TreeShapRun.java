/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.result.AttributionTable;
import org.loupe.explain.trees.internal.TreeShapMethod.RowNumber;
import org.loupe.explain.trees.internal.shap.Attribution;
import org.loupe.explain.trees.internal.shap.FlatEnsemble;
import org.loupe.explain.trees.internal.shap.Output;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Explains rows in parts, so that memory does not grow with their number, and checks that every row adds up. */
final class TreeShapRun {
  /** Largest error of a sum, relative to the score where that is more than 1. */
  static final double TOLERANCE = 1e-6;
  private static final long PART_BYTES = 16L << 20;
  private static final int PART_ROWS = 8192;
  private static final int STRONGEST = 5;

  private final FlatEnsemble flat;
  private final Attribution attribution;
  private final RowNumber base;
  private final Output output;
  private final TreeRows rows;
  private final TreeFeatures features;
  private final ExplainContext context;
  private double worst;
  private double firstBase;
  private boolean oneBase = true;

  TreeShapRun(FlatEnsemble flat, Attribution attribution, RowNumber base, Output output, TreeRows rows,
      TreeFeatures features, ExplainContext context) {
    this.flat = flat;
    this.attribution = attribution;
    this.base = base;
    this.output = output;
    this.rows = rows;
    this.features = features;
    this.context = context;
  }

  AttributionTable explain(String score, List<String> names, boolean interactions) throws LoupeException {
    Runnable pulse = context.progress()::check;
    int count = rows.count();
    int wide = features.count();
    TensorOut values = new TensorOut(Shape.of(count, wide), pulse);
    TensorOut inputs = new TensorOut(Shape.of(count, wide), pulse);
    TensorOut bases = new TensorOut(Shape.of(count), pulse);
    TensorOut scores = new TensorOut(Shape.of(count), pulse);
    TensorOut pairs = interactions ? new TensorOut(Shape.of(count, wide, wide), pulse) : null;
    double[] strength = new double[wide];
    int part = part(interactions ? (long) wide * wide : wide);
    context.progress().begin("Explaining rows", count);
    for (int from = 0; from < count; from += part) {
      int many = Math.min(part, count - from);
      double[] table = rows.table(from, many);
      double[] found = new double[Math.multiplyExact(many, attribution.width())];
      int start = from;
      attribution.explain(table, rows.ensemble().columns().size(), start, many, found, pulse);
      double[] folded = interactions ? foldPairs(found, many, pairs) : fold(found, many);
      double[] base = bases(start, many);
      double[] reached = scores(table, start, many, names);
      check(folded, base, reached, names, start);
      for (int i = 0; i < folded.length; i++) {
        strength[i % wide] += Math.abs(folded[i]);
      }
      values.write(folded);
      inputs.write(features.values(from, many, table));
      bases.write(base);
      scores.write(reached);
      context.progress().worked(many);
    }
    return new AttributionTable(score, features.features(), names, values.tensor(), inputs.tensor(), bases.tensor(),
        scores.tensor(), interactions ? Optional.of(pairs.tensor()) : Optional.empty(),
        figures(scores.tensor(), strength));
  }

  /** Rows that are explained together. @param numbers that come out for each */
  private int part(long numbers) {
    long widest = Math.max(Math.max(numbers, attribution.width()), rows.ensemble().columns().size());
    return (int) Math.clamp(PART_BYTES / (8 * Math.max(1, widest)), 1L, PART_ROWS);
  }

  private double[] bases(int from, int many) {
    double[] out = IntStream.range(from, from + many).mapToDouble(base::of).toArray();
    firstBase = from == 0 ? out[0] : firstBase;
    for (double value : out) {
      oneBase &= value == firstBase;
    }
    return out;
  }

  private double[] fold(double[] found, int many) {
    int players = flat.players();
    int wide = features.count();
    double[] out = new double[Math.multiplyExact(many, wide)];
    for (int row = 0; row < many; row++) {
      for (int player = 0; player < players; player++) {
        out[row * wide + features.of(flat.column(player))] += found[row * players + player];
      }
    }
    return out;
  }

  /** Writes the pairs of features, and gives what each has together with all others. */
  private double[] foldPairs(double[] found, int many, TensorOut pairs) throws LoupeException {
    int players = flat.players();
    int wide = features.count();
    double[] out = new double[Math.multiplyExact(Math.multiplyExact(many, wide), wide)];
    double[] sums = new double[many * wide];
    for (int row = 0; row < many; row++) {
      for (int i = 0; i < players; i++) {
        int one = features.of(flat.column(i));
        for (int j = 0; j < players; j++) {
          double value = found[(row * players + i) * players + j];
          out[(row * wide + one) * wide + features.of(flat.column(j))] += value;
          sums[row * wide + one] += value;
        }
      }
    }
    pairs.write(out);
    return sums;
  }

  private double[] scores(double[] table, int from, int many, List<String> names) throws LoupeException {
    int width = rows.ensemble().columns().size();
    double[] out = new double[many];
    double[] row = new double[width];
    for (int i = 0; i < many; i++) {
      System.arraycopy(table, i * width, row, 0, width);
      out[i] = output.of(flat.score(row), from + i);
      if (!Double.isFinite(out[i])) {
        throw LoupeException.badInput("row " + names.get(from + i) + " has the score " + out[i]
            + ", which cannot be attributed; look for leaves or a base that are not finite in the model's file");
      }
    }
    return out;
  }

  private void check(double[] values, double[] base, double[] scores, List<String> names, int from)
      throws LoupeException {
    int wide = features.count();
    for (int row = 0; row < scores.length; row++) {
      double sum = base[row];
      for (int f = 0; f < wide; f++) {
        sum += values[row * wide + f];
      }
      double error = Math.abs(sum - scores[row]) / Math.max(1, Math.abs(scores[row]));
      if (!(error <= TOLERANCE)) {
        throw LoupeException.failed("attributions of row " + names.get(from + row) + " add up to " + sum
            + " and not to its score " + scores[row] + "; this is a defect of tree-shap or of the model's loader",
            null);
      }
      worst = Math.max(worst, error);
    }
  }

  private Map<String, Double> figures(Tensor scores, double[] strength) {
    Map<String, Double> out = new LinkedHashMap<>();
    int count = rows.count();
    if (count == 1) {
      out.put("score", scores.get(0));
    } else {
      out.put("rows", (double) count);
    }
    if (oneBase) {
      out.put("base value", firstBase);
    }
    out.put("sum error", worst);
    if (count > 1) {
      IntStream.range(0, strength.length).boxed().filter(f -> strength[f] > 0)
          .sorted(Comparator.comparingDouble((Integer f) -> -strength[f])).limit(STRONGEST)
          .forEach(f -> out.put("mean |value| of " + features.features().get(f).name(), strength[f] / count));
    }
    return out;
  }
}
