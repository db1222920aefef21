/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.Applicability;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.result.Result;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.internal.contain.Containment;
import org.loupe.core.internal.contain.Schemas;
import org.loupe.core.internal.io.Hashes;
import org.loupe.core.internal.score.NonFinite;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunStatus;
import org.loupe.math.tensor.Tensor;

/** From a request to its record: everything is checked before the method is asked. */
public final class Explanation implements RunJob.Work {
  private final Catalogues catalogues;
  private final ModelLease lease;
  private final RunRequest request;
  private final MemoryBudget memory;
  private final RunJob job;
  private final Engine engine;
  private volatile String bundle = "";

  public Explanation(Catalogues catalogues, ModelLease lease, RunRequest request, MemoryBudget memory, RunJob job) {
    this.catalogues = catalogues;
    this.lease = lease;
    this.request = request;
    this.memory = memory;
    this.job = job;
    this.engine = new Engine(lease, job.quiet());
  }

  @Override
  public String bundle() {
    return engine.working() ? engine.bundle() : bundle;
  }

  @Override
  public RunRecord run() throws LoupeException {
    engine.check();
    ExplainerEntry entry = catalogues.explainers().find(request.explainer());
    bundle = entry.bundle();
    return run(entry, entry.create());
  }

  private <S extends Record> RunRecord run(ExplainerEntry entry, Explainer<S> explainer) throws LoupeException {
    SettingsSchema<S> schema = Schemas.typed(entry.bundle(), entry.id(), explainer::settingsType);
    S settings = schema.read(settings(entry));
    Alternatives alternatives = new Alternatives(catalogues, lease.description());
    if (entry.applicable(lease.description()) instanceof Applicability.No no) {
      throw refusal(entry, no.reason(), alternatives);
    }
    new RowRules(entry, request).check();
    Map<String, Tensor> inputs = request.subject().tensors();
    refuseNonFinite();
    job.progress().begin("Preparing " + entry.name(), 0);
    SubjectPass pass = new SubjectPass(engine, inputs);
    RunTarget target = RunTarget.of(entry, request, lease.description(), pass);
    int items = request.subject().items();
    if (items > 1 && target.resolved().present() && pass.value(target.resolved().value()).size() > items) {
      RowRules.tellTarget(request, target.resolved(), job::note);
    }
    Stamp stamp = new Stamp(entry, lease, request, schema.write(settings), target.resolved(), lease.hash(job.quiet()),
        hash(inputs), request.background().isPresent() ? hash(request.background().get().tensors()) : "",
        Instant.now());
    Scoring scoring = scoring(target, pass, inputs, alternatives);
    ResultCheck check = new ResultCheck(entry, request.subject());
    RunContext context = new RunContext(engine, catalogues.modalities(), scoring, job,
        new RunContext.Facts(request.seed(), entry.id(), stamp.inputHash()),
        partial -> job.publish(record(RunStatus.PARTIAL, check.published(partial), stamp, scoring)));
    job.progress().begin(entry.name(), 0);
    Result result = Containment.call(entry.bundle(), entry.id(),
        () -> explainer.explain(new ExplainRequest<>(request.subject(), target.resolved(), settings,
            request.background()), context));
    check.check(result);
    job.progress().check();
    return record(RunStatus.COMPLETED, result, stamp, scoring);
  }

  private LoupeException refusal(ExplainerEntry entry, String reason, Alternatives alternatives)
      throws LoupeException {
    if (!Alternatives.needsGradient(entry)) {
      return LoupeException.notApplicable(reason);
    }
    Optional<String> obstacle = lacksGradient() ? GradientObstacle.of(lease, job.quiet()) : Optional.empty();
    return alternatives.to(entry, LoupeException.notApplicable(
        obstacle.map(o -> entry.name() + " needs a gradient, but in " + lease.description().name() + " " + o)
            .orElse(reason)));
  }

  private boolean lacksGradient() {
    return !lease.description().capabilities().contains(Differentiable.capability(Differentiable.PLAIN));
  }

  private Scoring scoring(RunTarget target, SubjectPass pass, Map<String, Tensor> inputs,
      Alternatives alternatives) {
    MemoryBudget budget = memory.or(request.memoryBytes());
    int asked = request.batchSize();
    int forward = asked > 0 ? asked : budget.batchSize(lease.description(), inputs);
    int both = asked > 0 ? asked : budget.gradientBatchSize(lease.description(), inputs);
    return new Scoring(target, pass, new Batches(engine, inputs, target.resolved(), forward, job::note),
        new GradientBatches(engine, pass, inputs, target.resolved(), both, alternatives, job::note));
  }

  private Map<String, String> settings(ExplainerEntry entry) throws LoupeException {
    Map<String, String> out = new LinkedHashMap<>();
    if (!request.profile().isEmpty()) {
      out.putAll(entry.profile(request.profile()).settings());
    }
    out.putAll(request.settings());
    return out;
  }

  private void refuseNonFinite() throws LoupeException {
    List<String> warnings = new ArrayList<>(NonFinite.warnings(request.subject(), lease.description()));
    request.background().ifPresent(b -> NonFinite.warnings(b, lease.description())
        .forEach(w -> warnings.add("background, " + w)));
    if (!warnings.isEmpty() && !request.allowNonFinite()) {
      throw LoupeException.badInput(warnings.get(0) + "; repair it, or allow such values (--allow-nonfinite)");
    }
    warnings.forEach(w -> job.note("The " + w + "."));
  }

  private static String hash(Map<String, Tensor> inputs) throws LoupeException {
    try {
      return Hashes.tensors(inputs);
    } catch (IOException e) {
      throw LoupeException.badInput("cannot read the input: " + e.getMessage(), e);
    }
  }

  private RunRecord record(RunStatus status, Result result, Stamp stamp, Scoring scoring) {
    return new RunRecord(status, result, request.subject(), request.background(),
        stamp.provenance(scoring.batchSize()), job.notes());
  }
}
