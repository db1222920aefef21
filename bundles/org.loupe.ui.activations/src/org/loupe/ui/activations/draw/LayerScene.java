/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.result.Table;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.toolkit.activation.ChannelTable;
import org.loupe.toolkit.activation.LayerActivation;

/**
 * A layer as a whole, or a channel that is no picture: figures and the histogram of the layer.
 *
 * @param activation the layer
 * @param channel a channel whose figures are told; negative for those of the layer
 */
public record LayerScene(LayerActivation activation, int channel) {
  private static final double LEAST_PLOT = 70;

  /** Draws it to fill an area. */
  public Scene draw(double width, double height) {
    SceneBuilder scene = new SceneBuilder(Math.max(160, width), Math.max(160, height));
    boolean one = channel >= 0 && channel < activation.statistics().channels().size();
    scene.header(one ? NLS.bind(Messages.ChannelScene_channel, channel) : Messages.LayerScene_title,
        one ? Messages.LayerScene_below : Messages.LayerScene_hint);
    List<String[]> figures = one ? channelFigures() : layerFigures();
    Rect free = scene.free();
    double line = scene.measure().height(Styles.BODY) + 2;
    double y = free.y();
    double middle = free.x() + Math.min(180, free.width() * 0.55);
    for (String[] figure : figures) {
      if (y + line > free.bottom() - LEAST_PLOT) {
        break;
      }
      scene.add(TextItem.of(figure[0], free.x(), y, Styles.BODY).color(Styles.MUTED)
          .align(Anchor.START, Baseline.TOP));
      scene.add(TextItem.of(figure[1], middle, y, Styles.BODY).align(Anchor.START, Baseline.TOP));
      y += line;
    }
    double plot = y + Styles.MARGIN;
    if (free.bottom() - plot >= LEAST_PLOT) {
      scene.addAll(HistogramPlot.of(activation.statistics().histogram(),
          new Rect(free.x(), plot, free.width(), Math.min(220, free.bottom() - plot)), scene.measure()));
    }
    return scene.description(NLS.bind(Messages.MatrixScene_description, activation.maps().layer())).build();
  }

  private List<String[]> layerFigures() {
    List<String[]> out = new ArrayList<>();
    for (Map.Entry<String, Double> figure : activation.maps().figures().entrySet()) {
      out.add(new String[] {figure.getKey(), Numbers.format(figure.getValue())});
    }
    return out;
  }

  private List<String[]> channelFigures() {
    List<String[]> out = new ArrayList<>();
    for (Table.Column column : activation.maps().channels().columns()) {
      if (column instanceof Table.Numbers n && !n.name().equals(ChannelTable.CHANNEL)
          && !Double.isNaN(n.value(channel))) {
        out.add(new String[] {n.name(), Numbers.format(n.value(channel))
            + (n.unit().isEmpty() ? "" : " " + n.unit())});
      }
    }
    return out;
  }
}
