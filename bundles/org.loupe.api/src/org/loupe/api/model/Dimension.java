/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

/**
 * One extent in a declared shape.
 *
 * @param size the extent, or -1 if it is only known when the model runs
 * @param symbol the name that the model gives an open extent, as {@code batch}; empty if none
 */
public record Dimension(long size, String symbol) {
  public static Dimension of(long size) {
    return new Dimension(size, "");
  }

  public static Dimension open(String symbol) {
    return new Dimension(-1, symbol);
  }

  public boolean known() {
    return size >= 0;
  }

  /** The extent, its symbol, or {@code ?}. */
  @Override
  public String toString() {
    return known() ? Long.toString(size) : symbol.isEmpty() ? "?" : symbol;
  }
}
