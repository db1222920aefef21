/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.ui.activations.draw.MapColors;

/** The grid of channels, and the selected one large. */
final class ChannelsTab {
  private static final double WIDE = 1.1;
  /** Less is narrow or low: tiles are smaller there. */
  private static final int ROOMY = 260;
  private static final int TILE = 72;
  private static final int SMALL_TILE = 48;

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
  private int tile = TILE;

  /**
   * @param chosen takes the channel that the user selects
   * @param influenceWanted has influence computed
   * @param enlarge is told when the user wants the selected channel alone, or no more
   */
  ChannelsTab(Composite parent, IntConsumer chosen, Runnable influenceWanted, Consumer<Boolean> enlarge) {
    this.influenceWanted = influenceWanted;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
    Composite bar = new Composite(page, SWT.NONE);
    RowLayout row = new RowLayout(SWT.HORIZONTAL);
    row.center = true;
    row.marginTop = 2;
    row.marginBottom = 2;
    row.spacing = 4;
    bar.setLayout(row);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    order = combo(bar, Messages.ChannelsTab_order,
        List.of(ChannelOrder.values()).stream().map(ChannelOrder::label).toList());
    filter = combo(bar, Messages.ChannelsTab_filter,
        List.of(ChannelFilter.values()).stream().map(ChannelFilter::label).toList());
    range = combo(bar, Messages.ChannelsTab_range, List.of(Messages.ChannelsTab_each, Messages.ChannelsTab_common));
    count = new Label(bar, SWT.NONE);
    count.setLayoutData(new RowData());
    sash = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    maps = new MapsPane(sash, Messages.ChannelsTab_grid);
    detail = new DetailPane(sash);
    sash.setWeights(52, 48);
    sash.addListener(SWT.Resize, e -> turn());
    order.addListener(SWT.Selection, e -> ordered());
    filter.addListener(SWT.Selection, e -> fill());
    range.addListener(SWT.Selection, e -> fill());
    maps.grid().onOpen(tile -> enlarge.accept(true));
    detail.onLeave(() -> enlarge.accept(false));
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
    Optional<MapColors.Common> common = range.getSelectionIndex() == 0 ? Optional.empty()
        : Optional.of(dark -> MapColors.of(whole.min(), whole.max(), dark));
    boolean tiled = s.tiled();
    order.setEnabled(tiled);
    filter.setEnabled(tiled);
    range.setEnabled(tiled);
    count.setText(tiled && channels.length < all.size()
        ? NLS.bind(Messages.ChannelsTab_some, channels.length, all.size()) : "");
    ((RowData) count.getLayoutData()).exclude = count.getText().isEmpty();
    count.requestLayout();
    maps.show(s.maps(), channels, common, new ChannelWords(s.maps(), all));
  }

  /** Shows the selected channel alone, or all channels and it. */
  void enlarge(boolean alone) {
    sash.setMaximizedControl(alone ? detail.control() : null);
    (alone ? detail.focus() : maps.grid()).setFocus();
  }

  /** Beside each other where there is room, else one above the other. */
  private void turn() {
    int side = Math.min(sash.getSize().x / 2, sash.getSize().y) < ROOMY ? SMALL_TILE : TILE;
    if (side != tile) {
      tile = side;
      maps.grid().setTileSize(side);
    }
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
    combo.getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = tip;
      }
    });
    return combo;
  }
}
