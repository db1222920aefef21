/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientCoverage.Status;
import org.loupe.ui.graph.colour.ColouringRequest;
import org.loupe.ui.graph.colour.NodeColouring;
import org.loupe.ui.graph.colour.NodeValues;

/** By how each layer is differentiated, in the colours of the Layers page. What has no rule shows through its group. */
public final class Coverage implements NodeColouring {
  @Override
  public NodeValues compute(ColouringRequest request, Progress progress) throws LoupeException {
    Differentiable facet = request.lease().facet(Differentiable.class)
        .orElseThrow(() -> LoupeException.notApplicable(Messages.Coverage_none));
    Map<String, String> byLayer = new HashMap<>();
    for (GradientCoverage.Layer layer : facet.coverage(Differentiable.PLAIN, progress).layers()) {
      byLayer.put(layer.id(), layer.status().name());
    }
    return new NodeValues.Kinds(List.of(
        new NodeValues.Kind(Status.NONE.name(), Messages.Coverage_noRule, 0xd1453b),
        new NodeValues.Kind(Status.SURROGATE.name(), Messages.Coverage_surrogate, 0xd9a400),
        new NodeValues.Kind(Status.EXACT.name(), Messages.Coverage_exact, 0x2e9e5b),
        new NodeValues.Kind(Status.NOT_NEEDED.name(), Messages.Coverage_notNeeded, 0x969696)), byLayer, true, "");
  }
}
