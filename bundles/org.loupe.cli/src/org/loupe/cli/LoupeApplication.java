/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli;

import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.loupe.cli.internal.app.Launch;
import org.loupe.core.catalogue.RegistrySource;

/** The command line as the application {@code org.loupe.cli.app}: what is installed is what the product holds. */
public final class LoupeApplication implements IApplication {
  @Override
  public Object start(IApplicationContext context) {
    String[] words = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    return Launch.run(new RegistrySource(RegistryFactory.getRegistry()), words);
  }

  @Override
  public void stop() {
    // Ctrl-C is how a command is stopped; it has its own way.
  }
}
