/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import java.nio.file.Path;
import java.util.Locale;

/** Where a user's programs keep what they can make again. */
final class UserCache {
  private UserCache() {
  }

  /**
   * Loupe's folder: the system property {@code loupe.cache}, else the place that the operating system has for caches.
   */
  static Path folder() {
    String chosen = System.getProperty("loupe.cache", "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen);
    }
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home", "."));
    if (os.contains("win")) {
      String local = System.getenv("LOCALAPPDATA");
      return (local == null ? home : Path.of(local)).resolve("Loupe").resolve("cache");
    }
    if (os.contains("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("loupe");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return (xdg == null || !xdg.startsWith("/") ? home.resolve(".cache") : Path.of(xdg)).resolve("loupe");
  }
}
