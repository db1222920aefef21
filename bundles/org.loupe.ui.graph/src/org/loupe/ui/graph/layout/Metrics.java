/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

/** Lengths that layout and painting must agree on, in pixels at 100 %. */
public final class Metrics {
  /** Height of a line of text. */
  public static final double LINE = 15;
  /** Height of the letters. */
  public static final double LETTERS = 11.5;
  /** Room above and below the text of a box. */
  public static final double PAD_TOP = 4;
  /** Height of the title of an open group. */
  public static final double TITLE = 20;
  /** Room between an open group's border and what is in it. */
  public static final double INSET = 12;

  private Metrics() {
  }
}
