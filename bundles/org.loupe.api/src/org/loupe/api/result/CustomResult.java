/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.List;

/**
 * A result of a kind that Loupe does not know; it can give itself as a table and as text, and is saved so.
 * The implementing class is never needed to open it again.
 */
public non-sealed interface CustomResult extends Result {
  /** Kind of result, for a reader and for visualizers. */
  String kind();

  List<String> columns();

  /** Rows as wide as {@link #columns}; cells are texts or numbers as text. */
  List<List<String>> rows();

  /** A few sentences. */
  String text();
}
