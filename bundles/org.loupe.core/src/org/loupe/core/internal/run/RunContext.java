/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.modality.Modality;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.internal.contain.Containment;
import org.loupe.math.random.RandomStreams;
import org.loupe.math.tensor.Tensor;

/** What a run offers to its method. After the run was cancelled, everything here says so. */
final class RunContext implements ExplainContext {
  private final Engine engine;
  private final Catalogue<ModalityEntry> modalities;
  private final Scoring scoring;
  private final RunJob job;
  private final Facts facts;
  private final Consumer<Result> publish;

  /** What random streams are made from. */
  record Facts(long seed, String explainer, String inputHash) {
  }

  RunContext(Engine engine, Catalogue<ModalityEntry> modalities, Scoring scoring, RunJob job, Facts facts,
      Consumer<Result> publish) {
    this.engine = engine;
    this.modalities = modalities;
    this.scoring = scoring;
    this.job = job;
    this.facts = facts;
    this.publish = publish;
  }

  @Override
  public ModelDescription model() {
    return engine.model();
  }

  @Override
  public <T> Optional<T> facet(Class<T> type) throws LoupeException {
    return engine.facet(type);
  }

  @Override
  public ForwardResult forward(ForwardRequest request) throws LoupeException {
    return engine.forward(request);
  }

  @Override
  public double score() throws LoupeException {
    return scoring.score();
  }

  @Override
  public double[] scores(int count, IntFunction<Map<String, Tensor>> variant) throws LoupeException {
    scoring.target().require();
    return scoring.batches().scores(count, variant);
  }

  @Override
  public Gradients gradients(GradientQuery query) throws LoupeException {
    Gradients[] one = new Gradients[1];
    gradients(1, i -> Map.of(), query, g -> one[0] = g);
    return one[0];
  }

  @Override
  public void gradients(int count, IntFunction<Map<String, Tensor>> variant, GradientQuery query,
      Consumer<Gradients> each) throws LoupeException {
    scoring.target().require();
    scoring.gradients().run(count, variant, query, each);
  }

  @Override
  public void gradients(String value, int count, IntFunction<Map<String, Tensor>> variant,
      IntFunction<Tensor> weights, GradientQuery query, Consumer<Gradients> each) throws LoupeException {
    scoring.gradients().run(value, count, variant, weights, query, each);
  }

  @Override
  public int batchSize() {
    return scoring.batchSize();
  }

  @Override
  public Players players(DecodedInput input, PlayerRequest request) throws LoupeException {
    job.progress().check();
    ModalityEntry entry = modalities.find(input.modality());
    Modality<?> modality = entry.create();
    Players players = Containment.call(entry.bundle(), "finding the parts of input " + input.name(),
        () -> modality.players(input, request));
    return new ContainedPlayers(entry.bundle(), players);
  }

  @Override
  public RandomGenerator random(String stream) {
    return RandomStreams.of(facts.seed(), facts.explainer(), facts.inputHash(), stream);
  }

  @Override
  public void publish(Result partial) {
    publish.accept(partial);
  }

  @Override
  public void note(String sentence) {
    job.note(sentence);
  }

  @Override
  public Progress progress() {
    return job.progress();
  }
}
