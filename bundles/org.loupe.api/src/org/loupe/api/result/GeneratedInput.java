/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.Tensor;

/**
 * An input that a method made, as the picture that excites a channel most.
 *
 * @param input name of the model's input
 * @param objective what it was made for, as {@code channel:conv1/12}
 * @param values the input itself, in its shape, within its valid range
 * @param axes which axes of {@code values} are the grid
 * @param picture how it looks
 * @param scores the objective at each step, from the start to the end, for {@code values} of that step; NaN where it
 *     was not measured
 * @param frames how it looked on the way, by rising step; may be empty
 * @param figures see {@link Result#figures}
 */
public record GeneratedInput(String input, String objective, Tensor values, SpatialAxes axes, Picture picture,
    List<Double> scores, List<Frame> frames, Map<String, Double> figures) implements Result {
  public GeneratedInput {
    scores = List.copyOf(scores);
    frames = List.copyOf(frames);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** How it looked at a step. @param step position in {@link GeneratedInput#scores} */
  public record Frame(int step, Picture picture) {
  }
}
