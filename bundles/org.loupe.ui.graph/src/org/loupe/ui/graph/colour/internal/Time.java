/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.api.model.facet.Profiler;
import org.loupe.api.subject.Subject;
import org.loupe.ui.api.parts.Quantity;
import org.loupe.ui.graph.colour.ColouringRequest;
import org.loupe.ui.graph.colour.NodeColouring;
import org.loupe.ui.graph.colour.NodeValues;

/** By the time that the runtime's profiler measures. Of layers that run as one, the last has the time of all. */
public final class Time implements NodeColouring {
  private static final int RUNS = 5;

  @Override
  public NodeValues compute(ColouringRequest request, Progress progress) throws LoupeException {
    Profiler profiler = request.lease().facet(Profiler.class)
        .orElseThrow(() -> LoupeException.notApplicable(Messages.Time_none));
    Subject.Single input = request.input(progress);
    ModelProfile profile = profiler.profile(input.tensors(), RUNS, progress);
    Map<String, Double> byLayer = new LinkedHashMap<>();
    Map<String, String> remarks = new LinkedHashMap<>();
    for (ModelProfile.Node node : profile.nodes()) {
      if (node.layers().isEmpty()) {
        continue;
      }
      String last = node.layers().getLast();
      byLayer.merge(last, node.micros(), Double::sum);
      for (String layer : node.layers()) {
        remarks.putIfAbsent(layer, NLS.bind(Messages.Time_within, last));
      }
    }
    request.model().description().layers().forEach(l -> remarks.putIfAbsent(l.id(), Messages.Time_notRun));
    remarks.keySet().removeAll(byLayer.keySet());
    return new NodeValues.Numbers(Messages.Time_quantity, Quantity.MICROS, byLayer, remarks, true,
        NLS.bind(Messages.Time_note, new Object[] {profile.runs(),
            request.hasInput() ? input.name() : Messages.Time_blank, Quantity.MICROS.format(profile.totalMicros())}));
  }
}
