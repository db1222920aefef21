/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.model.ModelLease;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.core.testing.TensorLike;

/** A model, methods that a test adds, and services that are closed after it. */
abstract class RunFixture {
  /** Nobody who stops when asked is left behind, however slow the machine is. */
  private static final Duration LONG = Duration.ofMinutes(2);
  @TempDir
  Path folder;
  final LinearModel model = new LinearModel(true);
  final FakeSource source = new FakeSource().modality("tensor", new TensorLike("tensor"));
  private final List<RunService> services = new ArrayList<>();
  ModelLease lease;

  @BeforeEach
  void open() throws Exception {
    lease = Fakes.lease(folder, model);
  }

  @AfterEach
  void close() {
    services.forEach(RunService::close);
    lease.close();
  }

  RunService service() {
    return service(LONG);
  }

  /** Runs one at a time. */
  RunService service(Duration grace) {
    RunService service = new RunService(new Catalogues(source), 0, 1, grace);
    services.add(service);
    return service;
  }

  static RunRequest request(String method) {
    return RunRequest.of(Fakes.subject(), method, ScoreRequest.DEFAULT);
  }

  static RunOutcome ended(Run run) throws Exception {
    return run.future().get(60, TimeUnit.SECONDS);
  }

  static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
