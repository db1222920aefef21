/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** Which folder of pictures goes with a model: the one chosen before, else one that lies near the model. */
final class Folders {
  private static final List<String> USUAL = List.of("pictures", "images", "data", "samples");

  private Folders() {
  }

  static Optional<Path> of(Path model) {
    String kept = node().get(key(model), "");
    try {
      return kept.isEmpty() || !Files.isDirectory(Path.of(kept)) ? near(model) : Optional.of(Path.of(kept));
    } catch (InvalidPathException e) {
      return near(model);
    }
  }

  /** A folder of a usual name beside the model, or beside its folder. */
  static Optional<Path> near(Path model) {
    Path at = model.toAbsolutePath().getParent();
    for (int up = 0; up < 2 && at != null; up++, at = at.getParent()) {
      for (String name : USUAL) {
        if (Files.isDirectory(at.resolve(name))) {
          return Optional.of(at.resolve(name));
        }
      }
    }
    return Optional.empty();
  }

  static void remember(Path model, Path folder) {
    node().put(key(model), folder.toString());
    try {
      node().flush();
    } catch (BackingStoreException e) {
      ILog.of(Folders.class).warn(e.getMessage(), e);
    }
  }

  private static IEclipsePreferences node() {
    return InstanceScope.INSTANCE.getNode("org.loupe.ui.filters");
  }

  /** Slashes would be taken for nodes. */
  private static String key(Path model) {
    return "folder-" + UUID.nameUUIDFromBytes(model.toString().getBytes(StandardCharsets.UTF_8));
  }
}
