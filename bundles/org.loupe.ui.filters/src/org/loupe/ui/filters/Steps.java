/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.subject.Picture;

/**
 * A climb, step by step.
 *
 * @param objective what it is for
 * @param scores at each step
 * @param frames how it looked at some of the steps, by rising step; the last one is how it looks now
 */
public record Steps(String objective, List<Double> scores, List<GeneratedInput.Frame> frames) {
  private static final int MOST = 200;

  /** A result, with the pictures seen while it was made in place of those that it lacks. */
  static Steps of(GeneratedInput made, Steps before) {
    int last = Math.max(0, made.scores().size() - 1);
    List<GeneratedInput.Frame> frames = new ArrayList<>();
    List<GeneratedInput.Frame> own = made.frames().size() > 1 || before == null ? made.frames() : before.frames;
    own.stream().filter(f -> f.step() < last).forEach(frames::add);
    frames.add(new GeneratedInput.Frame(last, made.picture()));
    while (frames.size() > MOST) {
      thin(frames);
    }
    return new Steps(made.objective(), made.scores(), List.copyOf(frames));
  }

  /** Every other picture goes, but not the first and the last. */
  private static void thin(List<GeneratedInput.Frame> frames) {
    for (int i = frames.size() - 2; i > 0; i -= 2) {
      frames.remove(i);
    }
  }

  public Picture picture(int frame) {
    return frames.get(frame).picture();
  }

  public int step(int frame) {
    return frames.get(frame).step();
  }

  /** How many steps there were. */
  public int last() {
    return Math.max(0, scores.size() - 1);
  }

  /** NaN where it was not measured. */
  public double score(int frame) {
    int step = step(frame);
    return step < scores.size() ? scores.get(step) : Double.NaN;
  }
}
