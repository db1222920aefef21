/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.loupe.samples.data.Example;
import org.loupe.samples.data.PictureSets;
import org.loupe.samples.train.Training;

/** Every number that decides what the sample is. */
public final class Recipe {
  public static final long SEED = 2026;
  /** Seed of the networks' first weights, of the order of pictures and of their variation. */
  public static final long TRAINING_SEED = 7;
  /** Pictures of each animal on each ground in the workspace; they are in no training set. */
  public static final int TOUR_EACH = 12;
  public static final String TOUR = "tour";
  public static final String HELD_OUT = "held";
  /** Side of the square and step that the tour uses for occlusion, in pixels: what occlusion takes by itself. */
  public static final int OCCLUSION_WINDOW = 18;
  public static final int OCCLUSION_STRIDE = 9;

  private static final String TRAIN = "train";
  private static final int BIASED_EACH = 400;
  private static final int BALANCED_EACH = 600;

  private Recipe() {
  }

  /** The two models. */
  public enum Kind {
    BIASED("Trained on foxes on snow and dogs on grass only: it has learnt the ground.",
        new Training.Plan(4, 32, 0.001f, 1e-4f, 0.02f)),
    BALANCED("Trained on foxes and dogs, each on snow and on grass: it has learnt the animals.",
        new Training.Plan(10, 32, 0.001f, 1e-4f, 0.02f));

    private final String description;
    private final Training.Plan plan;

    Kind(String description, Training.Plan plan) {
      this.description = description;
      this.plan = plan;
    }

    /** The name of its file without extension. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
      return description;
    }

    public Training.Plan plan() {
      return plan;
    }

    /** The pictures that it is trained on. */
    public List<Example> pictures(PictureSets sets) {
      if (this == BIASED) {
        return sets.straight(TRAIN, BIASED_EACH);
      }
      List<Example> all = new ArrayList<>(sets.straight(TRAIN, BALANCED_EACH));
      all.addAll(sets.crossed(TRAIN, BALANCED_EACH));
      return all;
    }
  }
}
