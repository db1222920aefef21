/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.ModelSource;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.UnsupportedModelException;
import org.loupe.trees.internal.model.Content;
import org.loupe.trees.internal.model.TreeModel;

/** Reads files of models whole, and says in a line what is wrong with them. */
final class ModelFile {
  private static final int BEGINNING = 4096;
  private static final long LARGEST = 1L << 30;

  /** Makes out what a file holds. */
  interface Reader {
    Content read(byte[] content, Progress progress) throws IOException;
  }

  private ModelFile() {
  }

  static TreeModel open(ModelSource source, LoadOptions options, Reader reader, Progress progress)
      throws LoupeException {
    if (!options.device().equals("auto") && !options.device().equals("cpu")) {
      throw LoupeException.notApplicable("trees are computed on the cpu, not on " + options.device());
    }
    return new TreeModel(read(source, reader, progress), source, options);
  }

  static Content read(ModelSource source, Reader reader, Progress progress) throws LoupeException {
    progress.check();
    Path file = source.file();
    try {
      if (Files.isDirectory(file)) {
        throw LoupeException.badInput(file + " is a folder, not a model file");
      }
      long size = Files.size(file);
      if (size > LARGEST) {
        throw LoupeException.badInput(source.name() + " has " + size + " bytes; models of trees are read up to "
            + LARGEST);
      }
      return reader.read(Files.readAllBytes(file), progress);
    } catch (UnsupportedModelException e) {
      throw LoupeException.notApplicable(source.name() + " cannot be computed: " + e.getMessage());
    } catch (FormatException e) {
      throw LoupeException.badInput(source.name() + " cannot be read: " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw LoupeException.badInput("there is no file " + file, e);
    } catch (AccessDeniedException e) {
      throw LoupeException.badInput(file + " may not be read: change its permissions", e);
    } catch (IOException e) {
      throw LoupeException.badInput(source.name() + " could not be read: " + e.getMessage(), e);
    }
  }

  /** The first bytes of a file; none if it cannot be read. */
  static byte[] beginning(ModelSource source) {
    try (InputStream in = Files.newInputStream(source.file())) {
      return in.readNBytes(BEGINNING);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
