/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.loupe.scene.text.AverageTextMeasure;
import org.loupe.ui.api.canvas.SceneCanvas;

/** The picture of a climb, a slider through its steps, and the curve of its score. */
public final class ClimbPlayer {
  private static final int CURVE_HEIGHT = 96;
  private static final int LEAST_SIDE = 80;
  private static final double BESIDE = 1.2;

  private final Composite control;
  private final SceneCanvas canvas;
  private final Scale slider;
  private final SceneCanvas curve;
  private final Label status;
  private Steps steps;
  private int frame;

  ClimbPlayer(Composite parent) {
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(4, 2).applyTo(control);
    canvas = new SceneCanvas(control, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).hint(LEAST_SIDE, LEAST_SIDE).applyTo(canvas);
    curve = new SceneCanvas(control, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).hint(LEAST_SIDE, LEAST_SIDE).applyTo(curve);
    slider = new Scale(control, SWT.HORIZONTAL);
    slider.setToolTipText(Messages.ClimbPlayer_sliderTip);
    Accessibility.name(slider, Messages.ClimbPlayer_slider);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(slider);
    slider.addListener(SWT.Selection, e -> scrub(slider.getSelection()));
    curve.addListener(SWT.Resize, e -> drawCurve());
    curve.onSelection(s -> seekStep(s.coordinates().get(0).intValue()));
    status = new Label(control, SWT.WRAP);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(120, SWT.DEFAULT).applyTo(status);
    control.addListener(SWT.Resize, e -> arrange());
  }

  /** The curve beside the picture where there is more width than height, else below it. */
  private void arrange() {
    Point size = control.getSize();
    boolean beside = size.x > size.y * BESIDE;
    GridData picture = (GridData) canvas.getLayoutData();
    GridData line = (GridData) curve.getLayoutData();
    picture.horizontalSpan = beside ? 1 : 2;
    line.horizontalSpan = beside ? 1 : 2;
    line.grabExcessVerticalSpace = beside;
    line.heightHint = beside ? LEAST_SIDE : CURVE_HEIGHT;
    control.layout(true);
  }

  Composite control() {
    return control;
  }

  /** The picture of the step that is looked at. */
  public SceneCanvas canvas() {
    return canvas;
  }

  /** The score over the steps. */
  public SceneCanvas curve() {
    return curve;
  }

  /** Goes through the steps. */
  public Scale slider() {
    return slider;
  }

  String status() {
    return status.getText();
  }

  /** Null while there is nothing. */
  public Steps steps() {
    return steps;
  }

  /** The picture that is shown, by its place among the frames. */
  public int frame() {
    return frame;
  }

  void clear() {
    steps = null;
    frame = 0;
    canvas.setScene(null);
    curve.setScene(null);
    say("");
  }

  /** @param ended whether it is over, so that the steps can be looked through */
  void show(Steps next, boolean ended) {
    steps = next;
    int last = next.frames().size() - 1;
    slider.setEnabled(ended && last > 0);
    slider.setMinimum(0);
    slider.setMaximum(Math.max(1, last));
    slider.setPageIncrement(Math.max(1, last / 10));
    slider.setSelection(last);
    seek(last);
  }

  void say(String text) {
    String escaped = Texts.label(text);
    if (!escaped.equals(status.getText())) {
      status.setText(escaped);
      status.requestLayout();
    }
  }

  /** Shows a frame. */
  void seek(int wanted) {
    if (steps == null) {
      return;
    }
    frame = Math.clamp(wanted, 0, steps.frames().size() - 1);
    String text = Texts.bind(Messages.ClimbPlayer_picture, steps.objective(), steps.step(frame), steps.score(frame));
    canvas.setScene(ClimbScenes.picture(steps.picture(frame), steps.objective(), text));
    drawCurve();
  }

  /** The frame that is nearest to a step. */
  private void seekStep(int step) {
    int best = 0;
    for (int i = 0; i < steps.frames().size(); i++) {
      best = Math.abs(steps.step(i) - step) < Math.abs(steps.step(best) - step) ? i : best;
    }
    slider.setSelection(best);
    scrub(best);
  }

  private void scrub(int wanted) {
    seek(wanted);
    say(Texts.bind(Messages.ClimbPlayer_at, steps.step(frame), steps.last(), steps.score(frame)));
  }

  private void drawCurve() {
    Point size = curve.getSize();
    if (steps != null && size.x > 60 && size.y > 40 && !steps.scores().isEmpty()) {
      curve.setScene(ClimbScenes.curve(steps.scores(), steps.step(frame), size.x, size.y, new AverageTextMeasure()));
      curve.fit();
    }
  }
}
