/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientRequest;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.internal.run.Cotangents;
import org.loupe.core.model.ModelLease;
import org.loupe.math.tensor.Tensor;

/** The gradient of a target's score on a model, without a method around it: for measuring, and for looking at. */
public final class GradientPass {
  private final Differentiable model;
  private final ResolvedTarget target;
  private final Tensor value;
  private final ModelLease lease;

  private GradientPass(ModelLease lease, Differentiable model, ResolvedTarget target, Tensor value) {
    this.lease = lease;
    this.model = model;
    this.target = target;
    this.value = value;
  }

  /**
   * Makes the target concrete for an input.
   *
   * @param lease must stay open while gradients are taken
   * @throws LoupeException NOT_APPLICABLE if the model's engine gives no gradients; else as
   *     {@link TargetResolver#resolve}
   */
  public static GradientPass of(ModelLease lease, Subject.Single subject, ScoreRequest request, Progress progress)
      throws LoupeException {
    Differentiable model = lease.facet(Differentiable.class).orElseThrow(() -> LoupeException.notApplicable(
        lease.description().name() + " has no gradients: the engine of " + lease.description().format()
            + " models gives none"));
    ForwardFunction forward = values -> lease.forward(new ForwardRequest(subject.tensors(), values), progress);
    ResolvedTarget target = TargetResolver.resolve(request, lease.description(), subject.labels(), forward);
    return new GradientPass(lease, model, target, forward.forward(List.of(target.value())).value(target.value()));
  }

  public ResolvedTarget target() {
    return target;
  }

  /**
   * One pass forward and back.
   *
   * @param inputs of so many items, each explained by the same target
   * @param sinks what to differentiate by
   * @throws LoupeException as {@link Differentiable#gradient}
   */
  public GradientResult run(Map<String, Tensor> inputs, int items, List<String> sinks, Progress progress)
      throws LoupeException {
    Tensor cotangent = Cotangents.constant(target.target()) ? Cotangents.of(target, value, items)
        : Cotangents.at(target, lease.forward(new ForwardRequest(inputs, List.of(target.value())), progress)
            .value(target.value()), items);
    return model.gradient(new GradientRequest(inputs, Map.of(target.value(), cotangent), sinks, Differentiable.PLAIN,
        List.of(target.value())), progress);
  }
}
