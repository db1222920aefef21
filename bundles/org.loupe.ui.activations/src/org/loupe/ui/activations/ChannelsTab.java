/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.loupe.math.color.ColorScale;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.ui.activations.draw.MapColors;

/** The grid of channels, and the selected one large. */
final class ChannelsTab {
  private static final double WIDE = 1.1;
  private static final int COMBO = 60;

  private final Composite page;
  private final Combo order;
  private final Combo filter;
  private final Combo range;
  private final Label count;
  private final SashForm sash;
  private final MapsPane maps;
  private final DetailPane detail;
  private final Runnable influenceWanted;
  private Optional<Shown> shown = Optional.empty();
  private int channel = -1;

  /** @param chosen takes the channel that the user selects @param influenceWanted has influence computed */
  ChannelsTab(Composite parent, IntConsumer chosen, Runnable influenceWanted) {
    this.influenceWanted = influenceWanted;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
    Composite bar = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).margins(4, 2).spacing(4, 0).applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    order = combo(bar, Messages.ChannelsTab_order,
        List.of(ChannelOrder.values()).stream().map(ChannelOrder::label).toList());
    filter = combo(bar, Messages.ChannelsTab_filter,
        List.of(ChannelFilter.values()).stream().map(ChannelFilter::label).toList());
    range = combo(bar, Messages.ChannelsTab_range, List.of(Messages.ChannelsTab_each, Messages.ChannelsTab_common));
    count = new Label(bar, SWT.NONE);
    sash = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    maps = new MapsPane(sash, Messages.ChannelsTab_grid);
    detail = new DetailPane(sash);
    sash.setWeights(55, 45);
    sash.addListener(SWT.Resize, e -> turn());
    order.addListener(SWT.Selection, e -> ordered());
    filter.addListener(SWT.Selection, e -> fill());
    range.addListener(SWT.Selection, e -> fill());
    maps.onChannel(c -> {
      channel = c;
      shown.ifPresent(s -> detail.show(s, c));
      chosen.accept(c);
    });
  }

  Composite control() {
    return page;
  }

  MapsPane maps() {
    return maps;
  }

  /** Whether channels are ordered by what has to be computed for it. */
  boolean wantsInfluence() {
    return order() == ChannelOrder.INFLUENCE;
  }

  /** Shows a layer and one of its channels, or none for -1. */
  void show(Shown layer, int selected) {
    shown = Optional.of(layer);
    channel = selected;
    maps.select(selected);
    fill();
    detail.show(layer, selected);
    if (wantsInfluence() && layer.influence().isEmpty()) {
      influenceWanted.run();
    }
  }

  /** Goes back to the order of the layer, where there is no influence. */
  void withoutInfluence() {
    order.select(ChannelOrder.INDEX.ordinal());
    fill();
  }

  void select(int number) {
    if (number != channel) {
      channel = number;
      maps.select(number);
      shown.ifPresent(s -> detail.show(s, number));
    }
  }

  private ChannelOrder order() {
    return ChannelOrder.values()[order.getSelectionIndex()];
  }

  private void ordered() {
    if (wantsInfluence() && shown.isPresent() && shown.get().influence().isEmpty()) {
      influenceWanted.run();
    } else {
      fill();
    }
  }

  private void fill() {
    if (shown.isEmpty()) {
      return;
    }
    Shown s = shown.get();
    List<ChannelStatistics> all = s.activation().statistics().channels();
    ChannelFilter wanted = ChannelFilter.values()[filter.getSelectionIndex()];
    int[] channels = order().of(s, c -> wanted.shows(all.get(c)));
    ChannelStatistics whole = s.activation().statistics().all();
    Optional<ColorScale> common = range.getSelectionIndex() == 0 ? Optional.empty()
        : Optional.of(MapColors.of(whole.min(), whole.max(), maps.dark()));
    boolean tiled = s.tiled();
    order.setEnabled(tiled);
    filter.setEnabled(tiled);
    range.setEnabled(tiled);
    count.setText(tiled && channels.length < all.size()
        ? NLS.bind(Messages.ChannelsTab_some, channels.length, all.size()) : "");
    count.getParent().layout();
    maps.show(s.maps(), channels, common, new ChannelWords(s.maps(), all));
  }

  /** Beside each other where there is room, else one above the other. */
  private void turn() {
    int style = sash.getSize().x > WIDE * sash.getSize().y ? SWT.HORIZONTAL : SWT.VERTICAL;
    if (sash.getOrientation() != style) {
      sash.setOrientation(style);
    }
  }

  private static Combo combo(Composite bar, String tip, List<String> choices) {
    Combo combo = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
    combo.setItems(choices.toArray(String[]::new));
    combo.select(0);
    combo.setToolTipText(tip);
    GridDataFactory.fillDefaults().grab(true, false).hint(COMBO, SWT.DEFAULT).applyTo(combo);
    return combo;
  }
}
