/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a layer costs. Of a node that gives several values, the first one bears its multiply-adds and weights.
 *
 * @param layer its id
 * @param shape of the value that it gives; empty if it cannot be told
 * @param multiplyAdds as {@link Costs} counts them; empty where the operator is not known, has branches or loops, or
 *     extents cannot be told
 * @param parameterBytes memory of its weights; weights that several layers share count at each
 * @param activationBytes memory of the value that it gives; empty if its shape or type cannot be told
 */
public record LayerCost(String layer, Optional<List<Long>> shape, OptionalLong multiplyAdds, long parameterBytes,
    OptionalLong activationBytes) {
  public LayerCost {
    shape = shape.map(List::copyOf);
  }
}
