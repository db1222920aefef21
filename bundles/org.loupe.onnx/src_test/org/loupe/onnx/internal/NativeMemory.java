/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the process takes. */
final class NativeMemory {
  private NativeMemory() {
  }

  /** What the process holds beside the Java heap; skips the test where nobody tells. */
  static long bytes() throws IOException {
    Path statm = Path.of("/proc/self/statm");
    assumeTrue(Files.isReadable(statm), "needs /proc");
    System.gc();
    long pages = Long.parseLong(Files.readString(statm).split(" ")[1]);
    return pages * 4096 - Runtime.getRuntime().totalMemory();
  }
}
