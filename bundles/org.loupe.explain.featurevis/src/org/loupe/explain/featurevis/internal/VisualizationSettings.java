/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import java.util.List;
import org.loupe.api.settings.Setting;
import org.loupe.explain.featurevis.internal.canvas.Show.Look;
import org.loupe.explain.featurevis.internal.rules.StepRule.Kind;

/** Settings of {@link FeatureVisualization}; the defaults are those of the profile chollet. */
public record VisualizationSettings(
    @Setting(label = "Steps", defaultValue = "30", min = 1, max = 100000,
        doc = "How often the picture is changed.")
    int steps,
    @Setting(label = "Optimizer", defaultValue = "normalized",
        doc = "How a step follows from the gradient: normalized goes a fixed length along it, sgd in proportion to it; "
            + "adam and rmsprop weigh each number by its own past.")
    Kind optimizer,
    @Setting(label = "Learning rate", defaultValue = "10", min = 0, max = 1e9,
        doc = "Length of a step, or what the gradient is multiplied by, in working units.")
    double learningRate,
    @Setting(label = "Parameterization", defaultValue = "pixels",
        doc = "What is climbed with: the pixels, or the Fourier spectrum weighted by one over the frequency, which "
            + "moves large structures as easily as small ones.")
    Parameterization parameterization,
    @Setting(label = "Decorrelate colours", defaultValue = "false",
        doc = "Climbs with three numbers that vary independently in photographs, in the place of red, green and blue. "
            + "Has no effect on a grey picture.")
    boolean decorrelate,
    @Setting(label = "Black", defaultValue = "-1",
        doc = "Number of black in working units, in which rates, noise and penalties are. The same as white: the "
            + "model's own numbers.")
    double black,
    @Setting(label = "White", defaultValue = "1", doc = "Number of white in working units.")
    double white,
    @Setting(label = "Range", defaultValue = "free",
        doc = "What keeps pixels between black and white: nothing until the end (free), clipping after each step "
            + "(clip), or a sigmoid (sigmoid).")
    Range range,
    @Setting(label = "Noise", defaultValue = "0.125", min = 0, max = 1e9,
        doc = "Of the start: largest distance of a pixel from grey, uniform; for a spectrum the standard deviation.")
    double noise,
    @Setting(label = "Border of the map", defaultValue = "2", min = 0, max = 1000, unit = "px",
        doc = "Elements at each edge of the layer's map that do not count, for channels, directions and layers. A "
            + "small map keeps at least its middle.")
    int border,
    @Setting(label = "Padding", defaultValue = "0", min = 0, max = 1000, unit = "px",
        doc = "Grey around the picture that moves may bring into sight, however far. 0 repeats the picture's edge.")
    int pad,
    @Setting(label = "Jitter before", defaultValue = "0", min = 0, max = 1000, unit = "px",
        doc = "Largest random shift before scaling and turning.")
    int jitterBefore,
    @Setting(label = "Least scale", defaultValue = "1", min = 0.1, max = 10, doc = "Smallest random scale.")
    double scaleLeast,
    @Setting(label = "Greatest scale", defaultValue = "1", min = 0.1, max = 10, doc = "Largest random scale.")
    double scaleMost,
    @Setting(label = "Turn", defaultValue = "0", min = 0, max = 180, unit = "degrees",
        doc = "Largest random turn to either side.")
    double rotate,
    @Setting(label = "Jitter after", defaultValue = "0", min = 0, max = 1000, unit = "px",
        doc = "Largest random shift after scaling and turning.")
    int jitterAfter,
    @Setting(label = "Wrap", defaultValue = "false",
        doc = "Moves bring the other side of the picture into sight, as if it were tiled.")
    boolean wrap,
    @Setting(label = "Decay", defaultValue = "0", min = 0, max = 1,
        doc = "Share of its distance from grey that a pixel loses in each step.")
    double decay,
    @Setting(label = "Blur every", defaultValue = "0", min = 0, max = 100000, unit = "steps",
        doc = "Steps from one blur to the next; 0 for none.")
    int blurEvery,
    @Setting(label = "Blur", defaultValue = "0", min = 0, max = 100, unit = "px",
        doc = "Standard deviation of the Gaussian blur.")
    double blur,
    @Setting(label = "Small norm", defaultValue = "0", min = 0, max = 100, unit = "%",
        doc = "Share of the pixels nearest to grey that are made grey in each step.")
    double smallNorm,
    @Setting(label = "Small contribution", defaultValue = "0", min = 0, max = 100, unit = "%",
        doc = "Share of the pixels with the least value x gradient that are made grey in each step.")
    double smallContribution,
    @Setting(label = "Total variation", defaultValue = "0", min = 0, max = 1e9,
        doc = "Weight of the differences between neighbours, taken off the objective.")
    double totalVariation,
    @Setting(label = "L1", defaultValue = "0", min = 0, max = 1e9,
        doc = "Weight of the mean absolute value in working units, taken off the objective.")
    double l1,
    @Setting(label = "Starts", defaultValue = "4", min = 1, max = 100,
        doc = "How many starts are tried, each of twice the noise, where the gradient is zero everywhere. A channel "
            + "that none of them moves is called dead.")
    int starts,
    @Setting(label = "Keep", defaultValue = "last",
        doc = "Which picture is the result: the last, or the best of those that were measured.")
    Keep keep,
    @Setting(label = "Frames", defaultValue = "8", min = 0, max = 200,
        doc = "How many pictures are kept of the way, evenly spaced. The objective is measured at the start and the "
            + "end, and for those between that are at least 15 steps apart or need no pass of their own.")
    int frames,
    @Setting(label = "Look", defaultValue = "standardized",
        doc = "How pictures are shown: as they are, or with a mean of 0.5 and a standard deviation of 0.15. The values "
            + "of the result are the picture itself.")
    Look look,
    @Setting(label = "Crop", defaultValue = "0.139", min = 0, max = 0.49,
        doc = "Share of each side that is not shown, at either end.")
    double crop,
    @Setting(label = "Also", defaultValue = "", min = 0, max = 1000000,
        doc = "Further channels of the target's layer, each a picture of its own. They climb in one batch.")
    List<Integer> also) {
  /** What is climbed with. */
  public enum Parameterization {
    PIXELS, FOURIER
  }

  /** What keeps pixels valid. */
  public enum Range {
    FREE, CLIP, SIGMOID
  }

  /** Which picture is the result. */
  public enum Keep {
    LAST, BEST
  }

  public VisualizationSettings {
    also = List.copyOf(also);
    boolean pixels = parameterization == Parameterization.PIXELS && range != Range.SIGMOID && !decorrelate;
    if (!pixels && (decay > 0 || blurEvery > 0 || smallNorm > 0 || smallContribution > 0)) {
      throw new IllegalArgumentException("decay, blur-every, small-norm and small-contribution change pixels; they go "
          + "with parameterization=pixels, decorrelate=false and range=free or clip");
    }
    if (range == Range.CLIP && !pixels) {
      throw new IllegalArgumentException("range=clip goes with parameterization=pixels and decorrelate=false");
    }
    if (range == Range.SIGMOID && black == white) {
      throw new IllegalArgumentException("range=sigmoid needs a black and a white that differ");
    }
    if (scaleLeast > scaleMost) {
      throw new IllegalArgumentException("scale-least " + scaleLeast + " is above scale-most " + scaleMost);
    }
  }
}
