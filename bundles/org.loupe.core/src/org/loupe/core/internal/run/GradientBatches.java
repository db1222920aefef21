/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.api.model.facet.MissingRulesException;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** The derivatives of the target's score, or of a method's own scores, for many variants of one input, in batches. */
final class GradientBatches {
  /**
   * Largest difference that batching may make, relative to the length of the gradient. Rectifiers that switch at a
   * value of about 0 change a gradient by more than rounding does; a model that mixes items changes it all.
   */
  private static final double INVARIANT = 1e-3;
  private final Engine engine;
  private final Map<String, Tensor> inputs;
  private final GradientSource target;
  private final Alternatives alternatives;
  private final Consumer<String> notes;
  private final Map<Key, BatchRunner<Gradients>> runners = new HashMap<>();
  private int size;

  /** What is proven for one kind of pass need not hold for another. */
  private record Key(GradientQuery query, String value) {
  }

  GradientBatches(Engine engine, SubjectPass subject, Map<String, Tensor> inputs, ResolvedTarget target, int size,
      Alternatives alternatives, Consumer<String> notes) {
    this.engine = engine;
    this.inputs = inputs;
    this.target = new GradientSource.OfTarget(engine, subject, target);
    this.size = size;
    this.alternatives = alternatives;
    this.notes = notes;
  }

  /** Variants in a batch; empty as long as no gradient was asked for. */
  synchronized OptionalInt size() {
    return runners.values().stream().mapToInt(BatchRunner::size).min();
  }

  /** As {@link org.loupe.api.explain.ExplainContext#gradients}. */
  void run(int count, IntFunction<Map<String, Tensor>> variant, GradientQuery query, Consumer<Gradients> each)
      throws LoupeException {
    run(target, count, variant, query, each);
  }

  /** The same for scores that are weighted sums of one value. */
  void run(String value, int count, IntFunction<Map<String, Tensor>> variant, IntFunction<Tensor> weights,
      GradientQuery query, Consumer<Gradients> each) throws LoupeException {
    run(new GradientSource.Weighted(value, weights), count, variant, query, each);
  }

  private void run(GradientSource source, int count, IntFunction<Map<String, Tensor>> variant, GradientQuery query,
      Consumer<Gradients> each) throws LoupeException {
    try {
      runner(new Key(query, source.value())).run(new Pass(query, source), count, variant, each);
    } catch (MissingRulesException e) {
      throw alternatives.in(e);
    }
  }

  private synchronized BatchRunner<Gradients> runner(Key key) {
    size = size().orElse(size);
    return runners.computeIfAbsent(key, k -> new BatchRunner<>(engine, inputs, size, notes));
  }

  private final class Pass implements BatchRunner.Pass<Gradients> {
    private final GradientQuery query;
    private final GradientSource source;
    private final List<String> values;

    Pass(GradientQuery query, GradientSource source) {
      this.query = query;
      this.source = source;
      Set<String> all = new LinkedHashSet<>(query.values());
      all.add(source.value());
      values = List.copyOf(all);
    }

    @Override
    public List<Gradients> run(Map<String, Tensor> fed, int[] variants) throws LoupeException {
      int items = variants.length;
      Tensor cotangent = source.cotangent(fed, variants);
      GradientResult all = engine.gradient(new GradientRequest(fed, Map.of(source.value(), cotangent), query.sinks(),
          query.ruleSet(), values));
      double[] scores = source.scores(all.value(source.value()), cotangent, items);
      List<Gradients> out = new ArrayList<>();
      for (int item = 0; item < items; item++) {
        out.add(new Gradients(scores[item], new GradientResult(items(all.gradients(), query.sinks(), item, items),
            items(all.values(), query.values(), item, items))));
      }
      return out;
    }

    @Override
    public boolean same(Gradients alone, Gradients together) {
      return query.sinks().stream().allMatch(s -> near(alone.by(s).toDoubles(), together.by(s).toDoubles()));
    }
  }

  private static Map<String, Tensor> items(Map<String, Tensor> all, List<String> names, int item, int items)
      throws LoupeException {
    Map<String, Tensor> out = new LinkedHashMap<>();
    for (String name : names) {
      Tensor tensor = all.get(name);
      if (items > 1 && (tensor.shape().rank() == 0 || tensor.shape().dim(0) != items)) {
        throw LoupeException.failed(name + " has shape " + tensor.shape() + " for " + items
            + " items, which cannot be told apart", null);
      }
      Shape one = items > 1 ? tensor.shape().with(0, 1) : tensor.shape();
      out.put(name, items > 1 ? tensor.item(item).reshape(one) : tensor);
    }
    return out;
  }

  private static boolean near(double[] a, double[] b) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < a.length; i++) {
      if (Double.compare(a[i], b[i]) != 0) {
        difference += (a[i] - b[i]) * (a[i] - b[i]);
      }
      length += Double.isFinite(a[i]) ? a[i] * a[i] : 0;
    }
    return difference <= INVARIANT * INVARIANT * length;
  }
}
