/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution.dependence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.api.subject.TableColumn;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.SceneColor;
import org.loupe.scene.build.Styles;
import org.loupe.scene.build.Swatches;
import org.loupe.scene.text.TextMeasure;
import org.loupe.visualize.internal.attribution.Colours;
import org.loupe.visualize.internal.attribution.LowHigh;
import org.loupe.visualize.internal.attribution.Sheet;
import org.loupe.visualize.internal.attribution.ValueScale;
import org.loupe.visualize.internal.curves.SeriesLook;

/**
 * Colours of rows by the value of a feature: one for each of a few words, else from low to high.
 *
 * @param feature its number; -1 for one colour
 * @param scale of numbers
 * @param words whether each word has a colour
 * @param missing whether a row has no value
 */
record PointColours(Sheet sheet, int feature, ValueScale scale, boolean words, boolean missing) {
  private static final int MOST_WORDS = 8;
  private static final int ONE = 0xff2b7bbe;

  static PointColours of(Sheet sheet, int feature) {
    if (feature < 0) {
      return new PointColours(sheet, -1, new ValueScale(0, 0), false, false);
    }
    double[] inputs = sheet.inputs(feature);
    TableColumn column = sheet.column(feature);
    boolean missing = java.util.Arrays.stream(inputs).anyMatch(v -> !Double.isFinite(v));
    boolean words = !column.words().isEmpty() && column.words().size() <= MOST_WORDS && java.util.Arrays.stream(inputs)
        .filter(Double::isFinite).map(column::seen).allMatch(v -> v == Math.rint(v) && v >= 0
            && v < column.words().size());
    return new PointColours(sheet, feature, ValueScale.of(inputs), words, missing);
  }

  /** Colour of a number of the model's. */
  int argb(double input) {
    if (feature < 0) {
      return ONE;
    }
    if (!Double.isFinite(input)) {
      return Colours.LOW_HIGH.nanArgb();
    }
    if (words) {
      return ((SceneColor.Argb) SeriesLook.color((int) Math.round(sheet.column(feature).seen(input)))).value();
    }
    double at = scale.position(input);
    return Colours.LOW_HIGH.argb(sheet.column(feature).scale() < 0 ? 1 - at : at);
  }

  double height(double width, TextMeasure measure) {
    if (feature < 0) {
      return 0;
    }
    return (words ? swatches().height(width, measure) : LowHigh.height(measure)) + Styles.GAP;
  }

  List<Item> legend(Rect area, TextMeasure measure) {
    if (feature < 0) {
      return List.of();
    }
    if (words) {
      return List.of(swatches().draw(area, measure));
    }
    TableColumn column = sheet.column(feature);
    boolean turned = column.scale() < 0;
    double[] inputs = sheet.inputs(feature);
    boolean below = turned ? scale.clipsAbove(inputs) : scale.clipsBelow(inputs);
    boolean above = turned ? scale.clipsBelow(inputs) : scale.clipsAbove(inputs);
    return new LowHigh(column.name(), (below ? "\u2264 " : "") + column.text(turned ? scale.high() : scale.low()),
        (above ? "\u2265 " : "") + column.text(turned ? scale.low() : scale.high()), missing).draw(area, measure);
  }

  private Swatches swatches() {
    TableColumn column = sheet.column(feature);
    List<Swatches.Entry> entries = new ArrayList<>(IntStream.range(0, column.words().size())
        .mapToObj(i -> new Swatches.Entry(SeriesLook.color(i), column.name() + ": " + column.words().get(i))).toList());
    if (missing) {
      entries.add(new Swatches.Entry(Colours.NO_VALUE, "no value"));
    }
    return new Swatches(entries);
  }
}
