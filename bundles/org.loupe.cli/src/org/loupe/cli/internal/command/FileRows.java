/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.core.input.RowSelection;

/**
 * A file, and rows of it, as a person names them: {@code heart.csv#12}.
 *
 * @param rows empty if none are named
 */
record FileRows(Path file, Optional<RowSelection> rows) {

  /** A file of that very name is itself, whatever signs are in it. @throws LoupeException USAGE if it names neither */
  static FileRows parse(String text) throws LoupeException {
    int hash = text.lastIndexOf("#id=") > 0 ? text.lastIndexOf("#id=") : text.lastIndexOf('#');
    if (hash < 1 || Files.exists(InputFiles.path(text)) || !Files.exists(InputFiles.path(text.substring(0, hash)))) {
      return new FileRows(InputFiles.path(text), Optional.empty());
    }
    return new FileRows(InputFiles.path(text.substring(0, hash)),
        Optional.of(RowSelection.parse(text.substring(hash + 1))));
  }
}
