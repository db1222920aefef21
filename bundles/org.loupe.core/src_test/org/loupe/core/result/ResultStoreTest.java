/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunStatus;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;

class ResultStoreTest {
  private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  @TempDir
  Path folder;

  private static RunRecord record(double value) {
    return Fakes.record(Fakes.attribution(value));
  }

  private static double value(RunRecord record) {
    return ((FeatureAttribution) record.result()).values().get(0);
  }

  @Test
  void keepsListsLoadsAndDeletes() throws Exception {
    ResultStore store = new ResultStore(folder.resolve("state"));
    AtomicInteger changes = new AtomicInteger();
    Runnable listener = changes::incrementAndGet;
    store.addListener(listener);
    StoredResult one = store.add(record(1));
    StoredResult two = store.add(record(2));
    assertEquals("FeatureAttribution", one.kind());
    assertEquals(List.of(one.id(), two.id()).stream().sorted((a, b) -> b.compareTo(a)).toList(),
        store.list().stream().map(StoredResult::id).toList());
    assertEquals(1, value(store.load(one.id())));
    store.delete(one.id());
    assertEquals(List.of(two), store.list());
    assertEquals(3, changes.get());
    store.removeListener(listener);
    store.delete(two.id());
    assertEquals(3, changes.get());
    assertEquals("", store.problem());
  }

  @Test
  void anotherProcessSeesTheSame() throws Exception {
    ResultStore one = new ResultStore(folder);
    StoredResult kept = one.add(record(5));
    ResultStore other = new ResultStore(folder);
    assertEquals(List.of(kept), other.list());
    assertEquals(5, value(other.load(kept.id())));
    other.delete(kept.id());
    assertEquals(List.of(), one.list());
    refused(Kind.USAGE, () -> one.load(kept.id()));
  }

  @Test
  void manyMayWriteAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<StoredResult>> jobs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double value = i;
      jobs.add(() -> new ResultStore(folder).add(record(value)));
    }
    for (Future<StoredResult> f : pool.invokeAll(jobs)) {
      f.get();
    }
    pool.shutdown();
    ResultStore store = new ResultStore(folder);
    List<StoredResult> all = store.list();
    double sum = 0;
    for (StoredResult s : all) {
      sum += value(store.load(s.id()));
    }
    assertEquals(40, all.size());
    assertEquals(780, sum);
  }

  @Test
  void whereNothingCanBeWrittenResultsStayInMemory() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    for (Path dir : new Path[] {null, file}) {
      ResultStore store = new ResultStore(dir);
      StoredResult kept = store.add(record(3));
      assertEquals(List.of(kept), store.list());
      assertEquals(3, value(store.load(kept.id())));
      assertEquals(dir != null, store.problem().startsWith("results stay in memory"), store.problem());
      store.delete(kept.id());
      assertEquals(List.of(), store.list());
    }
  }

  @Test
  void anIdNeverLeadsOutOfTheFolderAndDamagedFilesAreLeftOut() throws Exception {
    ResultStore store = new ResultStore(folder);
    StoredResult kept = store.add(record(1));
    XaiFile.write(record(9), folder.resolve("outside.xai"));
    Files.writeString(folder.resolve("results/20260101-000000-000-00000000.xai"), "damaged");
    Files.writeString(folder.resolve("results/strange.xai"), "damaged");
    for (String id : List.of("../outside", "..\\outside", "", "x", kept.id() + "/../" + kept.id())) {
      refused(Kind.USAGE, () -> store.load(id));
      refused(Kind.USAGE, () -> store.delete(id));
    }
    assertEquals(List.of(kept), store.list());
    refused(Kind.BAD_INPUT, () -> store.load("20260101-000000-000-00000000"));
  }

  private StoredResult stored(Path model, String hash) throws Exception {
    return new ResultStore(null).add(new RunRecord(RunStatus.COMPLETED, Fakes.attribution(1), Fakes.subject(),
        Fakes.provenance(model.toString(), hash), List.of()));
  }

  @Test
  void aResultIsStaleWhenItsModelIsGoneOrAnother() throws Exception {
    ResultStore store = new ResultStore(null);
    Path model = Files.writeString(folder.resolve("model.fake"), "abc");
    Instant ran = Instant.parse("2026-01-02T03:04:05Z");
    Files.setLastModifiedTime(model, FileTime.from(ran.plusSeconds(60)));
    assertFalse(store.stale(stored(model, ABC), Progress.NONE), "newer, but the same bytes");
    assertTrue(store.stale(stored(model, "00"), Progress.NONE));
    Files.setLastModifiedTime(model, FileTime.from(ran.minusSeconds(60)));
    assertFalse(store.stale(stored(model, "00"), Progress.NONE), "older than the result");
    assertTrue(store.stale(stored(folder.resolve("gone"), ABC), Progress.NONE));
    assertTrue(store.stale(stored(Path.of("a\u0001"), ABC), Progress.NONE));
  }

  @Test
  void anOpenModelTellsByItsHash() throws Exception {
    ResultStore store = new ResultStore(null);
    try (ModelLease lease = Fakes.lease(folder, new LinearModel(true))) {
      assertFalse(store.stale(stored(folder, ABC), lease, Progress.NONE));
      assertTrue(store.stale(stored(folder, "00"), lease, Progress.NONE));
      Files.writeString(folder.resolve("model.fake"), "changed");
      assertTrue(store.stale(stored(folder, ABC), lease, Progress.NONE));
    }
  }
}
