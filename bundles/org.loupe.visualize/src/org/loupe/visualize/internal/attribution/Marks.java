/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.ArrayList;
import java.util.List;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Rect;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.scene.build.Styles;
import org.loupe.scene.text.TextMeasure;

/** The base value and the score of a row, marked above a plot and by lines through it. */
public final class Marks {
  private static final TextStyle BOLD = TextStyle.bold(Styles.SMALL.size());
  private static final Stroke BASE = new Stroke(Styles.MUTED, 1, List.of(4.0, 3.0));
  private static final Stroke SCORE = Stroke.solid(Styles.FOREGROUND, 1.25);

  private Marks() {
  }

  /** Height of the strip for the two texts. */
  public static double height(TextMeasure measure) {
    return measure.height(BOLD) + 3;
  }

  /**
   * @param strip from the left to the right end of where texts may stand; lines begin at its lower end
   * @param bottom where lines end
   */
  public static List<Item> of(double base, double score, double baseX, double scoreX, Rect strip, double bottom,
      TextMeasure measure) {
    String left = "base " + Numbers.format(base);
    String right = "score " + Numbers.format(score);
    double baseWidth = measure.width(left, Styles.SMALL);
    double scoreWidth = measure.width(right, BOLD);
    double[] at = apart(baseX, scoreX, baseWidth, scoreWidth, strip);
    List<Item> items = new ArrayList<>();
    items.add(PathItem.stroked(PathData.line(baseX, strip.bottom(), baseX, bottom), BASE));
    items.add(PathItem.stroked(PathData.line(scoreX, strip.bottom(), scoreX, bottom), SCORE));
    items.add(TextItem.of(left, at[0], strip.y(), Styles.SMALL).color(Styles.MUTED).align(Anchor.START, Baseline.TOP)
        .limit(Math.max(0, strip.right() - at[0] + 0.01)));
    items.add(TextItem.of(right, at[1], strip.y(), BOLD).align(Anchor.START, Baseline.TOP)
        .limit(Math.max(0, strip.right() - at[1] + 0.01)));
    return items;
  }

  /** Left ends of both texts, centred at their places and moved so that they neither meet nor leave the strip. */
  private static double[] apart(double base, double score, double baseWidth, double scoreWidth, Rect strip) {
    boolean baseFirst = base <= score;
    double firstWidth = baseFirst ? baseWidth : scoreWidth;
    double secondWidth = baseFirst ? scoreWidth : baseWidth;
    double first = within(Math.min(base, score) - firstWidth / 2, firstWidth, strip);
    double second = within(Math.max(base, score) - secondWidth / 2, secondWidth, strip);
    double over = first + firstWidth + Styles.GAP - second;
    if (over > 0) {
      double together = firstWidth + Styles.GAP + secondWidth;
      first = within(first - over / 2, together, strip);
      second = first + firstWidth + Styles.GAP;
    }
    return baseFirst ? new double[] {first, second} : new double[] {second, first};
  }

  private static double within(double left, double width, Rect strip) {
    return Math.clamp(left, strip.x(), Math.max(strip.x(), strip.right() - width));
  }
}
