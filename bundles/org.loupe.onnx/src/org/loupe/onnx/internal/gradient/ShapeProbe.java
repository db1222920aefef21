/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.gradient.GradientException;
import org.loupe.graph.gradient.ModelPreparation;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Patience;
import org.loupe.onnx.internal.engine.SessionMaker;

/**
 * Finds the extents of all values of a model by running it at two batch sizes, both at least 2 so that no extent is
 * taken for one that is broadcast. What stays the same is fixed, and the gradient graph holds for any batch. A model
 * that does not take such batches is run as it is asked to, and its gradient graph holds for that size only. Runs are
 * remembered for as long as the model is open.
 */
final class ShapeProbe {
  private static final int[] SIZES = {2, 3};
  private final String name;
  private final OnnxModel model;
  private final ModelDescription description;
  private final SessionMaker maker;
  private final Map<ProbeKey, Probed> known = new ConcurrentHashMap<>();
  /** Probes under way; by the key of exactly their inputs. */
  private final Map<ProbeKey, Running> running = new HashMap<>();

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
   * The extents for these inputs; runs the model if need be, on a thread of its own, since making a session cannot be
   * ended: who no longer wants it goes, and the probe is there for the next who asks.
   *
   * @throws CancellationException when cancelled
   */
  Probed probe(Map<String, Tensor> inputs, Progress progress) throws LoupeException, OrtException {
    ProbeInputs probe = new ProbeInputs(description, inputs);
    Optional<Probed> there = known(probe);
    if (there.isPresent()) {
      return there.get();
    }
    while (true) {
      Running run = join(probe);
      try {
        return Patience.await(run.result, progress);
      } catch (CancellationException e) {
        // Who began it may have given it up just before we joined.
        if (progress.cancelled() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      } finally {
        run.waiting.decrementAndGet();
      }
    }
  }

  /** A probe under way, wanted as long as somebody waits for it. */
  private static final class Running implements Progress {
    final CompletableFuture<Probed> result = new CompletableFuture<>();
    final AtomicInteger waiting = new AtomicInteger();

    @Override
    public void begin(String task, long units) {
    }

    @Override
    public void worked(long units) {
    }

    @Override
    public boolean cancelled() {
      return waiting.get() == 0;
    }
  }

  private synchronized Running join(ProbeInputs probe) {
    Running there = running.get(probe.exact());
    if (there != null && !there.result.isDone()) {
      there.waiting.incrementAndGet();
      return there;
    }
    Running fresh = new Running();
    fresh.waiting.incrementAndGet();
    running.put(probe.exact(), fresh);
    start(probe, fresh);
    return fresh;
  }

  private synchronized void ended(ProbeInputs probe, Running run) {
    running.remove(probe.exact(), run);
  }

  private void start(ProbeInputs probe, Running running) {
    Thread thread = new Thread(() -> {
      try {
        Probed made = run(probe, running);
        known.put(made.key(), made);
        running.result.complete(made);
      } catch (GradientException e) {
        running.result.completeExceptionally(Refusals.of(name, e));
      } catch (IOException e) {
        running.result.completeExceptionally(
            LoupeException.badInput(name + " could not be read again: " + e.getMessage(), e));
      } catch (Throwable e) {
        running.result.completeExceptionally(e);
      } finally {
        ended(probe, running);
      }
    }, "loupe-onnx-probe");
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<Probed> known(ProbeInputs probe) {
    return Optional.ofNullable(known.get(probe.open())).or(() -> Optional.ofNullable(known.get(probe.exact())));
  }

  private Probed run(ProbeInputs probe, Progress progress)
      throws LoupeException, OrtException, IOException, GradientException {
    OnnxModel prepared = ModelPreparation.prepare(model);
    ShapeFacts inferred = ShapeFacts.inferred(prepared);
    try (ProbeSession session = ProbeSession.open(name, prepared, model, maker)) {
      if (probe.isBatched()) {
        Optional<ProbedShapes> open =
            session.extents(probe.batch(SIZES[0]), probe.batch(SIZES[1]), inferred, progress);
        if (open.isPresent()) {
          return new Probed(probe.open(), open.get().or(inferred));
        }
      }
      Optional<ProbedShapes> exact = session.extents(probe.inputs(), progress);
      return new Probed(probe.exact(), exact.<ShapeFacts>map(e -> e.or(inferred)).orElse(inferred));
    }
  }

  /** Extents that some run has shown; what the file tells, if the model has not run. */
  ShapeFacts known() throws IOException, GradientException {
    Optional<Probed> any = known.values().stream().findFirst();
    return any.isPresent() ? any.get().shapes() : ShapeFacts.inferred(ModelPreparation.prepare(model));
  }
}
