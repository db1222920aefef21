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
 * An attribution for every element of an input that has a grid.
 *
 * @param input name of the model's input
 * @param values signed, in the shape of the model's input, batch axis of 1 included; units of the score
 * @param axes which axes are the grid
 * @param picture what a person saw, where it was a picture
 * @param figures see {@link Result#figures}
 */
public record SaliencyMap(String input, Tensor values, SpatialAxes axes, Optional<Picture> picture,
    Map<String, Double> figures) implements Result {
  public SaliencyMap {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
