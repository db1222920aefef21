/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.core.model.ModelLease;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.jobs.Work;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;

/** The weights of a layer: which there are, their statistics, a histogram and kernels. */
final class WeightsPane {
  private static final int PAUSE = 60;

  private final Inspector inspector;
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final EmptyState empty;
  private final Composite content;
  private final Combo chooser;
  private final Label inputLabel;
  private final Spinner input;
  private final Label statistics;
  private final SceneCanvas canvas;
  private final Recomputation reading;
  private final Recomputation drawing;
  private InspectedModel model;
  private String layer = "";
  private List<WeightInfo> infos = List.of();
  private WeightsFacts facts;

  WeightsPane(Composite parent, Inspector inspector, InspectionContext context) {
    this.inspector = inspector;
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(layout);
    empty = new EmptyState(stack);
    content = new Composite(stack, SWT.NONE);
    GridLayout grid = new GridLayout(3, false);
    grid.marginHeight = 2;
    grid.verticalSpacing = 2;
    content.setLayout(grid);
    chooser = new Combo(content, SWT.READ_ONLY | SWT.DROP_DOWN);
    chooser.setLayoutData(wide(1));
    chooser.addListener(SWT.Selection, e -> read());
    inputLabel = new Label(content, SWT.NONE);
    inputLabel.setText(Messages.WeightsPane_input);
    inputLabel.setLayoutData(new GridData());
    input = new Spinner(content, SWT.BORDER);
    input.setLayoutData(new GridData());
    input.addListener(SWT.Selection, e -> draw(PAUSE));
    statistics = new Label(content, SWT.WRAP);
    statistics.setLayoutData(wide(3));
    canvas = new SceneCanvas(content, SWT.NONE);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1);
    data.heightHint = 60;
    data.widthHint = 120;
    canvas.setLayoutData(data);
    canvas.addListener(SWT.Resize, e -> draw(PAUSE));
    canvas.onSelection(s -> {
      if (s.kind().equals(Selection.CHANNEL)) {
        context.update(i -> i.withChannel(s.id(), s.coordinates().get(0).intValue()));
      }
    });
    reading = new Recomputation(stack);
    drawing = new Recomputation(stack);
    say(EmptyMessage.info(Messages.WeightsPane_none, ""));
  }

  private static GridData wide(int span) {
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, span, 1);
    data.widthHint = 120;
    return data;
  }

  Control control() {
    return stack;
  }

  /** What shows histogram and kernels. */
  SceneCanvas canvas() {
    return canvas;
  }

  void show(InspectedModel of, String id) {
    model = of;
    layer = id;
    facts = null;
    reading.start(Messages.WeightsPane_looking, leased(of, (lease, p) -> WeightsFacts.of(lease, id)),
        new Outcome<List<WeightInfo>>() {
          @Override
          public void done(List<WeightInfo> value) {
            offer(value);
          }

          @Override
          public void failed(LoupeException reason) {
            say(EmptyMessage.warning(Messages.WeightsPane_failed, reason.getMessage()));
          }
        });
  }

  private void offer(List<WeightInfo> found) {
    infos = found;
    if (found.isEmpty()) {
      say(EmptyMessage.info(Messages.WeightsPane_none, Messages.WeightsPane_noneText));
      return;
    }
    chooser.setItems(found.stream().map(i -> NLS.bind(Messages.WeightsPane_role, new Object[] {i.role(), i.name(),
        i.type(), i.dims()})).toArray(String[]::new));
    chooser.select(0);
    read();
  }

  private void read() {
    WeightInfo info = infos.get(chooser.getSelectionIndex());
    facts = null;
    EmptyMessage message = EmptyMessage.working(NLS.bind(Messages.WeightsPane_reading, info.name()), "");
    if (layout.topControl != content) {
      say(message);
    }
    reading.start(message.title(), leased(model, (lease, p) -> WeightsFacts.read(lease, info, p)),
        new Outcome<WeightsFacts>() {
          @Override
          public void done(WeightsFacts value) {
            show(value);
          }

          @Override
          public void failed(LoupeException reason) {
            say(EmptyMessage.warning(Messages.WeightsPane_failed, reason.getMessage()));
          }
        });
  }

  private void show(WeightsFacts value) {
    facts = value;
    statistics.setText(statistics(value).replace("&", "&&"));
    statistics.setToolTipText(NLS.bind(Messages.WeightsPane_summaryTip, statistics(value)));
    int inputs = value.kernels().map(k -> k.picturesPerOutput()).orElse(1);
    for (Control c : new Control[] {inputLabel, input}) {
      c.setVisible(inputs > 1);
      ((GridData) c.getLayoutData()).exclude = inputs <= 1;
    }
    ((GridData) chooser.getLayoutData()).horizontalSpan = inputs > 1 ? 1 : 3;
    input.setMaximum(inputs - 1);
    canvas.setScene(null);
    bring(content);
    content.layout(true, true);
    draw(0);
  }

  static String statistics(WeightsFacts value) {
    if (value.summary().isEmpty()) {
      return Messages.WeightsPane_noNumbers;
    }
    Summary s = value.summary().get();
    String text = s.finite() == 0 ? NLS.bind(Messages.WeightsPane_noFinite, s.count())
        : NLS.bind(Messages.WeightsPane_summary, new Object[] {Numbers.format(s.min()), Numbers.format(s.max()),
            Numbers.format(s.mean()), Numbers.format(s.std()), String.format("%,d", s.zero())});
    if (s.nan() + s.infinite() > 0) {
      text = NLS.bind(Messages.WeightsPane_bad, String.format("%,d", s.nan() + s.infinite())) + " " + text;
    }
    if (value.sampled()) {
      long size = value.info().dims().stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
      text += ". " + NLS.bind(Messages.WeightsPane_sampled, String.format("%,d", size),
          String.format("%,d", s.count()));
    }
    return text;
  }

  private void draw(int pause) {
    Point size = canvas.getSize();
    WeightsFacts shown = facts;
    if (shown == null || size.x < 2 || size.y < 2) {
      return;
    }
    int channel = input.getSelection();
    String of = layer;
    drawing.start(Messages.WeightsPane_looking, pause,
        p -> new WeightsScene(shown, of, size.x, size.y).scene(channel), new Outcome<Scene>() {
          @Override
          public void done(Scene scene) {
            canvas.setScene(scene);
          }

          @Override
          public void failed(LoupeException reason) {
            say(EmptyMessage.warning(Messages.WeightsPane_failed, reason.getMessage()));
          }
        });
  }

  private interface LeasedWork<T> {
    T run(ModelLease lease, Progress progress) throws LoupeException;
  }

  private <T> Work<T> leased(InspectedModel of, LeasedWork<T> work) {
    return progress -> {
      try (ModelLease lease = inspector.open(of.file(), progress)) {
        return work.run(lease, progress);
      } catch (IllegalStateException e) {
        throw (CancellationException) new CancellationException().initCause(e);
      }
    };
  }

  private void say(EmptyMessage message) {
    empty.show(message);
    bring(empty);
  }

  private void bring(Control control) {
    if (layout.topControl != control) {
      layout.topControl = control;
      stack.layout();
    }
  }
}
