/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.contain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loupe.api.LoupeException;

class ContainmentTest {
  static Stream<Callable<Object>> defects() {
    return Stream.of(() -> {
      throw new NullPointerException("x\ny");
    }, () -> {
      throw new NoClassDefFoundError("gone/Away");
    }, () -> {
      throw new AbstractMethodError();
    }, () -> {
      throw new StackOverflowError();
    }, () -> {
      throw new AssertionError("not so");
    }, () -> {
      throw new OutOfMemoryError("heap");
    }, () -> {
      throw new java.io.IOException("disk");
    }, () -> null);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void whatEverGoesWrongNamesTheBundle(Callable<Object> defect) {
    LoupeException e = assertThrows(LoupeException.class, () -> Containment.call("vendor.x", "doing it", defect));
    assertEquals("vendor.x", assertInstanceOf(ContributionFailure.class, e).bundle());
    assertEquals(LoupeException.Kind.FAILED, e.kind());
    assertTrue(e.getMessage().startsWith("doing it (bundle vendor.x) "), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
  }

  @Test
  void whatAContributionSaysGoesThrough() {
    LoupeException said = LoupeException.notApplicable("no convolution");
    assertSame(said, assertThrows(LoupeException.class, () -> Containment.call("b", "w", () -> {
      throw said;
    })));
    assertThrows(CancellationException.class, () -> Containment.call("b", "w", () -> {
      throw new CancellationException();
    }));
  }

  @Test
  void interruptionIsCancellationAndStays() {
    assertThrows(CancellationException.class, () -> Containment.call("b", "w", () -> {
      throw new InterruptedException();
    }));
    assertTrue(Thread.interrupted(), "the thread is still interrupted");
  }

  @Test
  void theInnerBundleIsToBlame() {
    LoupeException inner = Containment.failure("vendor.inner", "masking", "failed");
    LoupeException e = assertThrows(LoupeException.class, () -> Containment.call("vendor.outer", "explaining", () -> {
      throw new ContainedError(inner);
    }));
    assertSame(inner, e);
  }

  @Test
  void aWrongTypeNamesBothTypes() throws LoupeException {
    assertEquals("s", Containment.cast("b", "i", String.class, "s"));
    LoupeException e = assertThrows(LoupeException.class, () -> Containment.cast("b", "i", String.class, 1));
    assertEquals("i of bundle b is a java.lang.Integer, not a java.lang.String", e.getMessage());
  }

  @Test
  void aLongMessageIsCut() {
    LoupeException e = assertThrows(LoupeException.class, () -> Containment.call("b", "w", () -> {
      throw new IllegalStateException("y".repeat(100_000));
    }));
    assertTrue(e.getMessage().length() < 400, "length " + e.getMessage().length());
  }
}
