/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.parts;

import java.util.List;

/**
 * Why there is nothing to see, and what to do.
 *
 * @param mood decides the picture
 * @param title in a few words
 * @param text in a sentence or two
 * @param actions what the user can do about it, as links
 */
public record EmptyMessage(Mood mood, String title, String text, List<Action> actions) {
  /** How the message is meant. */
  public enum Mood {
    /** Nothing is wrong; something is still to be chosen. */
    INFO,
    /** Work is under way. */
    WORKING,
    /** It cannot be shown for a good reason. */
    WARNING,
    /** Something is wrong. */
    ERROR
  }

  /** A link. */
  public record Action(String label, Runnable run) {
  }

  public EmptyMessage {
    actions = List.copyOf(actions);
  }

  public static EmptyMessage info(String title, String text, Action... actions) {
    return new EmptyMessage(Mood.INFO, title, text, List.of(actions));
  }

  public static EmptyMessage working(String title, String text, Action... actions) {
    return new EmptyMessage(Mood.WORKING, title, text, List.of(actions));
  }

  public static EmptyMessage warning(String title, String text, Action... actions) {
    return new EmptyMessage(Mood.WARNING, title, text, List.of(actions));
  }

  public static EmptyMessage error(String title, String text, Action... actions) {
    return new EmptyMessage(Mood.ERROR, title, text, List.of(actions));
  }
}
