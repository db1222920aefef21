/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.model.ModelSource;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;

class ModelSessionsTest {
  @TempDir
  Path folder;
  private Path file;
  private final List<LinearModel> loaded = new CopyOnWriteArrayList<>();

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(folder.resolve("model.fake"), "abc");
  }

  private LinearModel model() {
    LinearModel model = new LinearModel(true, file);
    loaded.add(model);
    return model;
  }

  private static ModelSessions sessions(ModelLoader loader) {
    return new ModelSessions(new Catalogues(new FakeSource().loader("fake", 0, loader)));
  }

  private ModelSessions sessions() {
    return sessions((s, o, p) -> model());
  }

  private ModelLease open(ModelSessions sessions) throws LoupeException {
    return sessions.open(file, LoadOptions.DEFAULT, Progress.NONE);
  }

  @Test
  void theLastLeaseClosesTheModel() throws LoupeException {
    ModelSessions sessions = sessions();
    ModelLease a = open(sessions);
    ModelLease b = open(sessions);
    ModelLease c = b.share();
    assertEquals(1, loaded.size());
    a.close();
    a.close();
    b.close();
    assertFalse(loaded.get(0).closed, "c still holds it");
    assertEquals(List.of("prob", "boxes"), List.copyOf(
        c.forward(ForwardRequest.of(Fakes.subject().tensors()), Progress.NONE).values().keySet()));
    c.close();
    assertTrue(loaded.get(0).closed);
    assertThrows(IllegalStateException.class, c::share);
    assertThrows(IllegalStateException.class,
        () -> c.forward(ForwardRequest.of(Fakes.subject().tensors()), Progress.NONE));
    open(sessions).close();
    assertEquals(2, loaded.size());
  }

  @Test
  void aFileOfASharedEndingIsAModelIfItsContentIs() throws Exception {
    ModelLoader picky = new ModelLoader() {
      @Override
      public Model load(ModelSource source, LoadOptions options, Progress progress) {
        return model();
      }

      @Override
      public boolean recognises(ModelSource source) {
        try {
          return Files.readString(source.file()).startsWith("abc");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void check(ModelSource source, Progress progress) throws LoupeException {
        throw LoupeException.badInput("looked at " + source.name());
      }
    };
    ModelSessions sessions = new ModelSessions(new Catalogues(new FakeSource().add("modelLoaders", "vendor",
        Map.of("id", "picky", "name", "Picky", "class", "C", "extensions", "own", "sharedExtensions", "json, fake"),
        () -> picky)));
    Path other = Files.writeString(folder.resolve("table.fake"), "a,b,c");
    assertTrue(sessions.isModel(file));
    assertTrue(sessions.isModel(folder.resolve("any.own")), "its own ending tells");
    assertFalse(sessions.isModel(other));
    assertFalse(sessions.isModel(folder.resolve("missing.json")), "a loader that fails recognises nothing");
    sessions.check(other, Progress.NONE);
    assertEquals("looked at model.fake", refused(Kind.BAD_INPUT, () -> sessions.check(file, Progress.NONE))
        .getMessage());
    open(sessions).close();
    assertEquals(1, loaded.size());
  }

  @Test
  void otherOptionsAreAnotherModelAndAnotherWayToTheFileIsNot() throws Exception {
    ModelSessions sessions = sessions();
    try (ModelLease a = open(sessions); ModelLease b = sessions.open(file, new LoadOptions("cpu", 2), Progress.NONE);
        ModelLease c = sessions.open(folder.resolve("../" + folder.getFileName() + "/model.fake"), LoadOptions.DEFAULT,
            Progress.NONE)) {
      assertNotSame(a.description(), b.description());
      assertSame(a.description(), c.description());
    }
    assertEquals(2, loaded.size());
  }

  @Test
  void manyWhoOpenAtOnceLoadOnceAndAreCounted() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    AtomicInteger wrong = new AtomicInteger();
    ModelSessions sessions = sessions();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      all.add(pool.submit(() -> {
        for (int round = 0; round < 50; round++) {
          start.await(30, TimeUnit.SECONDS);
          try (ModelLease lease = open(sessions)) {
            if (lease.forward(ForwardRequest.of(Fakes.subject().tensors()), Progress.NONE) == null) {
              wrong.incrementAndGet();
            }
            wrong.addAndGet(loaded.get(loaded.size() - 1).closed ? 1 : 0);
            start.await(30, TimeUnit.SECONDS);
          }
        }
        return null;
      }));
    }
    for (Future<?> f : all) {
      f.get(60, TimeUnit.SECONDS);
    }
    pool.shutdown();
    assertEquals(0, wrong.get());
    assertEquals(50, loaded.size(), "one load a round");
    assertTrue(loaded.stream().allMatch(m -> m.closed), "all are closed at the end");
  }

  @Test
  void aFailureIsTheSameForAllWhoWaitAndDoesNotStay() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicBoolean fail = new AtomicBoolean(true);
    ModelSessions sessions = sessions((s, o, p) -> {
      loading.countDown();
      await(go);
      if (fail.get()) {
        throw LoupeException.badInput("truncated");
      }
      return model();
    });
    CompletableFuture<LoupeException> first = CompletableFuture.supplyAsync(() -> failure(sessions));
    loading.await();
    CompletableFuture<LoupeException> second = CompletableFuture.supplyAsync(() -> failure(sessions));
    go.countDown();
    assertEquals("truncated", first.get(30, TimeUnit.SECONDS).getMessage());
    assertEquals("truncated", second.get(30, TimeUnit.SECONDS).getMessage());
    fail.set(false);
    open(sessions).close();
    assertEquals(1, loaded.size());
  }

  private LoupeException failure(ModelSessions sessions) {
    return refused(Kind.BAD_INPUT, () -> open(sessions));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoWaitsGoesOnWhereTheOneWhoLoadedGaveUp() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    AtomicBoolean cancelled = new AtomicBoolean();
    Progress first = new Cancellable(cancelled);
    ModelSessions sessions = sessions((s, o, p) -> {
      loading.countDown();
      while (p == first && !p.cancelled()) {
        Thread.onSpinWait();
      }
      p.check();
      return model();
    });
    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> assertThrows(CancellationException.class,
        () -> sessions.open(file, LoadOptions.DEFAULT, first)));
    loading.await();
    CompletableFuture<Void> two = CompletableFuture.runAsync(() -> {
      try {
        open(sessions).close();
      } catch (LoupeException e) {
        throw new IllegalStateException(e);
      }
    });
    cancelled.set(true);
    one.get(30, TimeUnit.SECONDS);
    two.get(30, TimeUnit.SECONDS);
    assertEquals(1, loaded.size());
  }

  private record Cancellable(AtomicBoolean flag) implements Progress {
    @Override
    public void begin(String task, long units) {
    }

    @Override
    public void worked(long units) {
    }

    @Override
    public boolean cancelled() {
      return flag.get();
    }
  }

  @Test
  void aChangedFileIsANewModel() throws Exception {
    ModelSessions sessions = sessions();
    try (ModelLease old = open(sessions)) {
      assertFalse(old.stale());
      assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", old.hash(Progress.NONE));
      Files.writeString(file, "abcd");
      assertTrue(old.stale());
      assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", old.hash(Progress.NONE));
      try (ModelLease fresh = open(sessions); ModelLease again = open(sessions)) {
        assertNotSame(old.description(), fresh.description());
        assertSame(fresh.description(), again.description());
        assertFalse(fresh.stale());
      }
      assertFalse(loaded.get(0).closed, "the old lease still works");
    }
    assertTrue(loaded.get(0).closed && loaded.get(1).closed);
  }

  @Test
  void aHashOfAFileThatHasChangedIsRefused() throws Exception {
    try (ModelLease lease = open(sessions())) {
      Files.writeString(file, "abcdef");
      assertTrue(refused(Kind.BAD_INPUT, () -> lease.hash(Progress.NONE)).getMessage().contains("open it again"));
    }
  }

  @Test
  void severalFilesHaveOneHash() throws Exception {
    Path weights = Files.writeString(folder.resolve("weights.bin"), "w1");
    ModelLoader loader = (s, o, p) -> new LinearModel(true, file, weights);
    String before;
    try (ModelLease lease = open(sessions(loader))) {
      before = lease.hash(Progress.NONE);
      Files.writeString(weights, "w22");
      assertTrue(lease.stale(), "external weights belong to the model");
    }
    try (ModelLease lease = open(sessions(loader))) {
      assertFalse(before.equals(lease.hash(Progress.NONE)));
    }
  }

  @Test
  void loadersAreTriedByEndingAndPriority() throws Exception {
    List<String> tried = new ArrayList<>();
    FakeSource source = new FakeSource().loader("fake", 1, (s, o, p) -> {
      tried.add("one");
      throw LoupeException.badInput("one says no");
    }).loader("fake", 5, (s, o, p) -> {
      tried.add("five");
      throw LoupeException.badInput("five says no");
    }).loader("other", 9, (s, o, p) -> {
      tried.add("other");
      return model();
    });
    ModelSessions sessions = new ModelSessions(new Catalogues(source));
    assertEquals("five says no", refused(Kind.BAD_INPUT, () -> open(sessions)).getMessage());
    assertEquals(List.of("five", "one"), tried);
    Path strange = Files.writeString(folder.resolve("model.xyz"), "");
    sessions.open(strange, LoadOptions.DEFAULT, Progress.NONE).close();
    assertEquals("other", tried.get(2));
  }

  @Test
  void whatIsNoModelIsSaidInOneLine() {
    ModelSessions sessions = sessions();
    assertTrue(refused(Kind.BAD_INPUT, () -> sessions.open(folder.resolve("gone.fake"), LoadOptions.DEFAULT,
        Progress.NONE)).getMessage().startsWith("there is no file "));
    assertTrue(refused(Kind.BAD_INPUT, () -> sessions.open(folder, LoadOptions.DEFAULT, Progress.NONE)).getMessage()
        .endsWith("is a folder, not a model file"));
    sessions.close();
    refused(Kind.FAILED, () -> open(sessions));
  }

  @Test
  void defectiveLoadersAndModelsNameTheirBundle() throws Exception {
    for (ModelLoader loader : List.<ModelLoader>of((s, o, p) -> null, (s, o, p) -> {
      throw new NoSuchMethodError("m");
    }, (s, o, p) -> new LinearModel(true) {
      @Override
      public org.loupe.api.model.RuntimeInfo runtime() {
        return null;
      }
    })) {
      assertTrue(refused(Kind.FAILED, () -> open(sessions(loader))).getMessage().contains("vendor.loaders"));
    }
    ModelLoader empty = (s, o, p) -> new LinearModel(true) {
      @Override
      public ForwardResult forward(ForwardRequest request, Progress progress) {
        return new ForwardResult(Map.of(), Map.of());
      }

      @Override
      public void close() {
        throw new IllegalStateException("stuck");
      }
    };
    try (ModelLease lease = open(sessions(empty))) {
      assertTrue(refused(Kind.FAILED, () -> lease.forward(
          new ForwardRequest(Fakes.subject().tensors(), List.of("logits")), Progress.NONE)).getMessage()
          .contains("did not return logits"));
    }
  }
}
