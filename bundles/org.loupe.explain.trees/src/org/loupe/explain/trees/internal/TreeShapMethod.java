/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.result.Result;
import org.loupe.explain.trees.internal.TreeShapSettings.Explained;
import org.loupe.explain.trees.internal.TreeShapSettings.Variant;
import org.loupe.explain.trees.internal.shap.Attribution;
import org.loupe.explain.trees.internal.shap.Background;
import org.loupe.explain.trees.internal.shap.FlatEnsemble;
import org.loupe.explain.trees.internal.shap.Output;
import org.loupe.explain.trees.internal.shap.TreeShap;

/**
 * TreeSHAP: exact Shapley values of sums of decision trees, for one row or many. Source: S. Lundberg et al., "From
 * local explanations to global understanding with explainable AI for trees", Nature Machine Intelligence 2, 2020.
 */
public final class TreeShapMethod implements Explainer<TreeShapSettings> {
  private static final String OTHERS = "methods that only ask the model, as occlusion, still answer";

  @Override
  public Class<TreeShapSettings> settingsType() {
    return TreeShapSettings.class;
  }

  @Override
  public boolean needsBackground(TreeShapSettings settings) {
    return settings.variant() == Variant.INTERVENTIONAL || settings.output() != Explained.MARGIN;
  }

  @Override
  public Result explain(ExplainRequest<TreeShapSettings> request, ExplainContext context) throws LoupeException {
    TreeEnsemble ensemble = ensemble(context);
    TreeShapSettings settings = request.settings();
    TreeTarget target = TreeTarget.of(request.target(), ensemble, context.model());
    TreeRows rows = TreeRows.of(request.subject(), ensemble, context);
    TreeFeatures features = new TreeFeatures(ensemble, request.subject(), rows.count(), context.model());
    features.note().ifPresent(context::note);
    Optional<TreeRows> background = request.background().isEmpty() ? Optional.empty()
        : Optional.of(TreeRows.of(request.background().get(), ensemble, context));
    try {
      Plan plan = plan(request, ensemble, target, rows, background, context);
      TreeShapRun run = new TreeShapRun(plan.flat, plan.attribution, plan.base, plan.score, rows, features, context);
      return run.explain(title(settings, target, ensemble), rows.names(request.subject()), settings.interactions());
    } catch (IllegalArgumentException e) {
      throw LoupeException.notApplicable(e.getMessage());
    }
  }

  /** The trees of a model. @throws LoupeException NOT_APPLICABLE if it has none */
  static TreeEnsemble ensemble(ExplainContext context) throws LoupeException {
    Optional<TreeEnsemble> ensemble;
    try {
      ensemble = context.facet(TreeEnsemble.class);
    } catch (LoupeException e) {
      throw e.kind() != LoupeException.Kind.NOT_APPLICABLE ? e
          : LoupeException.notApplicable(e.getMessage() + "; " + OTHERS);
    }
    return ensemble.orElseThrow(() -> LoupeException.notApplicable(context.model().name()
        + " is no ensemble of trees; " + OTHERS));
  }

  /** @param base value that a row's attributions start from @param score that they add up to, of a row's margin */
  private record Plan(FlatEnsemble flat, Attribution attribution, RowNumber base, Output score) {
  }

  /** A number of a row. */
  interface RowNumber {
    double of(int row);
  }

  private static Plan plan(ExplainRequest<TreeShapSettings> request, TreeEnsemble ensemble, TreeTarget target,
      TreeRows rows, Optional<TreeRows> background, ExplainContext context) throws LoupeException {
    TreeShapSettings settings = request.settings();
    boolean interventional = settings.variant() == Variant.INTERVENTIONAL
        || settings.variant() == Variant.AUTO && background.isPresent() && !settings.approximate();
    Optional<Output> output = output(settings, ensemble, target, rows.labels(request.subject()), rows.names(
        request.subject()));
    if (interventional) {
      if (settings.approximate()) {
        throw LoupeException.usage("the approximation goes along the row's way and has no interventional variant; "
            + "leave out one of approximate and variant");
      }
      TreeRows others = background.orElseThrow(() -> LoupeException.usage("interventional values compare with a "
          + "background, and there is none; give rows with --background or choose path-dependent"));
      return interventional(settings, ensemble, target, others, output, context);
    }
    if (output.isPresent()) {
      throw LoupeException.usage((settings.output() == Explained.PROBABILITY ? "a probability is" : "log-loss is")
          + " no sum over trees, so path-dependent values are not defined for it; give rows with --background for "
          + "interventional values, or explain the margin");
    }
    return pathDependent(settings, ensemble, target, background, context);
  }

  private static Plan interventional(TreeShapSettings settings, TreeEnsemble ensemble, TreeTarget target,
      TreeRows others, Optional<Output> output, ExplainContext context) throws LoupeException {
    FlatEnsemble flat = FlatEnsemble.of(ensemble, target.weights());
    Background background = new Background(flat, others.table(0, others.count()), ensemble.columns().size(),
        others.count());
    if (others.count() == 1) {
      context.note("the background is a single row, so values say how each row differs from that row");
    }
    if (output.isPresent()) {
      if (settings.interactions()) {
        throw LoupeException.usage("interaction values are defined for the margin only; leave out interactions, or "
            + "explain the margin");
      }
      Output of = output.get();
      context.note("values of the margin against each background row, multiplied with the ratio of the differences of "
          + "the output and of the margin, and averaged");
      return new Plan(flat, TreeShap.interventional(flat, background, of), row -> background.mean(of, row), of);
    }
    return new Plan(flat, settings.interactions() ? TreeShap.interventionalInteractions(flat, background)
        : TreeShap.interventional(flat, background), row -> background.mean(), margin());
  }

  private static Plan pathDependent(TreeShapSettings settings, TreeEnsemble ensemble, TreeTarget target,
      Optional<TreeRows> background, ExplainContext context) throws LoupeException {
    FlatEnsemble flat;
    if (FlatEnsemble.hasCovers(ensemble)) {
      flat = FlatEnsemble.of(ensemble, target.weights());
      if (background.isPresent()) {
        context.note("the background is not used: the model's file tells how much of the training data reached each "
            + "node");
      }
    } else {
      TreeRows others = background.orElseThrow(() -> LoupeException.notApplicable("the model's file does not tell how "
          + "much of the training data reached each node, and there is no background to count; give rows with "
          + "--background"));
      flat = FlatEnsemble.counted(ensemble, target.weights(), split(others, ensemble));
      context.note("the model's file does not tell how much of the training data reached each node; counted from "
          + others.count() + " background rows");
    }
    double base = TreeShap.meanByParts(flat);
    if (settings.approximate()) {
      if (settings.interactions()) {
        throw LoupeException.usage("the approximation has no interaction values; leave out one of approximate and "
            + "interactions");
      }
      context.note("an approximation (Saabas): features that are asked near the root get too little");
      return new Plan(flat, TreeShap.approximate(flat), row -> base, margin());
    }
    return new Plan(flat, settings.interactions() ? TreeShap.pathDependentInteractions(flat)
        : TreeShap.pathDependent(flat), row -> base, margin());
  }

  private static double[][] split(TreeRows rows, TreeEnsemble ensemble) {
    double[] table = rows.table(0, rows.count());
    int width = ensemble.columns().size();
    double[][] out = new double[rows.count()][width];
    for (int row = 0; row < out.length; row++) {
      System.arraycopy(table, row * width, out[row], 0, width);
    }
    return out;
  }

  /** What is made of the margin; empty for the margin itself. */
  private static Optional<Output> output(TreeShapSettings settings, TreeEnsemble ensemble, TreeTarget target,
      List<Double> labels, List<String> names) throws LoupeException {
    if (settings.output() == Explained.MARGIN
        || settings.output() == Explained.PROBABILITY && ensemble.link().kind() == Link.Kind.IDENTITY) {
      return Optional.empty();
    }
    if (settings.output() == Explained.PROBABILITY) {
      return Optional.of(TreeOutputs.probability(ensemble.link(), target));
    }
    if (labels.isEmpty()) {
      throw LoupeException.usage("log-loss needs the right answer of each row, and the table has no labels; name the "
          + "column of labels in the input card, or explain the margin");
    }
    for (int row = 0; row < labels.size(); row++) {
      double label = labels.get(row);
      if (label != 0 && label != 1) {
        throw LoupeException.badInput("row " + names.get(row) + " has the label " + label
            + "; log-loss needs 0 or 1 for every row");
      }
    }
    return Optional.of(TreeOutputs.logLoss(ensemble.link(), target, labels));
  }

  private static Output margin() {
    return new Output() {
      @Override
      public double of(double score, int row) {
        return score;
      }

      @Override
      public double slope(double score, int row) {
        return 1;
      }
    };
  }

  private static String title(TreeShapSettings settings, TreeTarget target, TreeEnsemble ensemble) {
    Link link = ensemble.link();
    return switch (settings.output()) {
      case MARGIN -> "margin of " + target.name() + " (" + TreeTarget.unit(link) + ")";
      case PROBABILITY -> (link.isProbability() ? "probability of " : "answer for ") + target.name();
      case LOG_LOSS -> "log-loss of " + target.name();
    };
  }
}
