/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.List;

/** Where contributions come from. */
public interface ContributionSource {
  /**
   * What is contributed to one of Loupe's extension points.
   *
   * @param point simple id of the point: {@code modelLoaders}, {@code backwardRules}, {@code facets}, {@code
   *     modalities}, {@code explainers}, {@code visualizers} or {@code commands}
   */
  List<Contribution> contributions(String point);

  /** What could not be read at all. */
  default List<Problem> problems() {
    return List.of();
  }
}
