/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.List;

/** An element of a contribution in {@code plugin.xml}. */
public interface ContributionElement {
  /** Its attribute, translated; the empty string if it is absent. */
  String attribute(String name);

  /** The elements of this name in it, in order. */
  List<ContributionElement> children(String name);
}
