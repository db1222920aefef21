/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.scene.Selection;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.api.settings.SettingsForm;

/** The picture of a result, or why there is none; drawn anew for another size, option or theme. */
final class ResultPane {
  private static final int PAUSE = 120;
  private static final int LEAST_HEIGHT = 210;
  private static final int LEAST_SCENE = 64;
  private static final int MOST_SCENE = 4096;

  private final Inspector inspector;
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final SceneCanvas canvas;
  private final EmptyState empty;
  private final Recomputation drawing;
  private final Map<String, Map<String, String>> options;
  private final PlotChoice plots;
  private Twistie optionsPart;
  private Runnable resized;
  private SettingsForm optionsForm;
  private String visualizer = "";
  private ExportOptions drawnWith = ExportOptions.DEFAULT;
  private Optional<String> row = Optional.empty();
  private boolean oneRow;
  private Optional<RunRecord> record = Optional.empty();
  private Point drawnSize = new Point(0, 0);
  private boolean drawnDark;

  /**
   * @param plots offers the visualizers of what is drawn
   * @param options of visualizers, by their id, as they were left
   */
  ResultPane(Composite parent, Inspector inspector, PlotChoice plots, Map<String, Map<String, String>> options) {
    this.inspector = inspector;
    this.plots = plots;
    this.options = new HashMap<>(options);
    plots.onChange(() -> record.ifPresent(r -> draw(0)));
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(layout);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = LEAST_HEIGHT;
    data.widthHint = LEAST_HEIGHT;
    stack.setLayoutData(data);
    canvas = new SceneCanvas(stack, SWT.NONE);
    empty = new EmptyState(stack);
    layout.topControl = empty;
    drawing = new Recomputation(stack);
    stack.addListener(SWT.Resize, e -> redraw());
    // a change of the theme repaints the canvas with other colours, and the visualizer may want to know
    canvas.addListener(SWT.Paint, e -> {
      if (record.isPresent() && canvas.theme().dark() != drawnDark) {
        redraw();
      }
    });
  }

  /** The options of the visualizer, below the picture. */
  void optionsIn(Composite parent, boolean open, Runnable whenResized) {
    resized = whenResized;
    optionsPart = new Twistie(parent, Messages.ResultPane_view, open, whenResized);
    optionsPart.setVisible(false);
  }

  void optionsVisible(boolean visible) {
    optionsPart.setVisible(visible && optionsForm != null && !optionsForm.values().isEmpty());
  }

  Map<String, Map<String, String>> options() {
    return options;
  }

  boolean optionsExpanded() {
    return optionsPart.expanded();
  }

  SceneCanvas canvas() {
    return canvas;
  }

  /** What is drawn, or being drawn. */
  Optional<RunRecord> record() {
    return record;
  }

  /** How it is drawn, for an export that looks the same. */
  ExportOptions exportOptions() {
    return new ExportOptions(drawnWith.viewOptions(), visualizer, ExportOptions.DEFAULT.width(),
        ExportOptions.DEFAULT.height(), canvas.theme().dark());
  }

  void show(RunRecord result) {
    record = Optional.of(result);
    draw(0);
  }

  /** Marks a row in the picture, or draws it where the picture is about one row. */
  void mark(Optional<Selection> thing) {
    canvas.mark(thing);
    Optional<String> other = thing.map(Selection::id);
    if (!other.equals(row)) {
      row = other;
      if (record.isPresent() && oneRow) {
        draw(0);
      }
    }
  }

  /** Whether what is drawn is about many rows of a table. */
  boolean isOfManyRows() {
    return record.map(RunRecord::result).filter(r -> r instanceof AttributionTable t && t.rows().size() > 1)
        .isPresent();
  }

  void say(EmptyMessage message) {
    record = Optional.empty();
    drawing.cancel();
    plots.hide();
    canvas.setScene(null);
    empty.show(message);
    bring(empty);
  }

  EmptyState empty() {
    return empty;
  }

  boolean isEmpty() {
    return layout.topControl == empty;
  }

  private void redraw() {
    Point size = stack.getSize();
    if (record.isPresent() && (!size.equals(drawnSize) || canvas.theme().dark() != drawnDark)) {
      draw(PAUSE);
    }
  }

  private void draw(int pause) {
    RunRecord result = record.orElseThrow();
    drawnSize = stack.getSize();
    drawnDark = canvas.theme().dark();
    int width = Math.clamp(drawnSize.x, LEAST_SCENE, MOST_SCENE);
    int height = Math.clamp(drawnSize.y, LEAST_SCENE, MOST_SCENE);
    Drawn.Wish wish = new Drawn.Wish(plots.chosen(), Map.copyOf(options), row, width, height, drawnDark);
    drawing.start(Messages.ResultPane_drawing, pause, p -> Drawn.of(inspector, result, wish),
        new Outcome<Drawn>() {
          @Override
          public void done(Drawn drawn) {
            canvas.setScene(drawn.scene());
            bring(canvas);
            oneRow = drawn.visualizer().rowOption().isPresent();
            drawnWith = drawn.options();
            plots.show(drawn.offered(), drawn.visualizer().id());
            showOptions(drawn);
          }

          @Override
          public void failed(LoupeException reason) {
            canvas.setScene(null);
            empty.show(EmptyMessage.error(Messages.ResultPane_notDrawn, reason.getMessage()));
            bring(empty);
          }
        });
  }

  private void showOptions(Drawn drawn) {
    if (drawn.visualizer().id().equals(visualizer)) {
      optionsVisible(true);
      resized.run();
      return;
    }
    visualizer = drawn.visualizer().id();
    for (Control child : optionsPart.client().getChildren()) {
      child.dispose();
    }
    optionsForm = new SettingsForm(optionsPart.client(), drawn.schema());
    optionsForm.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    optionsForm.show(options.getOrDefault(visualizer, Map.of()));
    optionsForm.onChange(this::optionChanged);
    optionsVisible(true);
    resized.run();
  }

  private void optionChanged() {
    if (optionsForm.problem().isEmpty()) {
      options.put(visualizer, optionsForm.changes());
      if (record.isPresent()) {
        draw(PAUSE);
      }
    }
  }

  private void bring(Control control) {
    if (layout.topControl != control) {
      layout.topControl = control;
      stack.layout();
    }
  }
}
