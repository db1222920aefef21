/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.result.FeatureMaps;
import org.loupe.math.scale.Numbers;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.toolkit.activation.LayerDifference;
import org.loupe.ui.activations.draw.MapColors;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;

/** Two layers, or a layer for two inputs, side by side with their difference. */
final class CompareTab {
  /** Files next to the present input that are offered as links. */
  private static final int LINKS = 3;

  private final Inspector inspector;
  private final IntConsumer chosen;
  private final Composite page;
  private final LayerField layerField;
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final EmptyState empty;
  private final Composite content;
  private final List<MapsPane> panes;
  private final List<CLabel> heads;
  private final Label figures;
  private final Recomputation comparing;
  private final OtherInputs others;
  private final Button choose;
  private Optional<Shown> shown = Optional.empty();
  private Optional<InspectedInput> otherInput = Optional.empty();
  private Optional<String> otherLayer = Optional.empty();
  private Optional<Comparing> compared = Optional.empty();
  private int channel = -1;
  private boolean visible;

  /** @param chosen takes the channel that the user selects */
  CompareTab(Composite parent, Inspector inspector, IntConsumer chosen) {
    this.inspector = inspector;
    this.chosen = chosen;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
    Composite bar = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 2).spacing(6, 0).applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    choose = new Button(bar, SWT.PUSH);
    choose.setText(Messages.CompareTab_input);
    choose.addListener(SWT.Selection, e -> offer().open(choose));
    new Label(bar, SWT.NONE).setText(Messages.CompareTab_layer);
    layerField = new LayerField(bar, id -> {
      otherLayer = Optional.of(id);
      otherInput = Optional.empty();
      compare();
    });
    GridDataFactory.fillDefaults().grab(true, false).applyTo(layerField.control());
    stack = new Composite(page, SWT.NONE);
    stack.setLayout(layout);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    empty = new EmptyState(stack);
    content = new Composite(stack, SWT.NONE);
    GridLayoutFactory.fillDefaults().applyTo(content);
    SashForm sash = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    heads = new ArrayList<>();
    panes = IntStream.range(0, 3).mapToObj(i -> pane(sash)).toList();
    figures = new Label(content, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(200, SWT.DEFAULT).applyTo(figures);
    comparing = new Recomputation(page);
    others = new OtherInputs(page, () -> {
      if (layout.topControl == empty && !comparing.running()) {
        invite();
      }
    });
    CompareDrop.install(page, this::compareWith);
    invite();
  }

  Control control() {
    return page;
  }

  void setLayers(List<LayerInfo> layers) {
    layerField.setLayers(layers);
  }

  /** Another layer is looked at; it is compared at once if that is seen. */
  void show(Shown layer, int selected) {
    shown = Optional.of(layer);
    channel = selected;
    compared = Optional.empty();
    layer.about().input().map(InspectedInput::first).ifPresent(others::about);
    if (visible) {
      others.look();
      compare();
    }
  }

  void setVisible(boolean now) {
    visible = now;
    if (now) {
      others.look();
    }
    if (now && compared.isEmpty()) {
      compare();
    }
  }

  void select(int number) {
    if (number != channel) {
      channel = number;
      panes.forEach(p -> p.select(number));
      tell();
    }
  }

  private MapsPane pane(Composite sash) {
    Composite column = new Composite(sash, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(column);
    CLabel head = new CLabel(column, SWT.NONE);
    head.setMargins(6, 0, 2, 0);
    GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(head);
    heads.add(head);
    MapsPane pane = new MapsPane(column, Messages.CompareTab_grid);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(pane.control());
    pane.grid().setTileSize(48);
    pane.onChannel(c -> {
      select(c);
      chosen.accept(c);
    });
    return pane;
  }

  private void invite() {
    List<EmptyMessage.Action> ways = new ArrayList<>();
    others.neighbours().stream().limit(LINKS).forEach(f -> ways.add(new EmptyMessage.Action(
        NLS.bind(Messages.CompareTab_with, f.getFileName()).replace("&", "&&"), () -> compareWith(f))));
    ways.add(new EmptyMessage.Action(Messages.CompareTab_choose, this::chooseInput));
    empty.show(EmptyMessage.info(Messages.CompareTab_nothing, Messages.CompareTab_nothingText,
        ways.toArray(EmptyMessage.Action[]::new)));
    bring(empty);
  }

  private InputMenu offer() {
    return new InputMenu(choose, others, this::compareWith, this::chooseInput);
  }

  private void chooseInput() {
    FileDialog dialog = new FileDialog(page.getShell(), SWT.OPEN);
    dialog.setText(Messages.CompareTab_chooseTitle);
    String file = dialog.open();
    if (file != null) {
      compareWith(Path.of(file));
    }
  }

  /** Compares with another file; the model's further inputs, if it has any, stay. */
  private void compareWith(Path file) {
    others.remember(file);
    Map<String, Path> files = new LinkedHashMap<>();
    shown.flatMap(s -> s.about().input()).ifPresent(i -> files.putAll(i.files()));
    files.put(files.isEmpty() ? "" : files.keySet().iterator().next(), file);
    otherInput = Optional.of(new InspectedInput(String.valueOf(file.getFileName()), System.nanoTime(), files));
    otherLayer = Optional.empty();
    layerField.setLayer("");
    compare();
  }

  private void compare() {
    if (shown.isEmpty() || otherInput.isEmpty() && otherLayer.isEmpty()) {
      invite();
      return;
    }
    Shown first = shown.get();
    Optional<InspectedInput> input = otherInput;
    Optional<String> layer = otherLayer;
    empty.show(EmptyMessage.working(Messages.CompareTab_working, "",
        new EmptyMessage.Action(Messages.ActivationsView_cancel, comparing::stop)));
    bring(empty);
    comparing.start(Messages.CompareTab_working, p -> Comparing.of(inspector, first, input, layer, p),
        new Outcome<Comparing>() {
          @Override
          public void done(Comparing value) {
            show(value);
          }

          @Override
          public void failed(LoupeException reason) {
            empty.show(EmptyMessage.error(Messages.CompareTab_failed, reason.getMessage(),
                new EmptyMessage.Action(Messages.CompareTab_choose, CompareTab.this::chooseInput)));
          }

          @Override
          public void cancelled() {
            invite();
          }
        });
  }

  private void show(Comparing value) {
    compared = Optional.of(value);
    Shown a = value.first();
    Shown b = value.second();
    boolean layers = !a.layer().id().equals(b.layer().id());
    fill(0, a, layers);
    fill(1, b, layers);
    heads.get(2).setText(Messages.CompareTab_difference);
    heads.get(2).setToolTipText(Messages.CompareTab_differenceTip);
    if (value.difference().isPresent()) {
      FeatureMaps d = value.difference().get();
      double largest = d.figures().get(LayerDifference.LARGEST);
      panes.get(2).show(d, IntStream.range(0, d.channels().rows()).toArray(),
          Optional.of(dark -> MapColors.signed(largest, dark)), new ChannelWords(d, List.of()));
    } else {
      panes.get(2).say(EmptyMessage.info(Messages.CompareTab_noDifference, value.reason()));
    }
    panes.forEach(p -> p.select(channel));
    tell();
    bring(content);
  }

  /** @param layers whether it is the layers that differ, else the inputs */
  private void fill(int pane, Shown s, boolean layers) {
    List<ChannelStatistics> all = s.activation().statistics().channels();
    String input = s.about().input().map(InspectedInput::name).orElse("");
    heads.get(pane).setText((layers ? s.layer().id() : input).replace("&", "&&"));
    heads.get(pane).setToolTipText(s.layer().id() + "\n" + input);
    ChannelStatistics whole = s.activation().statistics().all();
    panes.get(pane).show(s.maps(), IntStream.range(0, all.size()).toArray(),
        Optional.of(dark -> MapColors.of(whole.min(), whole.max(), dark)), new ChannelWords(s.maps(), all));
  }

  /** The figures of the difference: of the selected channel, else of the layer. */
  private void tell() {
    Optional<FeatureMaps> difference = compared.flatMap(Comparing::difference);
    figures.setText(difference.map(d -> channel >= 0 && channel < d.channels().rows()
        ? NLS.bind(Messages.CompareTab_channel, channel) + new ChannelWords(d, List.of()).tooltip(channel).lines()
            .skip(1).collect(Collectors.joining("  \u00b7  "))
        : d.figures().entrySet().stream().map(CompareTab::figure).collect(Collectors.joining("  \u00b7  ")))
        .orElse(""));
    content.layout();
  }

  private static String figure(Map.Entry<String, Double> e) {
    return e.getKey() + ": " + Numbers.format(e.getValue());
  }

  private void bring(Control control) {
    layout.topControl = control;
    stack.layout();
  }
}
