/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The files of the sample: pictures, masks, models with their cards, and a guide. */
public final class SampleWorkspace {
  private static final String INDEX = "index.txt";
  private final URL root;

  /** @param root the folder {@code workspace/} of this bundle, on disk or in a jar; ends in a slash */
  public SampleWorkspace(URL root) {
    if (!root.getPath().endsWith("/")) {
      throw new IllegalArgumentException(root + " does not end in a slash, so nothing in it can be named");
    }
    this.root = root;
  }

  /**
   * The sample that this bundle ships.
   *
   * @throws IOException if the bundle lacks it
   */
  public static SampleWorkspace shipped() throws IOException {
    URL index = SampleWorkspace.class.getResource("/workspace/" + INDEX);
    if (index == null) {
      throw new IOException("the bundle org.loupe.samples holds no workspace/" + INDEX + ": build it again");
    }
    return new SampleWorkspace(resolve(index, "./"));
  }

  /**
   * The paths of all files, with slashes, relative to the workspace.
   *
   * @throws IOException if the list cannot be read, or names a file outside the workspace
   */
  public List<String> files() throws IOException {
    try (InputStream in = resolve(root, INDEX).openStream()) {
      List<String> names = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(n -> !n.isBlank()).toList();
      for (String name : names) {
        Path path = Path.of(name).normalize();
        if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
          throw new IOException("the sample's " + INDEX + " names " + name + ", which is outside the sample");
        }
      }
      return names;
    }
  }

  /**
   * Copies all files into a folder, which is made if it is missing. Files that are there already stay as they are: what
   * a user has changed is kept.
   *
   * @param cancelled asked before each file
   * @return how many files were written
   * @throws IOException if one cannot be read or written; files copied before it stay
   */
  public int copyTo(Path folder, BooleanSupplier cancelled) throws IOException {
    int written = 0;
    for (String name : files()) {
      if (cancelled.getAsBoolean()) {
        return written;
      }
      Path target = folder.resolve(name);
      if (!Files.exists(target)) {
        copy(name, target);
        written++;
      }
    }
    return written;
  }

  /** Whole or not at all, so that a copy that was broken off is completed by the next. */
  private void copy(String name, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = Files.createTempFile(target.getParent(), "sample", ".part");
    try (InputStream in = resolve(root, name).openStream()) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** By the handler of the base's own scheme, since addresses in jars and bundles are opaque to java.net.URI. */
  @SuppressWarnings("deprecation")
  private static URL resolve(URL base, String name) throws IOException {
    try {
      return new URL(base, new URI(null, null, name, null).getRawPath());
    } catch (URISyntaxException e) {
      throw new IOException("the sample's file " + name + " has no address: " + e.getMessage(), e);
    }
  }
}
