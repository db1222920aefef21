/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * Independent streams of random numbers from one seed. A stream is named by a path, for example the method, the hash
 * of the item and the purpose; it is the same wherever, whenever and on whichever thread it is made.
 */
public final class RandomStreams {
  private RandomStreams() {
  }

  /**
   * A new generator at the start of a stream; not safe for several threads at once.
   *
   * @param seed seed of the run
   * @param path names of the stream; {@code ("a", "b")} and {@code ("ab")} are different streams
   */
  public static RandomGenerator of(long seed, String... path) {
    ByteBuffer state = ByteBuffer.wrap(digest(seed, path));
    return new Xoshiro256(state.getLong(), state.getLong(), state.getLong(), state.getLong());
  }

  private static byte[] digest(long seed, String... path) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
      for (String name : path) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sha.update(bytes);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256, which every runtime must have", e);
    }
  }
}
