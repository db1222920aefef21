/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;


/** What a bundle says about one thing that it contributes. None of its code is loaded but by {@link #create}. */
public interface Contribution extends ContributionElement {
  default String id() {
    return attribute("id").strip();
  }

  default String name() {
    return attribute("name");
  }

  default String description() {
    return attribute("description");
  }

  /** Symbolic name of the bundle; without OSGi, of the manifest beside its {@code plugin.xml}. */
  String bundle();

  /** Version of the bundle; empty if unknown. */
  String bundleVersion();

  /**
   * A new instance of the class named by the attribute {@code class}. This loads and runs code of the bundle: call it
   * through an {@link Entry}, which contains what may go wrong.
   *
   * @throws Exception whatever loading and constructing throws
   */
  Object create() throws Exception;
}
