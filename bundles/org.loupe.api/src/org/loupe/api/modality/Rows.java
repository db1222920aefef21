/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.modality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.DecodedInput;

/**
 * The rows of an opened file, from the first to the last, in memory that does not grow with the file. Rows are counted
 * from 1, a heading not counted. Not for several threads.
 */
public interface Rows extends AutoCloseable {
  /**
   * Decodes the next rows.
   *
   * @param most at least 1
   * @return an input by its name, each of the same one to {@code most} rows on its first axis, with
   *     {@link DecodedInput#table}; empty after the last row
   * @throws LoupeException BAD_INPUT naming file, row and column
   */
  Optional<Map<String, DecodedInput>> next(int most) throws LoupeException;

  /**
   * Passes over rows; their values are not looked at.
   *
   * @return how many there were, fewer than asked for at the end of the file
   * @throws LoupeException BAD_INPUT if the file is malformed
   */
  long skip(long rows) throws LoupeException;

  /**
   * Passes over rows up to one of this name, which comes next.
   *
   * @return whether there is one; otherwise no row is left
   * @throws LoupeException BAD_INPUT if the file is malformed
   */
  boolean find(String name) throws LoupeException;

  /** What a reader must know of how the file was taken, a sentence each; as that columns were taken in order. */
  List<String> notes();

  @Override
  void close();
}
