/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.perturbation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.result.Result;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.players.WindowPlayers;

/** A run on a plain Java function in place of a model. */
final class FakeContext implements ExplainContext {
  final List<Result> published = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final List<Integer> batches = new ArrayList<>();
  private final Subject.Single subject;
  private final ToDoubleFunction<Map<String, Tensor>> model;
  private final int batchSize;
  int cancelAfterBatches = Integer.MAX_VALUE;

  FakeContext(List<DecodedInput> inputs, int batchSize, ToDoubleFunction<Map<String, Tensor>> model) {
    Map<String, DecodedInput> byName = new java.util.LinkedHashMap<>();
    inputs.forEach(i -> byName.put(i.name(), i));
    this.subject = new Subject.Single("test", byName, Map.of(), List.of(inputs.get(0).name()));
    this.model = model;
    this.batchSize = batchSize;
  }

  Result explain(Map<String, String> settings) throws LoupeException {
    ResolvedTarget target = new ResolvedTarget(new Target.ClassIndex(0), "y", ScoreScale.LOGIT, "class 0, logit");
    return new Occlusion().explain(new ExplainRequest<>(subject, target,
        SettingsSchema.of(OcclusionSettings.class).read(settings)), this);
  }

  @Override
  public double score() {
    return model.applyAsDouble(subject.tensors());
  }

  @Override
  public double[] scores(int count, IntFunction<Map<String, Tensor>> variant) {
    batches.add(count);
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      Map<String, Tensor> inputs = new HashMap<>(subject.tensors());
      inputs.putAll(variant.apply(i));
      out[i] = model.applyAsDouble(inputs);
    }
    return out;
  }

  @Override
  public Gradients gradients(GradientQuery query) {
    throw new UnsupportedOperationException("occlusion takes no gradients");
  }

  @Override
  public void gradients(int count, IntFunction<Map<String, Tensor>> variant, GradientQuery query,
      Consumer<Gradients> each) {
    throw new UnsupportedOperationException("occlusion takes no gradients");
  }

  @Override
  public void gradients(String value, int count, IntFunction<Map<String, Tensor>> variant,
      IntFunction<Tensor> weights, GradientQuery query, Consumer<Gradients> each) {
    throw new UnsupportedOperationException("occlusion takes no gradients");
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public Players players(DecodedInput input, PlayerRequest request) throws LoupeException {
    return WindowPlayers.of(input, (PlayerRequest.Windows) request);
  }

  @Override
  public ModelDescription model() {
    return new ModelDescription("test", "Java", List.of(), List.of(), List.of(), List.of(), 0, Set.of(), Map.of(),
        List.of());
  }

  @Override
  public <T> Optional<T> facet(Class<T> type) {
    return Optional.empty();
  }

  @Override
  public ForwardResult forward(ForwardRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RandomGenerator random(String stream) {
    throw new UnsupportedOperationException("occlusion draws nothing");
  }

  @Override
  public void publish(Result partial) {
    published.add(partial);
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }

  @Override
  public Progress progress() {
    return new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return batches.size() > cancelAfterBatches;
      }
    };
  }
}
