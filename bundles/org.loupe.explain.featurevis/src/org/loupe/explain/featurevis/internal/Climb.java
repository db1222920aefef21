/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.loupe.explain.featurevis.internal.VisualizationSettings.Parameterization;
import org.loupe.explain.featurevis.internal.VisualizationSettings.Range;
import org.loupe.explain.featurevis.internal.canvas.Canvas;
import org.loupe.explain.featurevis.internal.moves.Placement;
import org.loupe.explain.featurevis.internal.moves.Resampling;
import org.loupe.explain.featurevis.internal.parameters.Coloured;
import org.loupe.explain.featurevis.internal.parameters.FourierParameters;
import org.loupe.explain.featurevis.internal.parameters.Parameters;
import org.loupe.explain.featurevis.internal.parameters.PixelParameters;
import org.loupe.explain.featurevis.internal.parameters.Raised;
import org.loupe.explain.featurevis.internal.parameters.Squashed;
import org.loupe.explain.featurevis.internal.rules.Clean;
import org.loupe.explain.featurevis.internal.rules.Penalties;
import org.loupe.explain.featurevis.internal.rules.StepRule;
import org.loupe.math.tensor.Tensor;

/** One picture on its way up, and what it must remember from step to step. Its buffers are made once. */
final class Climb {
  /** Share of the range from black to white. */
  private static final double LEAST_NOISE = 1.0 / 64;
  private final VisualizationSettings settings;
  private final Canvas canvas;
  private final RandomGenerator random;
  private final Parameters parameters;
  private final StepRule rule;
  private final Penalties penalties;
  private final Clean clean;
  private final Placement.Limits limits;
  private final Resampling resampling;
  private final double[] picture;
  private final double[] seen;
  private final double[] byPicture;
  private final double[] byValues;
  private int steps;
  private int starts = 1;
  private int redirected;
  private boolean moved;
  private boolean alive;

  /** @param random its own stream */
  Climb(VisualizationSettings settings, Canvas canvas, RandomGenerator random) {
    this.settings = settings;
    this.canvas = canvas;
    this.random = random;
    parameters = parameters(settings, canvas);
    rule = StepRule.of(settings.optimizer(), settings.learningRate(), parameters.values().length);
    penalties = new Penalties(settings.totalVariation(), settings.l1());
    clean = new Clean(settings.decay(), settings.blurEvery(), settings.blur(), settings.smallNorm(),
        settings.smallContribution());
    limits = new Placement.Limits(settings.jitterBefore(), settings.scaleLeast(), settings.scaleMost(),
        settings.rotate(), settings.jitterAfter());
    resampling = limits.still() ? null : new Resampling(canvas.height(), canvas.width(), around(settings));
    picture = new double[canvas.size()];
    seen = new double[canvas.size()];
    byPicture = new double[canvas.size()];
    byValues = new double[parameters.values().length];
    parameters.start(random, settings.noise());
    refresh();
  }

  private static Resampling.Around around(VisualizationSettings settings) {
    return settings.wrap() ? Resampling.Around.WRAP
        : settings.pad() > 0 ? Resampling.Around.FILL : Resampling.Around.EDGE;
  }

  private static Parameters parameters(VisualizationSettings s, Canvas canvas) {
    int plane = canvas.height() * canvas.width();
    if (plain(s)) {
      return new PixelParameters(greys(canvas), plane);
    }
    Parameters out = s.parameterization() == Parameterization.FOURIER
        ? new FourierParameters(canvas.channels(), canvas.height(), canvas.width())
        : new PixelParameters(new double[canvas.channels()], plane);
    if (s.decorrelate() && Coloured.fits(canvas.lights())) {
      out = new Coloured(out, plane, canvas.lights());
    }
    return s.range() == Range.SIGMOID ? new Squashed(out, canvas.size(), s.black(), s.white())
        : new Raised(out, greys(canvas), plane);
  }

  /** Whether the values are the pixels themselves, in working units. */
  private static boolean plain(VisualizationSettings s) {
    return s.parameterization() == Parameterization.PIXELS && s.range() != Range.SIGMOID && !s.decorrelate();
  }

  private static double[] greys(Canvas canvas) {
    double[] out = new double[canvas.channels()];
    Arrays.setAll(out, canvas::grey);
    return out;
  }

  /** What the model is to look at in this step. */
  Tensor look() {
    if (resampling == null) {
      return canvas.toModel(picture);
    }
    resampling.set(Placement.draw(limits, random));
    int plane = canvas.height() * canvas.width();
    IntStream.range(0, canvas.channels()).parallel()
        .forEach(c -> resampling.look(picture, c * plane, seen, c * plane, canvas.grey(c)));
    return canvas.toModel(seen);
  }

  /**
   * Takes a step.
   *
   * @param gradient of the objective by what the model looked at
   * @return false if the gradient holds something that is no number
   */
  boolean step(Tensor gradient) {
    byPicture(gradient);
    double size = size(byPicture);
    if (!Double.isFinite(size)) {
      return false;
    }
    boolean any = size > 0;
    if (!any && !moved && starts < settings.starts()) {
      parameters.start(random, noise() * Math.pow(2, starts++));
    } else {
      moved |= any;
      climb();
    }
    refresh();
    steps++;
    return true;
  }

  /** The sum of absolute values; four sums side by side, as one waits for each addition to end. */
  private static double size(double[] values) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < values.length; i += 4) {
      a += Math.abs(values[i]);
      b += Math.abs(values[i + 1]);
      c += Math.abs(values[i + 2]);
      d += Math.abs(values[i + 3]);
    }
    for (; i < values.length; i++) {
      a += Math.abs(values[i]);
    }
    return a + b + (c + d);
  }

  /** Of the second start, before it is doubled: a blank cannot be doubled. */
  private double noise() {
    return settings.noise() > 0 ? settings.noise() : Math.abs(canvas.white(0) - canvas.black(0)) * LEAST_NOISE;
  }

  private void byPicture(Tensor gradient) {
    if (resampling == null) {
      canvas.fromModel(gradient, byPicture);
    } else {
      canvas.fromModel(gradient, seen);
      Arrays.fill(byPicture, 0);
      int plane = canvas.height() * canvas.width();
      IntStream.range(0, canvas.channels()).parallel()
          .forEach(c -> resampling.back(seen, c * plane, byPicture, c * plane));
    }
  }

  private void climb() {
    if (!penalties.none()) {
      penalties.takeOff(picture, canvas.height(), canvas.width(), byPicture);
    }
    parameters.pullBack(byPicture, byValues);
    rule.step(parameters.values(), byValues);
    if (!clean.none()) {
      // Only pixels are cleaned, and the derivative by them is the one by the picture.
      clean.apply(steps, parameters.values(), byValues, canvas.height(), canvas.width(), greys(canvas));
    }
  }

  private void clipped() {
    if (settings.range() == Range.CLIP) {
      canvas.clip(parameters.values());
    }
  }

  /** What is climbed with; whoever changes it calls {@link #refresh}. */
  double[] values() {
    return parameters.values();
  }

  /** Makes the picture again. */
  void refresh() {
    clipped();
    parameters.picture(picture);
  }

  /** The picture as it is, of working units; not to be changed. */
  double[] picture() {
    return picture;
  }

  /** Whether {@link #look} shows the picture as it is, and that on valid pixels. */
  boolean plain() {
    return resampling == null && canvas.valid(picture);
  }

  /** The picture on valid pixels. */
  double[] valid() {
    double[] out = picture.clone();
    canvas.clip(out);
    return out;
  }

  /** Takes down that its objective had a gradient. */
  void answered() {
    alive = true;
  }

  /** Whether its objective ever had a gradient. */
  boolean alive() {
    return alive;
  }

  /** Takes down that the next step is by the derivative before the rectifier. */
  void redirected() {
    redirected++;
  }

  /** How many steps were. */
  int redirectedSteps() {
    return redirected;
  }

  /** How many starts were tried. */
  int starts() {
    return starts;
  }
}
