/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.io.Hashes;

/**
 * The files below a folder, without those that are hidden. Links to folders are not followed, and links to files only
 * where they stay inside.
 *
 * @param folder absolute, without links
 * @param files relative to the folder, in the order of their names
 * @param stamp hash over names, sizes and times: another one means another content
 * @param cut whether there are more files than are looked at
 */
public record FolderFiles(Path folder, List<Path> files, String stamp, boolean cut) {
  /** The most files that are looked at. */
  public static final int MOST = 200_000;
  private static final int DEEPEST = 32;

  public FolderFiles {
    files = List.copyOf(files);
  }

  /**
   * Lists a folder; nothing of its files is read.
   *
   * @throws LoupeException BAD_INPUT if it is no folder or cannot be listed
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static FolderFiles list(Path folder, Progress progress) throws LoupeException {
    return list(folder, MOST, progress);
  }

  static FolderFiles list(Path folder, int most, Progress progress) throws LoupeException {
    if (!Files.isDirectory(folder)) {
      throw LoupeException.badInput(Files.exists(folder) ? folder + " is a file, not a folder"
          : "there is no folder " + folder);
    }
    try {
      Walk walk = new Walk(folder.toRealPath(), most, progress);
      Files.walkFileTree(walk.root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, walk);
      return new FolderFiles(walk.root, walk.found.keySet().stream().map(Path::of).toList(), walk.stamp(), walk.cut);
    } catch (IOException e) {
      throw Failures.reading(folder, e);
    }
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final int most;
    private final Progress progress;
    private final Map<String, String> found = new TreeMap<>();
    private boolean cut;

    Walk(Path root, int most, Progress progress) {
      this.root = root;
      this.most = most;
      this.progress = progress;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
      progress.check();
      return !dir.equals(root) && hidden(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      progress.check();
      if (hidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      BasicFileAttributes real = attributes.isSymbolicLink() ? insideOf(file) : attributes;
      if (real == null || !real.isRegularFile()) {
        return FileVisitResult.CONTINUE;
      }
      if (found.size() == most) {
        cut = true;
        return FileVisitResult.TERMINATE;
      }
      found.put(root.relativize(file).toString(), real.size() + " " + real.lastModifiedTime().toMillis());
      return FileVisitResult.CONTINUE;
    }

    /** What cannot be looked at is not there. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root)) {
        throw e;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    /** Attributes of what a link leads to; null if that is outside or gone. */
    private BasicFileAttributes insideOf(Path link) {
      try {
        Path target = link.toRealPath();
        return target.startsWith(root) ? Files.readAttributes(target, BasicFileAttributes.class) : null;
      } catch (IOException e) {
        return null;
      }
    }

    private static boolean hidden(Path path) throws IOException {
      return path.getFileName().toString().startsWith(".") || Files.isHidden(path);
    }

    String stamp() {
      MessageDigest sha = Hashes.sha256();
      found.forEach((name, facts) -> sha.update((name.length() + ":" + name + " " + facts + "\n")
          .getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest());
    }
  }
}
