/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.costs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.InspectionListener;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.api.parts.Quantity;

/** Memory and work of a model: sums, and a chart over its layers whose bars move what the window looks at. */
public final class CostSection {
  private static final int HEIGHT = 330;
  private static final int PAUSE = 60;

  private final InspectionContext context;
  private final ModelDescription model;
  private final ModelCosts costs;
  private final Composite body;
  private final Label sums;
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final SceneCanvas canvas;
  private final EmptyState empty;
  private final Recomputation drawing;
  private final InspectionListener follower = this::follow;
  private boolean drawnDark;

  public CostSection(Composite parent, FormToolkit toolkit, ModelDescription model, ModelCosts costs,
      InspectionContext context) {
    body = toolkit.createComposite(parent);
    this.model = model;
    this.costs = costs;
    this.context = context;
    GridLayout grid = new GridLayout();
    grid.marginWidth = 4;
    grid.marginHeight = 0;
    body.setLayout(grid);
    sums = toolkit.createLabel(body, "", SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
    wide.widthHint = 200;
    sums.setLayoutData(wide);
    stack = toolkit.createComposite(body);
    stack.setLayout(layout);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.heightHint = HEIGHT;
    data.widthHint = 200;
    stack.setLayoutData(data);
    empty = new EmptyState(stack);
    empty.show(EmptyMessage.working(Messages.CostSection_working, ""));
    canvas = new SceneCanvas(stack, SWT.NONE);
    toolkit.adapt(empty);
    toolkit.adapt(canvas);
    canvas.onSelection(this::selected);
    layout.topControl = empty;
    drawing = new Recomputation(stack);
    stack.addListener(SWT.Resize, e -> draw(PAUSE));
    canvas.addListener(SWT.Paint, e -> {
      if (canvas.theme().dark() != drawnDark) {
        draw(0);
      }
    });
    context.addListener(follower);
    body.addListener(SWT.Dispose, e -> context.removeListener(follower));
    costs.ask(this::show);
  }

  public Control control() {
    return body;
  }

  /** What shows the chart. */
  public SceneCanvas canvas() {
    return canvas;
  }

  private void show(ModelCosts found) {
    if (body.isDisposed()) {
      return;
    }
    if (found.problem().isPresent() || found.costs().isEmpty()) {
      sums.setText(found.problem().orElse(Messages.CostSection_noLayers).replace("&", "&&"));
      stack.setVisible(false);
      ((GridData) stack.getLayoutData()).exclude = true;
      sums.requestLayout();
      return;
    }
    sums.setText(sums(found.costs()).replace("&", "&&"));
    sums.requestLayout();
    draw(0);
  }

  private String sums(List<LayerCost> all) {
    long weights = 0;
    double work = 0;
    double activations = 0;
    long shapeless = 0;
    long uncounted = 0;
    for (LayerCost c : all) {
      weights += c.parameterBytes();
      work += c.multiplyAdds().orElse(0);
      activations += c.activationBytes().orElse(0);
      shapeless += c.activationBytes().isEmpty() ? 1 : 0;
      uncounted += c.multiplyAdds().isEmpty() ? 1 : 0;
    }
    String text = NLS.bind(Messages.CostSection_sums, new Object[] {String.format("%,d", model.parameters()),
        Quantity.BYTES.format(weights), Quantity.BYTES.format(activations), Quantity.COUNT.format(work)});
    if (shapeless > 0) {
      text += " " + NLS.bind(Messages.CostSection_shapeless, shapeless);
    }
    return uncounted > 0 ? text + " " + NLS.bind(Messages.CostSection_uncounted, uncounted) : text;
  }

  private Optional<String> selectedLayer() {
    return context.current().layer();
  }

  private void follow(Inspection before, Inspection now) {
    if (!now.layer().equals(before.layer()) && layout.topControl == canvas) {
      draw(0);
    }
  }

  private void draw(int pause) {
    Point size = stack.getSize();
    if (costs.costs().isEmpty() || size.x < 2 || size.y < 2) {
      return;
    }
    drawnDark = canvas.theme().dark();
    boolean dark = drawnDark;
    List<LayerCost> all = costs.costs();
    Optional<String> selected = selectedLayer();
    drawing.start(Messages.CostSection_drawing, pause, p -> new CostChart(all, size.x, size.y, dark).scene(selected),
        new Outcome<Scene>() {
          @Override
          public void done(Scene scene) {
            canvas.setScene(scene);
            bring(canvas);
          }

          @Override
          public void failed(org.loupe.api.LoupeException reason) {
            empty.show(EmptyMessage.error(Messages.CostSection_none, reason.getMessage()));
            bring(empty);
          }
        });
  }

  private void selected(Selection selection) {
    if (selection.kind().equals(Selection.LAYER)) {
      context.update(i -> i.withLayer(selection.id()));
    }
  }

  private void bring(Control control) {
    if (layout.topControl != control) {
      layout.topControl = control;
      stack.layout();
    }
  }
}
