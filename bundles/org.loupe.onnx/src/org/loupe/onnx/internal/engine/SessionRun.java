/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/** Runs sessions. */
public final class SessionRun {
  private SessionRun() {
  }

  /** Takes what it wants to keep of a value, which is closed afterwards. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(String name, OnnxValue value) throws LoupeException, OrtException;
  }

  /**
   * Runs a session and reads what it returns.
   *
   * @param model name of the model's file, for messages
   * @param wanted names of outputs
   * @throws CancellationException when cancelled, at the next node
   */
  public static <T> Map<String, T> run(String model, OrtSession session, Map<String, OnnxTensor> inputs,
      Collection<String> wanted, Progress progress, Reader<T> reader) throws LoupeException {
    return run(model, session, inputs, wanted, Map.of(), progress, reader);
  }

  /**
   * As above.
   *
   * @param places where the session is to write further outputs, by their names
   */
  public static <T> Map<String, T> run(String model, OrtSession session, Map<String, OnnxTensor> inputs,
      Collection<String> wanted, Map<String, OnnxTensor> places, Progress progress, Reader<T> reader)
      throws LoupeException {
    try (RunGuard guard = new RunGuard(progress);
        OrtSession.Result result = session.run(inputs, new LinkedHashSet<>(wanted), places, guard.options())) {
      progress.check();
      Map<String, T> values = new LinkedHashMap<>();
      for (String name : wanted) {
        values.put(name, reader.read(name, result.get(name).orElseThrow()));
      }
      return values;
    } catch (OrtException e) {
      if (progress.cancelled()) {
        throw (CancellationException) new CancellationException().initCause(e);
      }
      throw OrtErrors.running(model, e);
    }
  }
}
