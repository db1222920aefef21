/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.Applicability;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.api.model.facet.Weights;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.model.ModelLease;
import org.loupe.math.stats.Summary;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.MonitorProgress;
import org.loupe.ui.editor.EditorFiles;
import org.loupe.ui.properties.WeightSample;

/** Looks through a model that was opened for what will get in the way later, when nothing else is to be done. */
public final class OpenedModelCheck extends Job {
  private static final int MOST_TOLD = 20;
  private static final int MOST_NAMED = 6;
  /** Numbers of a model that are looked at all the same; of more, only samples are. */
  private static final long BUDGET = 200_000_000;
  private static final int SAMPLE = 1 << 16;

  private final Inspector inspector;
  private final ModelLease model;

  /** @param model a lease whose owner may close it meanwhile */
  public OpenedModelCheck(Inspector inspector, ModelLease model) {
    super(NLS.bind(Messages.OpenedModelCheck_job, model.file().getFileName()));
    this.inspector = inspector;
    this.model = model;
    setSystem(true);
    setPriority(DECORATE);
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == OpenedModelCheck.class;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    if (EditorFiles.resource(model.file()).isEmpty()) {
      // there is nothing to put a marker on
      return Status.OK_STATUS;
    }
    Progress progress = new MonitorProgress(monitor, getName(), (task, fraction) -> {
      // nobody watches
    });
    try (ModelLease own = model.share()) {
      ModelProblems.show(own.file(), ProblemKind.NO_GRADIENT, gradients(own, progress));
      ModelProblems.show(own.file(), ProblemKind.BAD_WEIGHTS, weights(own, progress));
    } catch (LoupeException e) {
      ILog.of(OpenedModelCheck.class).info(e.getMessage());
    } catch (IllegalStateException e) {
      // cancelled, or the editor was closed, and its lease with it
      return Status.CANCEL_STATUS;
    }
    return Status.OK_STATUS;
  }

  private List<Problem> gradients(ModelLease own, Progress progress) throws LoupeException {
    Optional<Differentiable> facet = own.facet(Differentiable.class);
    if (facet.isEmpty()) {
      return List.of();
    }
    GradientCoverage coverage = facet.get().coverage(Differentiable.PLAIN, progress);
    Set<String> blocked = coverage.layers().stream().filter(l -> l.status() == GradientCoverage.Status.NONE)
        .map(GradientCoverage.Layer::id).collect(Collectors.toCollection(LinkedHashSet::new));
    if (blocked.isEmpty()) {
      return List.of();
    }
    List<String> operators = own.description().layers().stream().filter(l -> blocked.contains(l.id()))
        .map(LayerInfo::operator).distinct().sorted().toList();
    List<String> methods = methods(own);
    return List.of(new Problem(methods.isEmpty()
        ? NLS.bind(Messages.OpenedModelCheck_noGradient, blocked.size(), named(operators))
        : NLS.bind(Messages.OpenedModelCheck_noGradientMethods, new Object[] {blocked.size(), named(operators),
            named(methods)}), blocked.iterator().next(), List.of()));
  }

  /** Names of the methods that work without gradients. */
  private List<String> methods(ModelLease own) throws LoupeException {
    List<String> out = new ArrayList<>();
    for (ExplainerEntry entry : inspector.loupe().catalogues().explainers().entries()) {
      boolean free = entry.requires().stream().noneMatch(c -> c.startsWith("gradient"));
      if (free && entry.applicable(own.description()) instanceof Applicability.Yes) {
        out.add(entry.name());
      }
    }
    return out;
  }

  private static String named(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() <= MOST_NAMED ? first
        : NLS.bind(Messages.OpenedModelCheck_more, first, names.size() - MOST_NAMED);
  }

  private static List<Problem> weights(ModelLease own, Progress progress) throws LoupeException {
    Optional<Weights> facet = own.facet(Weights.class);
    List<Problem> out = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    long looked = 0;
    for (LayerInfo layer : facet.isEmpty() ? List.<LayerInfo>of() : own.description().layers()) {
      progress.check();
      for (WeightInfo info : layer.parameters() == 0 ? List.<WeightInfo>of() : facet.get().weights(layer.id())) {
        if (info.type().isFloating() && seen.add(info.name()) && out.size() < MOST_TOLD) {
          WeightSample sample = looked < BUDGET ? WeightSample.of(facet.get().read(info.name(), progress), progress)
              : WeightSample.of(facet.get().read(info.name(), progress), SAMPLE, progress);
          looked += sample.values().length;
          problem(layer, info, Summary.of(sample.values())).ifPresent(out::add);
        }
      }
    }
    return out;
  }

  private static Optional<Problem> problem(LayerInfo layer, WeightInfo info, Summary s) {
    long bad = s.nan() + s.infinite();
    return bad == 0 ? Optional.empty() : Optional.of(new Problem(NLS.bind(Messages.OpenedModelCheck_badWeights,
        new Object[] {layer.id(), String.format("%,d", bad), String.format("%,d", s.count()), info.name()}),
        layer.id(), List.of()));
  }
}
