/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.math.tensor.Tensor;

/**
 * Scores many variants of one input in batches. Before it batches it makes sure, on the first two variants, that the
 * model gives an item the same score whatever its neighbours are; where it does not, variants run one by one. Where
 * memory runs short, batches are halved.
 */
final class Batches {
  /** Largest difference that batching may make, relative to the largest score of the value. */
  private static final double INVARIANT = 1e-5;
  private final Engine engine;
  private final Map<String, Tensor> subject;
  private final ResolvedTarget target;
  private final Consumer<String> notes;
  private Optional<Stacking> stacking;
  private boolean proven;
  private int size;

  Batches(Engine engine, Map<String, Tensor> subject, ResolvedTarget target, int size, Consumer<String> notes) {
    this.engine = engine;
    this.subject = subject;
    this.target = target;
    this.notes = notes;
    this.stacking = size == 1 ? Optional.empty() : Stacking.of(engine.model(), subject);
    this.size = stacking.isPresent() ? size : 1;
  }

  synchronized int size() {
    return size;
  }

  /** As {@link org.loupe.api.explain.ExplainContext#scores}. */
  synchronized double[] scores(int count, IntFunction<Map<String, Tensor>> variant) throws LoupeException {
    if (count < 0) {
      throw new IllegalArgumentException(count + " variants");
    }
    double[] out = new double[count];
    int next = 0;
    while (next < count) {
      engine.check();
      List<Map<String, Tensor>> chunk = new ArrayList<>();
      for (int i = next; i < Math.min(count, next + size); i++) {
        chunk.add(checked(variant.apply(i), i));
      }
      for (double score : chunk(chunk)) {
        out[next++] = score;
      }
    }
    return out;
  }

  private double[] chunk(List<Map<String, Tensor>> chunk) throws LoupeException {
    if (chunk.size() < 2 || stacking.isEmpty() || !stacking.get().takes(chunk)) {
      return single(chunk);
    }
    if (!proven && !prove(chunk.subList(0, 2))) {
      stacking = Optional.empty();
      size = 1;
      return single(chunk);
    }
    proven = true;
    try {
      return Scores.read(target, forward(stacking.get().stack(chunk)), chunk.size());
    } catch (LoupeException | OutOfMemoryError e) {
      if (e instanceof LoupeException failure && !MemoryFailures.is(failure)) {
        throw failure;
      }
      return halved(chunk);
    }
  }

  private double[] halved(List<Map<String, Tensor>> chunk) throws LoupeException {
    size = Math.min(size, Math.max(1, chunk.size() / 2));
    notes.accept("Memory ran short, so batches became smaller: a rerun may differ in the last digits.");
    double[] out = new double[chunk.size()];
    int next = 0;
    while (next < out.length) {
      engine.check();
      // The size may have become smaller again meanwhile.
      double[] part = chunk(chunk.subList(next, Math.min(out.length, next + size)));
      System.arraycopy(part, 0, out, next, part.length);
      next += part.length;
    }
    return out;
  }

  private double[] single(List<Map<String, Tensor>> chunk) throws LoupeException {
    double[] out = new double[chunk.size()];
    for (int i = 0; i < out.length; i++) {
      engine.check();
      Map<String, Tensor> inputs = new LinkedHashMap<>(subject);
      inputs.putAll(chunk.get(i));
      out[i] = Scores.read(target, forward(inputs), 1)[0];
    }
    return out;
  }

  private boolean prove(List<Map<String, Tensor>> two) throws LoupeException {
    double[] alone = single(two);
    try {
      Tensor value = forward(stacking.get().stack(two));
      double[] together = Scores.read(target, value, 2);
      double scale = 0;
      for (double v : value.toDoubles()) {
        scale = Double.isFinite(v) ? Math.max(scale, Math.abs(v)) : scale;
      }
      if (same(alone[0], together[0], scale) && same(alone[1], together[1], scale)) {
        return true;
      }
      notes.accept("The model's answer for an item depends on the others in its batch, so items were run one by one.");
      return false;
    } catch (LoupeException e) {
      // An open batch axis is a promise that many exported models do not keep: they reshape to one item inside.
      return false;
    }
  }

  private static boolean same(double a, double b, double scale) {
    return Double.compare(a, b) == 0 || Math.abs(a - b) <= INVARIANT * scale;
  }

  private Tensor forward(Map<String, Tensor> inputs) throws LoupeException {
    return engine.forward(new ForwardRequest(inputs, List.of(target.value()))).value(target.value());
  }

  /** What a method hands over is checked here, so that the method and not the engine is to blame. */
  private Map<String, Tensor> checked(Map<String, Tensor> variant, int index) {
    // Asked one by one: an immutable map throws when it is asked for null.
    if (variant == null || variant.values().stream().anyMatch(Objects::isNull)
        || variant.keySet().stream().anyMatch(name -> name == null || !subject.containsKey(name))) {
      throw new IllegalArgumentException("variant " + index + " is no set of inputs of the model: "
          + (variant == null ? "null" : variant.keySet()));
    }
    return variant;
  }
}
