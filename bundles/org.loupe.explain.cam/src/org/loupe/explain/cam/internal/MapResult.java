/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.cam.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.toolkit.cam.CamMaps;
import org.loupe.toolkit.cam.CamOptions;
import org.loupe.toolkit.cam.ChannelSum;
import org.loupe.toolkit.cam.InputGrid;

/** A sum of channels as a result, with what a reader must know of it. */
final class MapResult {
  private MapResult() {
  }

  /** @throws LoupeException NOT_APPLICABLE if the input has no grid to lay the map over */
  static Result of(DecodedInput input, ChannelSum channels, double[][] sums, CamOptions options, double score,
      ExplainContext context) throws LoupeException {
    InputGrid grid = InputGrid.of(input).orElseThrow(() -> LoupeException.notApplicable("input " + input.name()
        + " of shape " + input.tensor().shape() + " has no rows and columns that a map could be laid over"));
    CamMaps maps =
        CamMaps.of(sums, channels.rows(), channels.columns(), grid.height(), grid.width(), options);
    if (!maps.positive() && (options.relu() || options.scale() == CamOptions.Scale.MAX)) {
      context.note("no positive evidence at this layer: every value is 0");
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("score", score);
    figures.put("rows", (double) channels.rows());
    figures.put("columns", (double) channels.columns());
    figures.put("channels", (double) channels.channels());
    return grid.map(maps.values(), figures);
  }
}
