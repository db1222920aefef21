/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.internal.tensor;

import java.util.Arrays;
import java.util.List;
import org.loupe.api.settings.Setting;

/** The part of an input card that plain tensors have. */
public record TensorCard(
    @Setting(label = "Layout", defaultValue = "auto",
        doc = "Where rows and columns of a grid are; none for an input that is no picture-like grid.") Layout layout,
    @Setting(label = "Feature names", defaultValue = "",
        doc = "Names of the elements of the innermost axis, separated by commas; empty for numbers.") String features) {

  /** Where the grid is. */
  public enum Layout {
    AUTO, NCHW, NHWC, NONE
  }

  List<String> featureNames() {
    return features.isBlank() ? List.of() : Arrays.stream(features.split(",", -1)).map(String::strip).toList();
  }
}
