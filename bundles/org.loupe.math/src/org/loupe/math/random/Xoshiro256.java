/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.random;

import java.util.random.RandomGenerator;

/**
 * The generator xoshiro256++ 1.0. Source: D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom Number Generators",
 * ACM Transactions on Mathematical Software 47(4), 2021. Written out here because a trimmed Java 21 runtime may lack
 * the module that has it.
 */
final class Xoshiro256 implements RandomGenerator {
  private long a;
  private long b;
  private long c;
  private long d;

  /** The four words must not all be zero; a cryptographic hash makes sure of that. */
  Xoshiro256(long a, long b, long c, long d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  @Override
  public long nextLong() {
    final long result = Long.rotateLeft(a + d, 23) + a;
    final long shifted = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = Long.rotateLeft(d, 45);
    return result;
  }
}
