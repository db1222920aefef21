/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import ai.onnxruntime.OrtException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.ModelPreparation;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Patience;
import org.loupe.onnx.internal.engine.SessionMaker;

/** The extents of all values of one run. Functions of the model are inlined, their inner values told as well. */
public final class ExactShapes {
  private final String name;
  private final OnnxModel model;
  private final SessionMaker maker;

  /** @param name of the model's file, for messages */
  public ExactShapes(String name, OnnxModel model, SessionMaker maker) {
    this.name = name;
    this.model = model;
    this.maker = maker;
  }

  /**
   * Runs the model without optimisation, on a thread of its own, since making a session cannot be ended.
   *
   * @return empty if the model does not take these inputs
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Optional<ShapeFacts> of(Map<String, Tensor> inputs, Progress progress) throws LoupeException {
    CompletableFuture<Optional<ShapeFacts>> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      try {
        result.complete(run(inputs, progress));
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    }, "loupe-onnx-shapes");
    thread.setDaemon(true);
    thread.start();
    try {
      return Patience.await(result, progress);
    } catch (OrtException e) {
      return Optional.empty();
    }
  }

  private Optional<ShapeFacts> run(Map<String, Tensor> inputs, Progress progress)
      throws LoupeException, OrtException {
    try (ProbeSession session = ProbeSession.open(name, ModelPreparation.prepare(model), model, maker)) {
      return session.extents(inputs, progress).map(s -> s);
    } catch (GradientException e) {
      throw Refusals.of(name, e);
    }
  }
}
