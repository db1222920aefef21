/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.devices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether this machine has an NVIDIA driver. */
final class NvidiaDriver {
  private static final Path LINUX = Path.of("/proc/driver/nvidia/version");
  private static final Pattern VERSION = Pattern.compile("Kernel Module.*?\\s(\\d+(?:\\.\\d+)+)");

  private NvidiaDriver() {
  }

  /** For a reader, as {@code NVIDIA driver 550.54}. */
  static String describe() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String root = System.getenv("SystemRoot");
      boolean there = root != null && Files.exists(Path.of(root, "System32", "nvcuda.dll"));
      return there ? "NVIDIA driver" : "no NVIDIA driver";
    }
    try {
      return Files.exists(LINUX) ? version(Files.readString(LINUX)) : "no NVIDIA driver";
    } catch (IOException e) {
      return "NVIDIA driver of unknown version";
    }
  }

  static String version(String text) {
    Matcher version = VERSION.matcher(text);
    return version.find() ? "NVIDIA driver " + version.group(1) : "NVIDIA driver of unknown version";
  }
}
