/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;
import org.loupe.core.Loupe;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Five hundred pictures for a model of NCHW input: those of the sample, and made ones of four kinds in turn: noise of
 * all levels, noise of black and white alone, gratings of two colours, and cuttings of the sample's pictures, enlarged.
 */
final class SamplePictures {
  private static final int COUNT = 500;
  private final Random random = new Random(17);
  private final List<Tensor> natural = new ArrayList<>();
  private final double low;
  private final double high;

  /** @param low number of black, for every channel @param high of white */
  SamplePictures(Loupe loupe, ModelDescription model, InputCard card, List<Path> files, double low, double high)
      throws LoupeException {
    this.low = low;
    this.high = high;
    for (Path file : files) {
      natural.add(loupe.inputs().read(model, card, Map.of("", file), Progress.NONE).first().tensor());
    }
  }

  List<Tensor> all() {
    List<Tensor> out = new ArrayList<>(natural);
    for (int i = 0; out.size() < COUNT; i++) {
      out.add(ArrayTensor.convert(natural.get(0).type(), natural.get(0).shape(), made(i % 4)));
    }
    return out;
  }

  private double[] made(int kind) {
    Shape shape = natural.get(0).shape();
    int rows = shape.intDim(2);
    int columns = shape.intDim(3);
    double[] out = new double[(int) shape.size()];
    double[][] ends = {light(), light()};
    double across = random.nextGaussian();
    double down = random.nextGaussian();
    double phase = random.nextDouble() * 7;
    double[] from = natural.get(random.nextInt(natural.size())).toDoubles();
    int zoom = 1 + random.nextInt(3);
    int left = random.nextInt(columns - Math.ceilDiv(columns, zoom) + 1);
    int top = random.nextInt(rows - Math.ceilDiv(rows, zoom) + 1);
    for (int i = 0; i < out.length; i++) {
      int x = i % columns;
      int y = i / columns % rows;
      int c = i / columns / rows;
      out[i] = switch (kind) {
        case 0 -> low + (high - low) * random.nextDouble();
        case 1 -> random.nextBoolean() ? low : high;
        case 2 -> ends[Math.sin(across * x + down * y + phase) > 0 ? 0 : 1][c];
        default -> from[(c * rows + top + y / zoom) * columns + left + x / zoom];
      };
    }
    return out;
  }

  private double[] light() {
    return random.doubles(3, low, high).toArray();
  }
}
