/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.osgi.util.NLS;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.HitGrid;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.ThemeRole;
import org.loupe.scene.build.Axis;
import org.loupe.scene.build.PlotFrame;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Styles;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.toolkit.activation.LayerStatistics;
import org.loupe.toolkit.activation.Survey;

/**
 * How sparsity, dead channels, saturation and entropy go along the layers. A click selects a layer.
 *
 * @param survey the figures
 * @param selected id of the selected layer
 */
public record SurveyScene(Survey survey, Optional<String> selected) {
  private static final double DOT = 2;
  private static final double SWATCH = 10;
  private static final double WIDER = 1.2;
  private static final int MOST_DOTS = 120;
  private static final double MOST_BITS = Math.log(LayerStatistics.BINS) / Math.log(2);

  private enum Line {
    SPARSITY(ThemeRole.ACCENT, e -> e.statistics().sparsity()),
    DEAD(ThemeRole.POSITIVE, Survey.Entry::deadShare),
    SATURATED(ThemeRole.WARNING, e -> e.statistics().saturated()),
    ENTROPY(ThemeRole.NEGATIVE, e -> e.statistics().entropy() / MOST_BITS);

    private final ThemeRole role;
    private final ToDoubleFunction<Survey.Entry> value;

    Line(ThemeRole role, ToDoubleFunction<Survey.Entry> value) {
      this.role = role;
      this.value = value;
    }

    String label() {
      return switch (this) {
        case SPARSITY -> Messages.SurveyScene_sparsity;
        case DEAD -> Messages.SurveyScene_dead;
        case SATURATED -> Messages.SurveyScene_saturated;
        case ENTROPY -> NLS.bind(Messages.SurveyScene_entropy, Numbers.format(MOST_BITS));
      };
    }
  }

  /** Draws it to fill an area. */
  public Scene draw(double width, double height) {
    SceneBuilder scene = new SceneBuilder(Math.max(200, width), Math.max(160, height));
    List<Line> lines = new ArrayList<>();
    for (Line line : Line.values()) {
      if (survey.entries().stream().anyMatch(e -> !Double.isNaN(line.value.applyAsDouble(e)))) {
        lines.add(line);
      }
    }
    Rect free = scene.free();
    double top = legend(scene, lines) + Styles.GAP;
    Rect area = free.inset(0, top, 0, 0);
    LayerAxis names = LayerAxis.of(survey.entries().stream().map(e -> e.layer().id()).toList(), area, scene.measure());
    PlotFrame frame = PlotFrame.of(area.inset(0, 0, 0, names.room()), names.axis(), Axis.numeric(0, 1, ""),
        scene.measure());
    band(scene, frame);
    scene.addAll(frame.items());
    scene.addAll(names.items(frame));
    lines.forEach(l -> line(scene, frame, l));
    nonFinite(scene, frame);
    Rect inner = frame.inner();
    // the names answer too, since they may be shortened
    scene.add(hits(new Rect(inner.x(), inner.y(), inner.width(), area.bottom() - inner.y())));
    return scene.title(Messages.SurveyScene_title)
        .description(NLS.bind(Messages.SurveyScene_description, survey.entries().size())).build();
  }

  /** Names the lines. @return the height that it took */
  private static double legend(SceneBuilder scene, List<Line> lines) {
    Rect free = scene.free();
    double row = scene.measure().height(Styles.SMALL) + Styles.GAP;
    double x = free.x();
    double y = free.y();
    for (Line line : lines) {
      // fonts of the screen may be wider than those that are measured with
      double width = SWATCH + Styles.GAP + WIDER * scene.measure().width(line.label(), Styles.SMALL);
      if (x > free.x() && x + width > free.right()) {
        x = free.x();
        y += row;
      }
      scene.add(PathItem.filled(PathData.rect(new Rect(x, y + (row - SWATCH) / 2, SWATCH, SWATCH)),
          SceneColor.of(line.role)));
      scene.add(TextItem.of(line.label(), x + SWATCH + Styles.GAP, y + row / 2, Styles.SMALL)
          .align(Anchor.START, Baseline.MIDDLE));
      x += width + Styles.MARGIN;
    }
    return y + row - free.y();
  }

  private void band(SceneBuilder scene, PlotFrame frame) {
    for (int i = 0; i < survey.entries().size(); i++) {
      if (selected.isPresent() && survey.entries().get(i).layer().id().equals(selected.get())) {
        double width = Math.max(3, frame.inner().width() / survey.entries().size());
        scene.add(PathItem.filled(PathData.rect(new Rect(frame.x(i) - width / 2, frame.inner().y(), width,
            frame.inner().height())), SceneColor.of(ThemeRole.GRID)));
      }
    }
  }

  private void line(SceneBuilder scene, PlotFrame frame, Line line) {
    PathData.Builder path = PathData.builder();
    boolean open = false;
    boolean any = false;
    boolean dots = survey.entries().size() <= MOST_DOTS;
    for (int i = 0; i < survey.entries().size(); i++) {
      double v = line.value.applyAsDouble(survey.entries().get(i));
      if (Double.isNaN(v)) {
        open = false;
        continue;
      }
      if (open) {
        path.lineTo(frame.x(i), frame.y(v));
        any = true;
      } else {
        path.moveTo(frame.x(i), frame.y(v));
      }
      open = true;
      if (dots || survey.entries().size() == 1) {
        scene.add(PathItem.filled(PathData.circle(frame.x(i), frame.y(v), DOT), SceneColor.of(line.role)));
      }
    }
    if (any) {
      scene.add(PathItem.stroked(path.build(), Stroke.solid(SceneColor.of(line.role), 1.5)));
    }
  }

  private void nonFinite(SceneBuilder scene, PlotFrame frame) {
    survey.firstNonFinite().ifPresent(e -> {
      double x = frame.x(survey.entries().indexOf(e));
      scene.add(PathItem.stroked(PathData.line(x, frame.inner().y(), x, frame.inner().bottom()),
          new Stroke(SceneColor.of(ThemeRole.POSITIVE), 2, List.of(4.0, 3.0))));
    });
  }

  private HitGrid hits(Rect inner) {
    return new HitGrid(inner, 1, survey.entries().size(), new HitGrid.Cells() {
      @Override
      public String tooltip(int row, int column) {
        return tell(survey.entries().get(column));
      }

      @Override
      public Optional<Selection> selection(int row, int column) {
        return Optional.of(Selection.of(Selection.LAYER, survey.entries().get(column).layer().id()));
      }
    });
  }

  /** All figures of a layer, a line each. */
  private static String tell(Survey.Entry e) {
    ChannelStatistics s = e.statistics();
    List<String> lines = new ArrayList<>();
    lines.add(NLS.bind(Messages.SurveyScene_layer, new Object[] {e.layer().id(), e.layer().operator(), e.shape()}));
    add(lines, Messages.SurveyScene_sparsity, percent(s.sparsity()));
    add(lines, Messages.SurveyScene_dead, percent(e.deadShare()));
    add(lines, Messages.SurveyScene_saturated, percent(s.saturated()));
    add(lines, Messages.SurveyScene_bits, Numbers.format(s.entropy(), 3));
    add(lines, Messages.SurveyScene_mean, Numbers.format(s.mean(), 4));
    add(lines, Messages.SurveyScene_range, Numbers.format(s.min(), 4) + " \u2026 " + Numbers.format(s.max(), 4));
    if (s.nonFinite() > 0) {
      add(lines, Messages.SurveyScene_nonFinite, String.valueOf(s.nonFinite()));
    }
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(name + ": " + value);
    }
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : Numbers.format(Math.round(share * 1000) / 10.0) + " %";
  }
}
