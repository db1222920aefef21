/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/** Waits for native work that cannot be ended, for as long as it is wanted. */
public final class Patience {
  private static final int LOOK_EVERY_MS = 40;

  private Patience() {
  }

  /**
   * What another thread makes.
   *
   * @throws LoupeException what came of it there
   * @throws OrtException what came of it there
   * @throws CancellationException when {@code progress} was cancelled; the work goes on
   */
  public static <T> T await(CompletableFuture<T> work, Progress progress) throws LoupeException, OrtException {
    try {
      while (true) {
        try {
          return work.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          progress.check();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw rethrow(e.getCause());
    }
  }

  private static LoupeException rethrow(Throwable cause) throws OrtException {
    return switch (cause) {
      case LoupeException e -> e;
      case OrtException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(cause);
    };
  }
}
