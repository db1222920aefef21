/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.List;
import org.loupe.math.tensor.ElementType;

/**
 * Weights of a layer.
 *
 * @param name unique in the model
 * @param role what the operator's specification calls the input, as {@code W}, {@code B}, {@code scale}
 * @param type of the elements as they are read; whole numbers of four bits and less come in bytes
 * @param dims extents, outermost first
 * @param bytes how much the file keeps for them, or for what they are computed from
 */
public record WeightInfo(String name, String role, ElementType type, List<Long> dims, long bytes) {
  public WeightInfo {
    dims = List.copyOf(dims);
  }
}
