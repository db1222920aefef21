/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

/** What a colour is for; a {@link Theme} says which it is, so that one scene serves light and dark surroundings. */
public enum ThemeRole {
  /** The ground of the picture. */
  BACKGROUND,
  /** The ground of a panel, a little apart from the background. */
  SURFACE,
  /** Text and outlines. */
  FOREGROUND,
  /** Secondary text: captions, numbers on axes. */
  MUTED,
  /** Lines that guide the eye, and frames. */
  GRID,
  /** What is selected or pointed out. */
  ACCENT,
  /** Evidence for. */
  POSITIVE,
  /** Evidence against. */
  NEGATIVE,
  /** What needs attention. */
  WARNING
}
