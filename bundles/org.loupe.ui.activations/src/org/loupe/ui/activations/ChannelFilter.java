/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.Optional;
import org.loupe.scene.ThemeRole;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.ui.api.canvas.TileBadge;

/** Which channels are shown. */
enum ChannelFilter {
  ALL, ALIVE, DEAD, SATURATED, NON_FINITE;

  /** Share of values at a bound from which a channel counts as saturated. */
  static final double MOSTLY = 0.5;

  String label() {
    return switch (this) {
      case ALL -> Messages.ChannelFilter_all;
      case ALIVE -> Messages.ChannelFilter_alive;
      case DEAD -> Messages.ChannelFilter_dead;
      case SATURATED -> Messages.ChannelFilter_saturated;
      case NON_FINITE -> Messages.ChannelFilter_nonFinite;
    };
  }

  boolean shows(ChannelStatistics channel) {
    return switch (this) {
      case ALL -> true;
      case ALIVE -> !channel.dead();
      case DEAD -> channel.dead();
      case SATURATED -> channel.saturated() >= MOSTLY;
      case NON_FINITE -> channel.nonFinite() > 0;
    };
  }

  /** The worst that there is to say of a channel. */
  static Optional<TileBadge> badge(ChannelStatistics channel) {
    if (channel.nonFinite() > 0) {
      return Optional.of(new TileBadge(Messages.ChannelFilter_nanBadge, ThemeRole.POSITIVE));
    }
    if (channel.dead()) {
      return Optional.of(new TileBadge(Messages.ChannelFilter_deadBadge, ThemeRole.MUTED));
    }
    return SATURATED.shows(channel)
        ? Optional.of(new TileBadge(Messages.ChannelFilter_saturatedBadge, ThemeRole.WARNING)) : Optional.empty();
  }
}
