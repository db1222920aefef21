/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.loupe.api.LoupeException;

/** The one ONNX Runtime of this process, loaded when it is first needed. */
public final class Engine {
  public static final String NAME = "ONNX Runtime";
  /** Where telemetry cannot be kept from starting, that code wants a stack of many times the command line's length. */
  private static final long STACK_BYTES = 256L << 20;
  private static OrtEnvironment environment;

  private Engine() {
  }

  /** @throws LoupeException FAILED if there is no runtime for this platform, or it does not load */
  public static synchronized OrtEnvironment environment() throws LoupeException {
    if (environment == null) {
      NativeLibraries.prepare();
      Telemetry.disable();
      FutureTask<OrtEnvironment> task = new FutureTask<>(Engine::open);
      new Thread(null, task, "loupe-onnx-start", STACK_BYTES).start();
      environment = result(task);
    }
    return environment;
  }

  /** Version of the native library, as {@code 1.29.0}. */
  public static String version() throws LoupeException {
    return environment().getVersion();
  }

  /** What the native library can run on. */
  public static Set<OrtProvider> providers() throws LoupeException {
    environment();
    return OrtEnvironment.getAvailableProviders();
  }

  private static OrtEnvironment open() throws OrtException {
    // Below this level the runtime writes to standard error what we say in an exception anyway.
    OrtEnvironment made = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "loupe");
    made.setTelemetry(false);
    return made;
  }

  /** Waits through interrupts: loading takes a fraction of a second and cannot be given up half-way. */
  private static OrtEnvironment result(FutureTask<OrtEnvironment> task) throws LoupeException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw LoupeException.failed("ONNX Runtime does not load on " + NativeLibraries.platform() + ": "
              + OrtErrors.oneLine(String.valueOf(rootOf(e).getMessage())), e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Throwable rootOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
