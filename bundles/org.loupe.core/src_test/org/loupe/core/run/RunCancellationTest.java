/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.core.testing.Method;

/** Runs that are cancelled, whether their code looks or not. */
class RunCancellationTest extends RunFixture {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void aMethodThatLooksIsCancelled() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    source.explainer("m", (Method) (r, c) -> {
      begun.countDown();
      while (true) {
        c.scores(1, i -> Map.of());
      }
    });
    Run run = service().start(lease, request("m"), RunListener.NONE);
    await(begun);
    run.cancel();
    run.cancel();
    assertEquals(new RunOutcome(RunStatus.CANCELLED, Optional.empty(), "cancelled", "", Optional.empty(),
        Optional.empty()), ended(run));
  }

  @Test
  void cancellationKeepsWhatThereIs() throws Exception {
    CountDownLatch published = new CountDownLatch(1);
    source.explainer("m", (Method) (r, c) -> {
      c.publish(Fakes.answer(7));
      published.countDown();
      while (true) {
        c.progress().check();
        Thread.onSpinWait();
      }
    });
    Run run = service().start(lease, request("m"), RunListener.NONE);
    await(published);
    run.cancel();
    assertEquals(RunStatus.PARTIAL, ended(run).status());
  }

  @Test
  void aMethodThatIgnoresCancelIsLeftBehindAndItsLaterWordsAreIgnored() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    AtomicReference<Throwable> later = new AtomicReference<>();
    AtomicBoolean heard = new AtomicBoolean();
    source.explainer("stubborn", (Method) (r, c) -> {
      begun.countDown();
      stubbornly(release);
      c.publish(Fakes.answer(1));
      c.note("too late");
      try {
        c.scores(1, i -> Map.of());
      } catch (RuntimeException e) {
        later.set(e);
      }
      gone.countDown();
      return Fakes.answer(1);
    }).explainer("next", (Method) (r, c) -> Fakes.answer(2));
    RunService service = service(SHORT);
    Run run = service.start(lease, request("stubborn"), new RunListener() {
      @Override
      public void partial(RunRecord record) {
        heard.set(true);
      }

      @Override
      public void note(String sentence) {
        heard.set(true);
      }
    });
    await(begun);
    Run next = service.start(lease, request("next"), RunListener.NONE);
    run.cancel();
    RunOutcome outcome = ended(run);
    assertEquals(RunStatus.CANCELLED, outcome.status());
    assertEquals("vendor.methods", outcome.bundle());
    assertTrue(outcome.message().contains("vendor.methods did not stop"), outcome.message());
    assertEquals(RunStatus.COMPLETED, ended(next).status(), "its slot is free again");
    lease.close();
    assertFalse(model.closed, "the thread left behind still uses the model");
    release.countDown();
    await(gone);
    assertTrue(later.get() instanceof java.util.concurrent.CancellationException, String.valueOf(later.get()));
    assertFalse(heard.get());
    assertEquals(Optional.of(outcome), run.outcome());
  }

  /** Waits, deaf to interruption. */
  private static void stubbornly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // goes on
      }
    }
  }

  @Test
  void whoWaitsForARunIsNotHeldByAMethodThatIgnoresCancel() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean cancelled = new AtomicBoolean();
    source.explainer("m", (Method) (r, c) -> {
      cancelled.set(true);
      stubbornly(release);
      return Fakes.answer(1);
    });
    RunOutcome outcome = service(SHORT).run(lease, request("m"), new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return cancelled.get();
      }
    });
    release.countDown();
    assertEquals(RunStatus.CANCELLED, outcome.status());
    assertEquals("vendor.methods", outcome.bundle());
  }

  @Test
  void anEngineThatIgnoresCancelIsNamed() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    LinearModel stuck = new LinearModel(true) {
      @Override
      public org.loupe.api.model.ForwardResult forward(org.loupe.api.model.ForwardRequest request, Progress progress)
          throws LoupeException {
        begun.countDown();
        stubbornly(release);
        return super.forward(request, progress);
      }
    };
    source.explainer("m", (Method) Fakes::ablation);
    try (ModelLease own = Fakes.lease(folder, stuck)) {
      Run run = service(SHORT).start(own, request("m"), RunListener.NONE);
      await(begun);
      run.cancel();
      assertEquals("vendor.loaders", ended(run).bundle());
    } finally {
      release.countDown();
    }
  }

  @Test
  void aListenerThatBreaksDoesNotHoldTheRun() throws Exception {
    source.explainer("m", (Method) (r, c) -> Fakes.answer(1));
    Run run = service().start(lease, request("m"), new RunListener() {
      @Override
      public void ended(RunOutcome outcome) {
        throw new OutOfMemoryError("of the listener");
      }
    });
    assertEquals(RunStatus.COMPLETED, ended(run).status());
  }

  @Test
  void whatWaitsIsCancelledAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicBoolean ran = new AtomicBoolean();
    source.explainer("long", (Method) (r, c) -> {
      begun.countDown();
      stubbornly(release);
      return Fakes.answer(1);
    }).explainer("waits", (Method) (r, c) -> {
      ran.set(true);
      return Fakes.answer(1);
    });
    RunService service = service();
    Run first = service.start(lease, request("long"), RunListener.NONE);
    await(begun);
    Run second = service.start(lease, request("waits"), RunListener.NONE);
    second.cancel();
    assertEquals(RunStatus.CANCELLED, ended(second).status());
    release.countDown();
    assertEquals(RunStatus.COMPLETED, ended(first).status());
    assertFalse(ran.get());
  }

  @Test
  void theRunHoldsTheModelAndClosingTheServiceEndsIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    source.explainer("m", (Method) (r, c) -> {
      begun.countDown();
      while (true) {
        c.progress().check();
        Thread.onSpinWait();
      }
    });
    RunService service = service();
    CountDownLatch closed = new CountDownLatch(1);
    Run run = service.start(lease, request("m"), new RunListener() {
      @Override
      public void ended(RunOutcome outcome) {
        closed.countDown();
      }
    });
    await(begun);
    lease.close();
    assertFalse(model.closed);
    service.close();
    assertEquals(RunStatus.CANCELLED, ended(run).status());
    await(closed);
    org.junit.jupiter.api.Assertions.assertThrows(IllegalStateException.class,
        () -> service.start(lease, request("m"), RunListener.NONE));
  }
}
