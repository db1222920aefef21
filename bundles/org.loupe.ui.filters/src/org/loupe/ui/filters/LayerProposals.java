/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Shell;
import org.loupe.api.model.LayerInfo;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.parts.EmptyMessage;

/** What is said while no layer with channels is selected, with the layers that are worth a look as links. */
final class LayerProposals {
  private final Shell shell;
  private final Consumer<LayerInfo> chosen;

  LayerProposals(Shell shell, Consumer<LayerInfo> chosen) {
    this.shell = shell;
    this.chosen = chosen;
  }

  /** No layer is selected. */
  EmptyMessage none(InspectedModel model) {
    return model.description().layers().isEmpty()
        ? EmptyMessage.info(Messages.FiltersView_noLayers, Messages.FiltersView_noLayersText)
        : EmptyMessage.info(Messages.FiltersView_noLayer, Messages.FiltersView_noLayerText, links(model));
  }

  /** The selected layer has no channels. */
  EmptyMessage withoutChannels(InspectedModel model, LayerInfo layer) {
    return EmptyMessage.info(Messages.FiltersView_noChannels,
        Texts.bind(Messages.FiltersView_noChannelsText, layer.id(), layer.output().typeText()), links(model));
  }

  /** No gradient leads from the selected layer to the input. */
  EmptyMessage withoutGradient(InspectedModel model, GradientPaths.Gap gap) {
    List<EmptyMessage.Action> ways = new ArrayList<>();
    gap.instead().ifPresent(l -> ways.add(link(Messages.GradientPaths_instead, l)));
    ways.add(choose(model.description().layers().stream().filter(Focus::hasChannels).toList()));
    String text = gap.instead().isEmpty() ? gap.reason() : gap.reason() + " " + Messages.GradientPaths_before;
    return EmptyMessage.warning(Messages.GradientPaths_title, text, ways.toArray(EmptyMessage.Action[]::new));
  }

  private EmptyMessage.Action choose(List<LayerInfo> layers) {
    return new EmptyMessage.Action(Messages.FiltersView_choose,
        () -> LayerDialog.choose(shell, layers, "").ifPresent(chosen));
  }

  /** The first and the last convolution, and the list of all layers. */
  private EmptyMessage.Action[] links(InspectedModel model) {
    List<LayerInfo> layers = model.description().layers().stream().filter(Focus::hasChannels).toList();
    List<LayerInfo> convolutions = layers.stream().filter(l -> l.operator().equals("Conv")).toList();
    EmptyMessage.Action choose = choose(layers);
    if (convolutions.isEmpty()) {
      return new EmptyMessage.Action[] {choose};
    }
    LayerInfo first = convolutions.get(0);
    LayerInfo last = convolutions.get(convolutions.size() - 1);
    EmptyMessage.Action showFirst = link(Messages.FiltersView_first, first);
    return first == last ? new EmptyMessage.Action[] {showFirst, choose}
        : new EmptyMessage.Action[] {showFirst, link(Messages.FiltersView_last, last), choose};
  }

  private EmptyMessage.Action link(String text, LayerInfo layer) {
    return new EmptyMessage.Action(Texts.bind(text, layer.id()), () -> chosen.accept(layer));
  }
}
