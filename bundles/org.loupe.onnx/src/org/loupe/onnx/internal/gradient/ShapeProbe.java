/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.ModelPreparation;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.SessionMaker;

/**
 * Finds the extents of all values of a model by running it at two batch sizes, both at least 2 so that no extent is
 * taken for one that is broadcast. What stays the same is fixed, and the gradient graph holds for any batch. A model
 * that does not take such batches is run as it is asked to, and its gradient graph holds for that size only. Runs are
 * remembered for as long as the model is open.
 */
final class ShapeProbe {
  private static final int[] SIZES = {2, 3};
  private static final int LOOK_EVERY_MS = 40;
  private final String name;
  private final OnnxModel model;
  private final ModelDescription description;
  private final SessionMaker maker;
  /** Held by who runs the probe. */
  private final ReentrantLock probing = new ReentrantLock();
  private final Map<ProbeKey, Probed> known = new ConcurrentHashMap<>();

  /**
   * What probing has shown.
   *
   * @param key for which inputs it holds
   */
  record Probed(ProbeKey key, ShapeFacts shapes) {
  }

  ShapeProbe(String name, OnnxModel model, ModelDescription description, SessionMaker maker) {
    this.name = name;
    this.model = model;
    this.description = description;
    this.maker = maker;
  }

  /**
   * The extents for these inputs; runs the model if need be.
   *
   * @throws CancellationException when cancelled
   */
  Probed probe(Map<String, Tensor> inputs, Progress progress)
      throws LoupeException, OrtException, IOException, GradientException {
    ProbeInputs probe = new ProbeInputs(description, inputs);
    Optional<Probed> there = known(probe);
    if (there.isPresent()) {
      return there.get();
    }
    lock(progress);
    try {
      there = known(probe);
      if (there.isPresent()) {
        return there.get();
      }
      Probed made = run(probe, progress);
      known.put(made.key(), made);
      return made;
    } finally {
      probing.unlock();
    }
  }

  private Optional<Probed> known(ProbeInputs probe) {
    return Optional.ofNullable(known.get(probe.open())).or(() -> Optional.ofNullable(known.get(probe.exact())));
  }

  private void lock(Progress progress) {
    try {
      while (!probing.tryLock(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        progress.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private Probed run(ProbeInputs probe, Progress progress)
      throws LoupeException, OrtException, IOException, GradientException {
    OnnxModel prepared = ModelPreparation.prepare(model);
    ShapeFacts inferred = ShapeFacts.inferred(prepared);
    try (ProbeSession session = ProbeSession.open(name, prepared, model, maker)) {
      if (probe.isBatched()) {
        Optional<ProbedShapes> open = session.extents(probe.batch(SIZES[0]), probe.batch(SIZES[1]), progress);
        if (open.isPresent()) {
          return new Probed(probe.open(), open.get().or(inferred));
        }
      }
      Optional<ProbedShapes> exact = session.extents(probe.inputs(), probe.inputs(), progress);
      return new Probed(probe.exact(), exact.<ShapeFacts>map(e -> e.or(inferred)).orElse(inferred));
    }
  }

  /** Extents that some run has shown; what the file tells, if the model has not run. */
  ShapeFacts known() throws IOException, GradientException {
    Optional<Probed> any = known.values().stream().findFirst();
    return any.isPresent() ? any.get().shapes() : ShapeFacts.inferred(ModelPreparation.prepare(model));
  }
}
