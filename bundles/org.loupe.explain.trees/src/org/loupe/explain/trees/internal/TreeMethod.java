/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.result.Result;

/**
 * One tree of an ensemble as it is, with the way of the first row, and at each node how many rows come there and how
 * the values of the asked column are distributed among them. Rows are those of the background, or those that are
 * explained.
 */
public final class TreeMethod implements Explainer<TreeSettings> {
  @Override
  public Class<TreeSettings> settingsType() {
    return TreeSettings.class;
  }

  @Override
  public Result explain(ExplainRequest<TreeSettings> request, ExplainContext context) throws LoupeException {
    TreeEnsemble ensemble = TreeShapMethod.ensemble(context);
    TreeSettings settings = request.settings();
    int count = ensemble.trees().size();
    if (settings.tree() >= count) {
      throw LoupeException.usage("there is no tree " + settings.tree() + "; the model has "
          + (count == 1 ? "one tree, 0" : count + " trees, 0 to " + (count - 1)));
    }
    TreeRows rows = TreeRows.of(request.subject(), ensemble, context);
    TreeRows data = request.background().isEmpty() ? rows
        : TreeRows.of(request.background().get(), ensemble, context);
    TreeFeatures features = new TreeFeatures(ensemble, request.subject(), rows.count(), context.model());
    features.note().ifPresent(context::note);
    Tree tree = ensemble.trees().get(settings.tree());
    NodeRows reached = new NodeRows(tree, ensemble.columns().size(), settings.bins());
    reached.read(data, context.progress()::check);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("tree", (double) settings.tree());
    figures.put("nodes", (double) tree.size());
    figures.put("levels", (double) tree.depth());
    figures.put("rows counted", (double) data.count());
    return new TreeDrawing(settings.tree(), ensemble, features, reached, rows.table(0, 1),
        rows.names(request.subject()).get(0), figures);
  }
}
