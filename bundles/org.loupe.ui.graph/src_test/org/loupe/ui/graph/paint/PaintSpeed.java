/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.Arrays;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.loupe.api.Progress;
import org.loupe.ui.graph.MadeGraphs;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.layout.GraphLayout;
import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.model.GraphTree;
import org.loupe.ui.graph.model.ModelGraph;

/**
 * Measures one paint of a graph of which everything is open, off-screen at 1600 x 1000, under a scripted pan and zoom:
 * in from all of it to 150 %, along it at every scale, and out again. Prints the time of layout, and the median, the
 * 95th percentile and the greatest time of a paint, in milliseconds.
 *
 * <p>Argument: number of nodes, 5000 if there is none. Needs a display.
 */
public final class PaintSpeed {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final int ROUNDS = 3;
  private static final int STEPS = 40;
  private static final double STEP = 1.12;

  private final Image image;
  private final Image pixel;
  private final GraphPainter painter;
  private final Drawing drawing;
  private final double[] times = new double[20_000];
  private int count;

  private PaintSpeed(Image image, GraphPainter painter, Drawing drawing) {
    this.image = image;
    this.pixel = new Image(image.getDevice(), 1, 1);
    this.painter = painter;
    this.drawing = drawing;
  }

  /** @param arguments number of nodes */
  public static void main(String[] arguments) {
    int nodes = arguments.length == 0 ? 5000 : Integer.parseInt(arguments[0]);
    Display display = new Display();
    GraphFonts fonts = new GraphFonts(display, display.getSystemFont());
    long start = System.nanoTime();
    GraphTree tree = new GraphTree(new ModelGraph(MadeGraphs.residual(nodes)));
    Drawing drawing = GraphLayout.layout(tree, Folding.unfolded(tree), fonts.widths(), Progress.NONE);
    System.out.printf("%,d boxes, %,d wires, %,.0f x %,.0f; layout %,.0f ms%n", drawing.boxes().size(),
        drawing.wires().size(), drawing.width(), drawing.height(), (System.nanoTime() - start) / 1e6);
    Color[] colors = new Color[drawing.boxes().size()];
    Arrays.setAll(colors, i -> new Color(60 + i % 8 * 24, 160, 220 - i % 8 * 20));
    Labels labels = new Labels(display);
    Image image = new Image(display, WIDTH, HEIGHT);
    GraphPainter painter = new GraphPainter(new DrawingIndex(drawing), new Styles(colors, new String[colors.length]),
        GraphTheme.of(false), fonts, labels);
    PaintSpeed speed = new PaintSpeed(image, painter, drawing);
    speed.tour();
    speed.count = 0;
    for (int i = 0; i < ROUNDS; i++) {
      speed.tour();
    }
    speed.report();
    speed.pixel.dispose();
    image.dispose();
    labels.dispose();
    fonts.dispose();
    display.dispose();
  }

  private void tour() {
    View view = View.fit(drawing.width(), drawing.height(), WIDTH, HEIGHT);
    while (view.scale() < 1.5) {
      paint(view);
      // along the graph, at a place that is another one at each scale
      View at = View.centered(view.scale(), drawing.width() / 2, drawing.height() * (count % 97) / 97.0, WIDTH, HEIGHT);
      for (int i = 0; i < STEPS; i++) {
        paint(at);
        at = at.moved(i % 2 == 0 ? 13 : -17, -60);
      }
      view = view.zoomed(STEP, WIDTH / 2.0, HEIGHT / 3.0);
    }
    while (view.scale() > View.fit(drawing.width(), drawing.height(), WIDTH, HEIGHT).scale()) {
      view = view.zoomed(1 / STEP, WIDTH / 3.0, HEIGHT / 2.0);
      paint(view);
    }
  }

  private void paint(View view) {
    long start = System.nanoTime();
    GC gc = new GC(image);
    painter.paint(gc, new Rectangle(0, 0, WIDTH, HEIGHT), view, Marks.NONE);
    // reading a pixel waits until everything is drawn
    gc.copyArea(pixel, WIDTH / 2, HEIGHT / 2);
    gc.dispose();
    pixel.getImageData();
    times[count++] = (System.nanoTime() - start) / 1e6;
  }

  private void report() {
    double[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    System.out.printf("%,d paints: median %.2f ms, 95th percentile %.2f ms, greatest %.2f ms%n", count,
        sorted[count / 2], sorted[(int) (count * 0.95)], sorted[count - 1]);
  }
}
