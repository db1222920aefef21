/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.core.kernel.KernelPictures;
import org.loupe.core.kernel.KernelPictures.Inputs;
import org.loupe.math.tensor.Shape;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.canvas.Tiles;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;

/** The kernels of a convolution as pictures. */
final class KernelPane {
  private static final int SIDE = 48;

  private final Pane pane;
  private final Inspector inspector;
  private final TileGrid grid;
  private final Combo inputs;
  private final Button common;
  private final Label facts;
  private final Recomputation reading;
  private Kernels kernels;
  private KernelPictures shown;
  private Focus focus;

  KernelPane(Composite parent, Inspector inspector, IntConsumer channelChosen) {
    this.inspector = inspector;
    pane = new Pane(parent);
    Composite content = new Composite(pane.parent(), SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 4).applyTo(content);
    Label label = new Label(content, SWT.NONE);
    label.setText(Messages.KernelPane_inputs);
    inputs = new Combo(content, SWT.READ_ONLY | SWT.DROP_DOWN);
    inputs.setToolTipText(Messages.KernelPane_inputsTip);
    Accessibility.name(inputs, Messages.KernelPane_inputs);
    inputs.addListener(SWT.Selection, e -> draw());
    common = new Button(content, SWT.CHECK);
    common.setText(Messages.KernelPane_common);
    common.setToolTipText(Messages.KernelPane_commonTip);
    common.addListener(SWT.Selection, e -> draw());
    facts = new Label(content, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(120, SWT.DEFAULT).applyTo(facts);
    grid = new TileGrid(content, SWT.NONE);
    grid.setTileSize(SIDE);
    grid.setName(Messages.KernelPane_grid);
    grid.onSelection(tile -> channelChosen.accept(tile / shown.picturesPerOutput()));
    GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(grid);
    pane.content(content);
    reading = new Recomputation(content);
  }

  Control control() {
    return pane.control();
  }

  TileGrid grid() {
    return grid;
  }

  /** What stands in place of the kernels, if there are none. */
  Optional<EmptyMessage> message() {
    return pane.isEmpty() ? Optional.of(pane.message()) : Optional.empty();
  }

  void show(Focus next) {
    boolean same = next.sameLayer(focus);
    focus = next;
    if (same) {
      select();
      return;
    }
    kernels = null;
    shown = null;
    grid.setTiles(Tiles.NONE);
    Optional<LayerInfo> convolution = Kernels.convolution(next.model().description(), next.layer());
    if (convolution.isEmpty()) {
      reading.cancel();
      pane.showEmpty(EmptyMessage.info(Messages.KernelPane_none,
          Texts.bind(Messages.KernelPane_noneText, next.layer().id(), next.layer().operator())));
      return;
    }
    read(convolution.get());
  }

  private void read(LayerInfo layer) {
    Focus asked = focus;
    pane.showEmpty(EmptyMessage.working(Messages.KernelPane_reading, ""));
    reading.start(Messages.KernelPane_reading, p -> Kernels.read(inspector, asked.model(), layer, p),
        new Outcome<Kernels>() {
          @Override
          public void done(Kernels value) {
            kernels = value;
            offerInputs();
            draw();
          }

          @Override
          public void failed(LoupeException reason) {
            boolean refused = reason.kind() == LoupeException.Kind.NOT_APPLICABLE;
            pane.showEmpty(refused ? EmptyMessage.info(Messages.KernelPane_none, reason.getMessage())
                : EmptyMessage.error(Messages.KernelPane_failed, reason.getMessage(),
                    new EmptyMessage.Action(Messages.Again, () -> read(layer))));
          }
        });
  }

  private void offerInputs() {
    inputs.removeAll();
    if (KernelPictures.colourable(kernels.weights().shape())) {
      inputs.add(Messages.KernelPane_colour);
      inputs.setData(Messages.KernelPane_colour, Inputs.COLOUR);
    }
    if (kernels.weights().shape().rank() > 1 && kernels.weights().shape().dim(1) > 1) {
      inputs.add(Messages.KernelPane_mean);
      inputs.setData(Messages.KernelPane_mean, Inputs.MEAN);
    }
    inputs.add(Messages.KernelPane_each);
    inputs.setData(Messages.KernelPane_each, Inputs.EACH);
    inputs.select(0);
    inputs.requestLayout();
  }

  private void draw() {
    Kernels source = kernels;
    Inputs seen = (Inputs) inputs.getData(inputs.getText());
    boolean one = common.getSelection();
    // the common scale looks at every weight
    reading.start(Messages.KernelPane_reading,
        p -> new KernelPictures(source.weights(), seen, source.colours(), one), new Outcome<KernelPictures>() {
          @Override
          public void done(KernelPictures value) {
            shown = value;
            grid.setTiles(new KernelTiles(value));
            tellFacts(seen);
            pane.showContent();
            select();
          }

          @Override
          public void failed(LoupeException reason) {
            pane.showEmpty(EmptyMessage.info(Messages.KernelPane_none, reason.getMessage()));
          }
        });
  }

  private void tellFacts(Inputs seen) {
    Shape shape = kernels.weights().shape();
    String size = shape.rank() == 3 ? Long.toString(shape.dim(2)) : shape.dim(2) + " \u00d7 " + shape.dim(3);
    String text = Texts.bind(Messages.KernelPane_facts, shape.dim(0), size, shape.dim(1),
        seen == Inputs.COLOUR ? Messages.KernelPane_grey : Messages.KernelPane_signed);
    boolean follows = !kernels.layer().id().equals(focus.layer().id());
    facts.setText(Texts.label(follows ? Texts.bind(Messages.KernelPane_follows, focus.layer().id(),
        kernels.layer().id()) + " " + text : text));
    facts.requestLayout();
  }

  private void select() {
    if (shown != null) {
      grid.select(focus.channel() * shown.picturesPerOutput());
    }
  }
}
