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
import org.loupe.math.tensor.Tensor;

/**
 * What a layer gives for an input.
 *
 * @param layer its id
 * @param values in the layer's own shape with a batch axis of one
 * @param layout what the axes are
 * @param picture what a person saw, where maps lie over a picture; its affine maps the pixels of the layer's map to it
 * @param channels a row for each channel with its figures; the first column is the channel
 * @param figures figures of the whole layer, see {@link Result#figures}
 */
public record FeatureMaps(String layer, Tensor values, FeatureLayout layout, Optional<Picture> picture, Table channels,
    Map<String, Double> figures) implements Result {
  public FeatureMaps {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
