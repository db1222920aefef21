/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli;

import org.loupe.cli.internal.app.Launch;
import org.loupe.core.catalogue.ClassPathSource;

/** The command line in plain Java: what is installed is what lies on the class path. */
public final class Main {
  private Main() {
  }

  public static void main(String[] words) {
    System.exit(Launch.run(new ClassPathSource(Main.class.getClassLoader()), words));
  }
}
