/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The input that is looked at.
 *
 * @param name for a reader: usually a file's name
 * @param chosen when it was chosen; choosing a file again is a change, since its content may be another
 * @param files the file for each input of the model that is decoded from one; the key {@code ""} is the first of them
 * @param row which row of a table, as {@code RowSelection} reads it: a number from 1, or {@code id=NAME}; empty for the
 *     first, and for what is no table
 */
public record InspectedInput(String name, long chosen, Map<String, Path> files, String row) {
  public InspectedInput {
    Objects.requireNonNull(row);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    if (files.isEmpty()) {
      throw new IllegalArgumentException("an input without a file");
    }
  }

  /** No table, or the first row of one. */
  public InspectedInput(String name, long chosen, Map<String, Path> files) {
    this(name, chosen, files, "");
  }

  /** A file that is chosen now. */
  public static InspectedInput of(Path file) {
    return new InspectedInput(String.valueOf(file.getFileName()), System.nanoTime(), Map.of("", file), "");
  }

  /** Another row of the same table. */
  public InspectedInput withRow(String other) {
    return new InspectedInput(first().getFileName() + "#" + other, chosen, files, other);
  }

  /** Whether the other is the same choice of files, of whichever row. */
  public boolean sameFiles(InspectedInput other) {
    return chosen == other.chosen && files.equals(other.files);
  }

  /** The file of the first input. */
  public Path first() {
    return files.values().iterator().next();
  }
}
