/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import org.eclipse.core.runtime.RegistryFactory;
import org.loupe.core.Loupe;
import org.loupe.core.LoupeOptions;
import org.loupe.core.catalogue.RegistrySource;

/** What is installed in the framework that the tests run in. */
final class Installed {
  private Installed() {
  }

  static Loupe open() {
    return Loupe.open(new RegistrySource(RegistryFactory.getRegistry()), LoupeOptions.IN_MEMORY);
  }
}
