/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Size, time and identity of files, by which a change on disk is seen without reading them. */
final class FileStamps {
  private final Map<Path, Stamp> stamps;

  private record Stamp(long size, FileTime modified, Object key) {
    static final Stamp MISSING = new Stamp(-1, FileTime.fromMillis(0), null);

    static Stamp of(Path file) {
      try {
        BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(a.size(), a.lastModifiedTime(), a.fileKey());
      } catch (IOException e) {
        return MISSING;
      }
    }
  }

  private FileStamps(Map<Path, Stamp> stamps) {
    this.stamps = stamps;
  }

  static FileStamps of(List<Path> files) {
    return new FileStamps(Map.of()).with(files);
  }

  /** The same and those of other files as they are now; a stamp that is there already stays. */
  FileStamps with(List<Path> files) {
    Map<Path, Stamp> all = new LinkedHashMap<>(stamps);
    for (Path file : files) {
      all.computeIfAbsent(file.toAbsolutePath().normalize(), Stamp::of);
    }
    return new FileStamps(all);
  }

  /** Whether a file is gone or another one since. */
  boolean changed() {
    return stamps.entrySet().stream().anyMatch(e -> !Objects.equals(e.getValue(), Stamp.of(e.getKey())));
  }
}
