/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxWriter;

class SessionCacheTest {
  private static final List<String> A = List.of("a");
  private static final List<String> B = List.of("b");
  private static final List<String> C = List.of("c");

  private final AtomicInteger made = new AtomicInteger();

  private static final Progress CANCELLED = new Progress() {
    @Override
    public void begin(String task, long units) {
    }

    @Override
    public void worked(long units) {
    }

    @Override
    public boolean cancelled() {
      return true;
    }
  };

  @Test
  void makesASessionOnceForEachSet() throws Exception {
    try (SessionCache cache = new SessionCache(4)) {
      OrtSession first;
      try (SessionCache.Lease lease = cache.acquire(A, 1, () -> make(A), Progress.NONE)) {
        first = lease.session().session();
      }
      try (SessionCache.Lease again = cache.acquire(List.of("a"), 1, () -> make(List.of("a")), Progress.NONE);
          SessionCache.Lease other = cache.acquire(B, 1, () -> make(B), Progress.NONE)) {
        assertSame(first, again.session().session());
        assertNotSame(first, other.session().session());
      }
      assertEquals(2, made.get());
      assertTrue(isOpen(first));
    }
  }

  @Test
  void closesTheLeastRecentlyUsedButNoneInUse() throws Exception {
    SessionCache cache = new SessionCache(2);
    SessionCache.Lease a = cache.acquire(A, 1, () -> make(A), Progress.NONE);
    SessionCache.Lease b = cache.acquire(B, 1, () -> make(B), Progress.NONE);
    cache.acquire(C, 1, () -> make(C), Progress.NONE).close();
    // C was the only one that nobody used.
    assertEquals(2, cache.size());
    assertTrue(isOpen(a.session().session()) && isOpen(b.session().session()));
    a.close();
    b.close();
    SessionCache.Lease c = cache.acquire(C, 1, () -> make(C), Progress.NONE);
    c.close();
    assertEquals(2, cache.size());
    assertTrue(!isOpen(a.session().session()) && isOpen(b.session().session()) && isOpen(c.session().session()));
    cache.close();
    assertTrue(!isOpen(b.session().session()) && !isOpen(c.session().session()));
  }

  @Test
  void closesWithTheLastLease() throws Exception {
    SessionCache cache = new SessionCache(1);
    SessionCache.Lease one = cache.acquire(A, 1, () -> make(A), Progress.NONE);
    SessionCache.Lease two = cache.acquire(A, 1, () -> make(A), Progress.NONE);
    cache.close();
    one.close();
    one.close();
    assertTrue(isOpen(two.session().session()));
    two.close();
    assertTrue(!isOpen(two.session().session()));
    assertThrows(IllegalStateException.class, () -> cache.acquire(A, 1, () -> make(A), Progress.NONE));
  }

  @Test
  @Timeout(60)
  void leavesASessionBehindThatTakesTooLong() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    SessionCache cache = new SessionCache(2);
    assertThrows(CancellationException.class, () -> cache.acquire(A, 1, () -> {
      try {
        slow.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return make(A);
    }, CANCELLED));
    slow.countDown();
    try (SessionCache.Lease lease = cache.acquire(A, 1, () -> make(A), Progress.NONE)) {
      assertTrue(isOpen(lease.session().session()));
    }
    assertEquals(1, made.get());
    cache.close();
  }

  @Test
  void triesAgainAfterAFailure() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    SessionCache.Maker second = () -> {
      if (tries.getAndIncrement() == 0) {
        throw LoupeException.notApplicable("not yet");
      }
      return make(A);
    };
    try (SessionCache cache = new SessionCache(2)) {
      assertEquals("not yet",
          assertThrows(LoupeException.class, () -> cache.acquire(A, 1, second, Progress.NONE)).getMessage());
      cache.acquire(A, 1, second, Progress.NONE).close();
      assertEquals(2, tries.get());
    }
  }

  @Test
  void keepsAsMuchAsFits() throws Exception {
    try (SessionCache cache = new SessionCache(10)) {
      cache.acquire(A, 4, () -> make(A), Progress.NONE).close();
      cache.acquire(B, 6, () -> make(B), Progress.NONE).close();
      assertEquals(2, cache.size());
      cache.acquire(C, 5, () -> make(C), Progress.NONE).close();
      // A and B must go, the older ones first, until 5 of 10 are left.
      assertEquals(1, cache.size());
      // One that alone is too large stays while it is the last one used.
      cache.acquire(A, Long.MAX_VALUE, () -> make(A), Progress.NONE).close();
      assertEquals(1, cache.size());
      cache.acquire(A, Long.MAX_VALUE, () -> make(A), Progress.NONE).close();
      assertEquals(4, made.get());
    }
  }

  @Test
  void keepsNoMoreThanEight() throws Exception {
    try (SessionCache cache = new SessionCache(Long.MAX_VALUE)) {
      for (int i = 0; i < 11; i++) {
        cache.acquire(i, 1, () -> make(A), Progress.NONE).close();
      }
      assertEquals(8, cache.size());
      cache.acquire(3, 1, () -> make(A), Progress.NONE).close();
      assertEquals(11, made.get());
      cache.acquire(2, 1, () -> make(A), Progress.NONE).close();
      assertEquals(12, made.get());
    }
  }

  private Prepared make(List<String> exposed) throws LoupeException, OrtException {
    made.incrementAndGet();
    Graph graph = new GraphBuilder("g").input("x", DataType.FLOAT, "n")
        .node(NodeBuilder.of("Neg").inputs("x").outputs(exposed.get(0))).output(exposed.get(0), DataType.FLOAT, "n")
        .build();
    try {
      return Prepared.forward(
          Engine.environment().createSession(OnnxWriter.toBuffer(new ModelBuilder(graph, 13).build())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The binding refuses to work with a closed session; an open one misses its input. */
  private static boolean isOpen(OrtSession session) {
    try {
      session.run(Map.of());
      return true;
    } catch (OrtException e) {
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
