/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import com.sun.jna.platform.unix.LibC;
import java.util.Locale;

/**
 * Keeps the telemetry client in ONNX Runtime's Linux build from starting: nothing may leave the machine unasked. The
 * runtime looks for a variable in the environment before anything can be said to it in Java, and our start script sets
 * that; where Loupe is a guest in another program, the C library has to be asked.
 */
final class Telemetry {
  private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

  private Telemetry() {
  }

  static void disable() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    if (!linux || System.getenv(VARIABLE) != null) {
      return;
    }
    try {
      LibC.INSTANCE.setenv(VARIABLE, "1", 1);
    } catch (LinkageError e) {
      // Without JNA the client can only be told to stop once it runs, which the caller does.
    }
  }
}
