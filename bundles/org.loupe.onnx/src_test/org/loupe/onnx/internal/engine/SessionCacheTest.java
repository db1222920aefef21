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
    try (SessionCache cache = new SessionCache(this::make, 4)) {
      OrtSession first;
      try (SessionCache.Lease lease = cache.acquire(A, Progress.NONE)) {
        first = lease.session();
      }
      try (SessionCache.Lease again = cache.acquire(List.of("a"), Progress.NONE);
          SessionCache.Lease other = cache.acquire(B, Progress.NONE)) {
        assertSame(first, again.session());
        assertNotSame(first, other.session());
      }
      assertEquals(2, made.get());
      assertTrue(isOpen(first));
    }
  }

  @Test
  void closesTheLeastRecentlyUsedButNoneInUse() throws Exception {
    SessionCache cache = new SessionCache(this::make, 2);
    SessionCache.Lease a = cache.acquire(A, Progress.NONE);
    SessionCache.Lease b = cache.acquire(B, Progress.NONE);
    cache.acquire(C, Progress.NONE).close();
    // C was the only one that nobody used.
    assertEquals(2, cache.size());
    assertTrue(isOpen(a.session()) && isOpen(b.session()));
    a.close();
    b.close();
    SessionCache.Lease c = cache.acquire(C, Progress.NONE);
    c.close();
    assertEquals(2, cache.size());
    assertTrue(!isOpen(a.session()) && isOpen(b.session()) && isOpen(c.session()));
    cache.close();
    assertTrue(!isOpen(b.session()) && !isOpen(c.session()));
  }

  @Test
  void closesWithTheLastLease() throws Exception {
    SessionCache cache = new SessionCache(this::make, 1);
    SessionCache.Lease one = cache.acquire(A, Progress.NONE);
    SessionCache.Lease two = cache.acquire(A, Progress.NONE);
    cache.close();
    one.close();
    one.close();
    assertTrue(isOpen(two.session()));
    two.close();
    assertTrue(!isOpen(two.session()));
    assertThrows(IllegalStateException.class, () -> cache.acquire(A, Progress.NONE));
  }

  @Test
  @Timeout(60)
  void leavesASessionBehindThatTakesTooLong() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    SessionCache cache = new SessionCache(exposed -> {
      try {
        slow.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return make(exposed);
    }, 2);
    assertThrows(CancellationException.class, () -> cache.acquire(A, CANCELLED));
    slow.countDown();
    try (SessionCache.Lease lease = cache.acquire(A, Progress.NONE)) {
      assertTrue(isOpen(lease.session()));
    }
    assertEquals(1, made.get());
    cache.close();
  }

  @Test
  void triesAgainAfterAFailure() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (SessionCache cache = new SessionCache(exposed -> {
      if (tries.getAndIncrement() == 0) {
        throw LoupeException.notApplicable("not yet");
      }
      return make(exposed);
    }, 2)) {
      assertEquals("not yet", assertThrows(LoupeException.class, () -> cache.acquire(A, Progress.NONE)).getMessage());
      cache.acquire(A, Progress.NONE).close();
      assertEquals(2, tries.get());
    }
  }

  @Test
  void keepsAsManyAsFit() {
    assertEquals(1, SessionCache.limit(3L << 30, 1L << 30));
    assertEquals(3, SessionCache.limit(300, 1000));
    assertEquals(8, SessionCache.limit(1, Long.MAX_VALUE));
    assertEquals(8, SessionCache.limit(0, 1000));
  }

  private OrtSession make(List<String> exposed) throws LoupeException, OrtException {
    made.incrementAndGet();
    Graph graph = new GraphBuilder("g").input("x", DataType.FLOAT, "n")
        .node(NodeBuilder.of("Neg").inputs("x").outputs(exposed.get(0))).output(exposed.get(0), DataType.FLOAT, "n")
        .build();
    try {
      return Engine.environment().createSession(OnnxWriter.toBuffer(new ModelBuilder(graph, 13).build()));
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
