/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.Provenance;
import org.loupe.api.result.Result;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunStatus;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Tensor;

/**
 * Two records of what should be the same.
 *
 * @param bitEqual whether values and figures are the same to the last bit
 * @param maxDifference largest absolute difference of two values; NaN if they cannot be compared
 * @param differences what differs in their origin, a line each
 */
public record Comparison(boolean bitEqual, double maxDifference, List<String> differences) {

  /** @throws LoupeException if a contributed result cannot say what it is */
  public static Comparison of(RunRecord before, RunRecord after) throws LoupeException {
    List<String> differences = origins(before.provenance(), after.provenance());
    if (before.status() != RunStatus.COMPLETED) {
      differences.add("the recorded result is partial");
    }
    Result a = before.result();
    Result b = after.result();
    if (a instanceof CustomResult x && b instanceof CustomResult y) {
      boolean same = StoredTable.of(x, before.provenance().bundle()).equals(StoredTable.of(y,
          after.provenance().bundle()));
      return new Comparison(same, same ? 0 : Double.NaN, differences);
    }
    Tensor v = Results.values(a).orElse(null);
    Tensor w = Results.values(b).orElse(null);
    if (v == null || w == null || a.getClass() != b.getClass() || !v.shape().equals(w.shape())) {
      differences.add("the results are of different kinds or shapes");
      return new Comparison(false, Double.NaN, differences);
    }
    boolean figures = bits(a.figures()).equals(bits(b.figures()));
    if (!figures) {
      differences.add("figures: " + a.figures() + ", now " + b.figures());
    }
    return new Comparison(figures && bitEqual(v, w), maxDifference(v, w), differences);
  }

  private static List<String> origins(Provenance a, Provenance b) {
    List<String> out = new ArrayList<>();
    differ(out, "model SHA-256", a.modelHash(), b.modelHash());
    differ(out, "input SHA-256", a.inputHash(), b.inputHash());
    differ(out, "bundle", a.bundle(), b.bundle());
    differ(out, "settings", a.settings(), b.settings());
    differ(out, "target", a.target(), b.target());
    differ(out, "score read from", a.output(), b.output());
    differ(out, "engine", a.runtime().engine() + " " + a.runtime().version(),
        b.runtime().engine() + " " + b.runtime().version());
    differ(out, "device", a.runtime().device(), b.runtime().device());
    differ(out, "threads", a.runtime().threads(), b.runtime().threads());
    differ(out, "batch size", a.batchSize(), b.batchSize());
    return out;
  }

  private static void differ(List<String> out, String what, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      out.add(what + ": " + before + ", now " + now);
    }
  }

  private static Map<String, Long> bits(Map<String, Double> figures) {
    return figures.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        e -> Double.doubleToRawLongBits(e.getValue())));
  }

  private static boolean bitEqual(Tensor a, Tensor b) {
    return a.type() == b.type() && inMemory(a).data().equals(inMemory(b).data());
  }

  private static ArrayTensor inMemory(Tensor tensor) {
    return tensor instanceof FileTensor slice ? slice.load() : (ArrayTensor) tensor;
  }

  /** Equal values that are not a number differ by nothing; a number and none by infinity. */
  private static double maxDifference(Tensor a, Tensor b) {
    double max = 0;
    for (long i = 0; i < a.size(); i++) {
      double x = a.get(i);
      double y = b.get(i);
      double d = Double.compare(x, y) == 0 ? 0 : Math.abs(x - y);
      max = Math.max(max, Double.isNaN(d) ? Double.POSITIVE_INFINITY : d);
    }
    return max;
  }
}
