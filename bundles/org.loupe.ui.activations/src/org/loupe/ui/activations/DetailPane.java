/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.loupe.api.result.FeatureMaps;
import org.loupe.ui.activations.draw.ChannelScene;
import org.loupe.ui.activations.draw.LayerScene;
import org.loupe.ui.api.canvas.SceneThemes;

/** The selected channel large over the picture; figures of the layer where none is selected. */
final class DetailPane {
  private static final int FIRST_OPACITY = 70;
  private static final int ROOM_FOR_OPACITY = 230;

  private final Composite pane;
  private final Composite opacityRow;
  private final Scale opacity;
  private final FittedScene scene;
  private Optional<Shown> shown = Optional.empty();
  private int channel = -1;

  DetailPane(Composite parent) {
    pane = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(pane);
    scene = new FittedScene(pane);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(scene.canvas());
    opacityRow = new Composite(pane, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 0).applyTo(opacityRow);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(opacityRow);
    new Label(opacityRow, SWT.NONE).setText(Messages.DetailPane_opacity);
    opacity = new Scale(opacityRow, SWT.HORIZONTAL);
    opacity.setMinimum(0);
    opacity.setMaximum(100);
    opacity.setIncrement(5);
    opacity.setPageIncrement(20);
    opacity.setSelection(FIRST_OPACITY);
    opacity.getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = NLS.bind(Messages.DetailPane_opacityOf, opacity.getSelection());
      }
    });
    GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(opacity);
    opacity.addListener(SWT.Selection, e -> draw());
    pane.addListener(SWT.Resize, e -> draw());
    SceneThemes.onSwitch(scene.canvas(), this::draw);
  }

  Control control() {
    return pane;
  }

  /** What takes the keyboard. */
  Control focus() {
    return scene.canvas();
  }

  /** Is told when the user wants to go back to all channels, by Escape. */
  void onLeave(Runnable listener) {
    scene.canvas().addListener(SWT.KeyDown, e -> {
      if (e.keyCode == SWT.ESC) {
        listener.run();
      }
    });
  }

  /** Shows a channel, or for -1 the layer as a whole. */
  void show(Shown layer, int number) {
    shown = Optional.of(layer);
    channel = number;
    draw();
  }

  private void draw() {
    shown.ifPresent(s -> {
      boolean dark = SceneThemes.isDark(scene.canvas().getBackground());
      boolean map = s.tiled() && channel >= 0 && channel < s.channels();
      boolean over = map && s.maps().picture().isPresent() && pane.getSize().y >= ROOM_FOR_OPACITY;
      if (opacityRow.getVisible() != over) {
        opacityRow.setVisible(over);
        ((GridData) opacityRow.getLayoutData()).exclude = !over;
        pane.layout();
      }
      FeatureMaps maps = s.maps();
      int number = channel;
      double share = opacity.getSelection() / 100.0;
      scene.show(map ? (w, h) -> new ChannelScene(maps, number, share, dark).draw(w, h)
          : (w, h) -> new LayerScene(s.activation(), number).draw(w, h));
    });
  }
}
