/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.Tensor;

/**
 * An attribution for every element of an input that has a grid, or for every place of a coarser one laid over it.
 *
 * @param input name of the model's input
 * @param values signed, in units of the score unless a setting scales them: in the shape of the model's input, batch
 *     axis included; or [N, h, w], planes without channels of any size, with axes (1, 2, -1)
 * @param axes which axes are the grid
 * @param picture what a person saw, where it was a picture; its affine maps the grid of {@code values} to it
 * @param figures see {@link Result#figures}
 */
public record SaliencyMap(String input, Tensor values, SpatialAxes axes, Optional<Picture> picture,
    Map<String, Double> figures) implements Result {
  public SaliencyMap {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
