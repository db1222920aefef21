/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.RegistryFactory;
import org.loupe.core.LoupeOptions;
import org.loupe.core.catalogue.ClassPathSource;
import org.loupe.core.catalogue.ContributionSource;
import org.loupe.core.catalogue.RegistrySource;

/** Runs command lines in this process, with whatever is installed in it. */
public final class InProcess {
  private InProcess() {
  }

  /**
   * Runs a command line.
   *
   * @param words after {@code loupe}; paths and numbers as they print
   */
  public static Finished loupe(Object... words) {
    List<String> texts = Arrays.stream(words).map(Object::toString).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, 100, false);
    int code = new Shell(installed(), LoupeOptions.IN_MEMORY, terminal, new Interrupt()).run(texts);
    return new Finished(String.join(" ", texts), code, text(out), text(err));
  }

  /** The registry where there is a framework, else the class path. */
  public static ContributionSource installed() {
    return RegistryFactory.getRegistry() != null ? new RegistrySource(RegistryFactory.getRegistry())
        : new ClassPathSource(InProcess.class.getClassLoader());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
