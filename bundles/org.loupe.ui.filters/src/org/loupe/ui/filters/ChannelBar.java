/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.loupe.api.model.LayerInfo;

/** Which layer and channel is looked at, and the means to look at another. */
final class ChannelBar {
  private static final int MOST = 1 << 20;

  private final Composite bar;
  private final Text layer;
  private final Spinner channel;
  private List<LayerInfo> offered = List.of();

  ChannelBar(Composite parent, Consumer<LayerInfo> layerChosen, IntConsumer channelChosen) {
    bar = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(5).spacing(5, 0).applyTo(bar);
    label(Messages.ChannelBar_layer);
    layer = new Text(bar, SWT.BORDER | SWT.READ_ONLY);
    layer.setMessage(Messages.ChannelBar_none);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT).applyTo(layer);
    Button choose = new Button(bar, SWT.PUSH);
    choose.setText("\u2026");
    choose.setToolTipText(Messages.ChannelBar_choose);
    Accessibility.name(choose, Messages.ChannelBar_choose);
    choose.addListener(SWT.Selection, e -> LayerDialog.choose(bar.getShell(), offered, layer.getText())
        .ifPresent(layerChosen));
    label(Messages.ChannelBar_channel);
    channel = new Spinner(bar, SWT.BORDER);
    Accessibility.name(channel, Messages.ChannelBar_channel);
    channel.addListener(SWT.Selection, e -> channelChosen.accept(channel.getSelection()));
  }

  private void label(String text) {
    Label label = new Label(bar, SWT.NONE);
    label.setText(text);
  }

  Composite control() {
    return bar;
  }

  /** Offers the layers of a model. */
  void offer(List<LayerInfo> layers) {
    offered = layers.stream().filter(Focus::hasChannels).toList();
  }

  /** @param focus null for none */
  void show(Focus focus) {
    channel.setEnabled(focus != null);
    layer.setText(focus == null ? "" : focus.layer().id());
    layer.setToolTipText(focus == null ? null
        : focus.layer().operator() + ", " + focus.layer().output().typeText());
    int most = focus == null ? 1 : focus.channels().orElse(MOST);
    channel.setValues(focus == null ? 0 : Math.min(focus.channel(), Math.max(0, most - 1)), 0, Math.max(0, most - 1), 0,
        1, 10);
    channel.setToolTipText(focus == null || focus.channels().isEmpty() ? Messages.ChannelBar_channelTip
        : Texts.bind(Messages.ChannelBar_of, most - 1));
  }
}
