/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loupe.api.LoupeException;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Provenance;
import org.loupe.api.result.Result;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunStatus;
import org.loupe.math.tensor.Tensor;

/**
 * Two records of what should be the same.
 *
 * @param bitEqual whether values and figures are the same to the last bit
 * @param maxDifference largest absolute difference of two values; NaN if they cannot be compared
 * @param differences what differs in their origin, a line each
 */
public record Comparison(boolean bitEqual, double maxDifference, List<String> differences) {

  /** @throws LoupeException if a contributed result cannot say what it is, or the file of a value cannot be read */
  public static Comparison of(RunRecord before, RunRecord after) throws LoupeException {
    try {
      return compare(before, after);
    } catch (UncheckedIOException e) {
      throw LoupeException.badInput("cannot read the values of the result: " + e.getCause().getMessage(), e);
    }
  }

  private static Comparison compare(RunRecord before, RunRecord after) throws LoupeException {
    List<String> differences = origins(before.provenance(), after.provenance());
    if (before.status() != RunStatus.COMPLETED) {
      differences.add("the recorded result is partial");
    }
    Contents a = Contents.of(before.result(), before.provenance().bundle());
    Contents b = Contents.of(after.result(), after.provenance().bundle());
    if (!comparable(a, b)) {
      differences.add("the results are of different kinds or shapes");
      return new Comparison(false, Double.NaN, differences);
    }
    List<String> apart = a.others.keySet().stream().filter(k -> !a.others.get(k).equals(b.others.get(k))).toList();
    apart.forEach(k -> differences.add(k + " is not the same"));
    boolean figures = bits(before.result()).equals(bits(after.result()));
    if (!figures) {
      differences.add("figures: " + before.result().figures() + ", now " + after.result().figures());
    }
    boolean equal = figures && apart.isEmpty();
    double max = a.numbers.isEmpty() && !equal ? Double.NaN : 0;
    for (Map.Entry<String, Tensor> e : a.numbers.entrySet()) {
      Tensor now = b.numbers.get(e.getKey());
      equal &= TensorBits.equal(e.getValue(), now);
      max = Math.max(max, TensorBits.maxDifference(e.getValue(), now));
    }
    return new Comparison(equal, max, differences);
  }

  private static boolean comparable(Contents a, Contents b) {
    return a.numbers.keySet().equals(b.numbers.keySet()) && a.others.keySet().equals(b.others.keySet())
        && a.numbers.keySet().stream().allMatch(k -> a.numbers.get(k).shape().equals(b.numbers.get(k).shape()));
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

  /** Figures of a composite's parts count too. */
  private static Map<String, Long> bits(Result result) {
    Map<String, Long> out = new LinkedHashMap<>();
    result.figures().forEach((k, v) -> out.put(k, Double.doubleToRawLongBits(v)));
    if (result instanceof Composite c) {
      c.parts().forEach((name, part) -> bits(part).forEach((k, v) -> out.put(name + ": " + k, v)));
    }
    return out;
  }
}
