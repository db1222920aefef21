/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.content;

import java.util.BitSet;

/** Makes the sets of codes of a model, whose size a few bytes of a file can claim, within a bound on their sum. */
public final class CodeSets {
  private static final long LEAST = 8L << 20;
  private final long most;
  private long bytes;

  public CodeSets() {
    this(Math.max(LEAST, Runtime.getRuntime().maxMemory() / 8));
  }

  CodeSets(long most) {
    this.most = most;
  }

  /** An empty set for codes below {@code bound}. @throws FormatException if all sets together are too large */
  public BitSet empty(int bound) throws FormatException {
    bytes += 64 + bound / 8;
    if (bytes > most) {
      throw new FormatException("its sets of categories need more than " + (most >> 20) + " MiB");
    }
    return new BitSet(bound);
  }
}
