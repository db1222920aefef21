/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import java.util.List;

/** Follows a contact sheet; called on its threads, one call after another. */
public interface SheetListener {
  /** Hears nothing. */
  SheetListener NONE = new SheetListener() {
  };

  /** What will be made, in this order. @param layer id of the layer */
  default void started(String layer, List<Integer> channels) {
  }

  /** How far the whole sheet is. @param fraction from 0 to 1 */
  default void progress(double fraction) {
  }

  /** What a channel looks like while it climbs. */
  default void climbing(ChannelPicture picture) {
  }

  /** A channel is done. @param cached whether it was there already */
  default void finished(ChannelPicture picture, boolean cached) {
  }

  /** Something that a reader must know. */
  default void note(String sentence) {
  }

  /** The sheet is over; the last call. */
  default void ended(SheetOutcome outcome) {
  }
}
