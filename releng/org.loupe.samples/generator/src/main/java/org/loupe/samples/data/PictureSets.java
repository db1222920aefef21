/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.samples.picture.Animal;
import org.loupe.samples.picture.Ground;
import org.loupe.samples.picture.PicturePainter;

/** Draws sets of pictures; sets of different names share no picture. */
public final class PictureSets {
  private final PicturePainter painter;

  public PictureSets(long seed) {
    painter = new PicturePainter(seed);
  }

  /** Foxes on snow and dogs on grass, so many of each. */
  public List<Example> straight(String set, int each) {
    List<Example> all = new ArrayList<>(draw(set, Animal.FOX, Ground.SNOW, each));
    all.addAll(draw(set, Animal.DOG, Ground.GRASS, each));
    return all;
  }

  /** Foxes on grass and dogs on snow, so many of each. */
  public List<Example> crossed(String set, int each) {
    List<Example> all = new ArrayList<>(draw(set, Animal.FOX, Ground.GRASS, each));
    all.addAll(draw(set, Animal.DOG, Ground.SNOW, each));
    return all;
  }

  public List<Example> draw(String set, Animal animal, Ground ground, int count) {
    return IntStream.range(0, count).parallel()
        .mapToObj(i -> Example.of(animal, ground, i, painter.paint(set, animal, ground, i))).toList();
  }
}
