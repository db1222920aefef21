/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.math.scale.Numbers;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.toolkit.activation.ChannelTable;
import org.loupe.ui.api.canvas.TileBadge;

/**
 * What is said of channels: every figure that there is.
 *
 * @param maps the figures
 * @param statistics of each channel, for badges; empty for a difference
 */
record ChannelWords(FeatureMaps maps, List<ChannelStatistics> statistics) implements MapTiles.Words {
  @Override
  public String label(int channel) {
    return String.valueOf(channel);
  }

  @Override
  public String tooltip(int channel) {
    StringBuilder text = new StringBuilder(NLS.bind(Messages.ChannelWords_channel, channel));
    for (Table.Column column : maps.channels().columns()) {
      if (column instanceof Table.Numbers n && !n.name().equals(ChannelTable.CHANNEL) && channel < n.size()
          && !Double.isNaN(n.value(channel)) && !n.name().equals(ChannelTable.DEAD)) {
        text.append('\n').append(n.name()).append(": ").append(Numbers.format(n.value(channel)))
            .append(n.unit().isEmpty() ? "" : " " + n.unit());
      }
    }
    if (channel < statistics.size() && statistics.get(channel).dead()) {
      text.append('\n').append(Messages.ChannelWords_dead);
    }
    return text.toString();
  }

  @Override
  public Optional<TileBadge> badge(int channel) {
    return channel < statistics.size() ? ChannelFilter.badge(statistics.get(channel)) : Optional.empty();
  }
}
