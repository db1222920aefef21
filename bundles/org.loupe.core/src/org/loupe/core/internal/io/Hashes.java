/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.loupe.api.Progress;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.Tensor;

/** SHA-256 of files and tensors, hexadecimal. */
public final class Hashes {
  private static final int CHUNK = 1 << 18;

  private Hashes() {
  }

  /**
   * Of one file, its hash as any other tool gives it; of several, the hash of their hashes in order.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static String files(List<Path> files, Progress progress) throws IOException {
    MessageDigest all = sha256();
    byte[] last = {};
    for (Path file : files) {
      last = file(file, progress);
      all.update(last);
    }
    return HexFormat.of().formatHex(files.size() == 1 ? last : all.digest());
  }

  /** Of tensors by name: names, types, shapes and every bit of their elements. */
  public static String tensors(Map<String, Tensor> tensors) throws IOException {
    MessageDigest sha = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
      for (Map.Entry<String, Tensor> e : tensors.entrySet()) {
        String head = e.getKey().length() + ":" + e.getKey() + ":" + e.getValue().type();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        NpyWriter.write(e.getValue(), out);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Of a few bytes. */
  public static String bytes(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static byte[] file(Path file, Progress progress) throws IOException {
    MessageDigest sha = sha256();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        progress.check();
        sha.update(chunk, 0, n);
      }
    }
    return sha.digest();
  }

  /** To be fed. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256, which every runtime must have", e);
    }
  }
}
