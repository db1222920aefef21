/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that this process ever held, native memory included. */
final class PeakMemory {
  private PeakMemory() {
  }

  /** In bytes, from the kernel's account of this process; -1 where there is none. */
  static long bytes() {
    try {
      return parse(Files.readAllLines(Path.of("/proc/self/status")));
    } catch (IOException e) {
      return -1;
    }
  }

  /** Reads the line {@code VmHWM:  123456 kB}. */
  static long parse(List<String> status) {
    return status.stream().filter(l -> l.matches("VmHWM:\\s+\\d+ kB\\s*"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024).findFirst().orElse(-1);
  }
}
