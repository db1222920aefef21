/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.math.tensor.Tensor;

/** The target's score for many variants of one input, in batches. */
final class Batches {
  /** Largest difference that batching may make, relative to the largest score of the value. */
  private static final double INVARIANT = 1e-5;
  private final BatchRunner<Scored> runner;
  private final Forward forward;

  /** A score, and the value that it was read from. */
  private record Scored(double score, Tensor value) {
    double scale() {
      return Arrays.stream(value.toDoubles()).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    }
  }

  private record Forward(Engine engine, ResolvedTarget target) implements BatchRunner.Pass<Scored> {
    @Override
    public List<Scored> run(Map<String, Tensor> inputs, int[] items) throws LoupeException {
      Tensor value = engine.forward(new ForwardRequest(inputs, List.of(target.value()))).value(target.value());
      return Arrays.stream(Scores.read(target, value, items.length)).mapToObj(s -> new Scored(s, value)).toList();
    }

    @Override
    public boolean same(Scored alone, Scored together) {
      return Double.compare(alone.score(), together.score()) == 0
          || Math.abs(alone.score() - together.score()) <= INVARIANT * together.scale();
    }
  }

  Batches(Engine engine, Map<String, Tensor> subject, ResolvedTarget target, int size, Consumer<String> notes) {
    this.runner = new BatchRunner<>(engine, subject, size, notes);
    this.forward = new Forward(engine, target);
  }

  int size() {
    return runner.size();
  }

  /** As {@link org.loupe.api.explain.ExplainContext#scores}. */
  double[] scores(int count, IntFunction<Map<String, Tensor>> variant) throws LoupeException {
    double[] out = new double[Math.max(0, count)];
    int[] next = {0};
    runner.run(forward, count, variant, scored -> out[next[0]++] = scored.score());
    return out;
  }
}
