/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.file;

import java.util.List;
import org.loupe.api.LoupeException;

/** The rows of an opened table as texts, one at a time. */
public interface Records extends AutoCloseable {
  /** Name of the file, for messages. */
  String file();

  /** What the heading says; empty without one. */
  List<String> names();

  /** How many columns every row has. */
  int columns();

  /** Goes to the next row. @return false after the last one @throws LoupeException BAD_INPUT if it is malformed */
  boolean next() throws LoupeException;

  /** Number of the row at hand, from 1, the heading not counted. */
  long row();

  /** A cell of the row at hand, without blanks around it. */
  String cell(int column);

  /** A complaint about a cell of the row at hand. */
  LoupeException wrong(int column, String what);

  @Override
  void close();
}
