/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Gradients of one architecture as PyTorch computes them in double precision, written by
 * {@code tests/golden/gradient_goldens.py}, which explains the numbers.
 *
 * @param classes number of logits
 * @param models a file for each exporter
 * @param gradients of the target's logit, by what they are taken by
 */
record GradientGolden(String architecture, int classes, Map<String, Exported> models,
    Map<String, Reference> gradients) {
  private static final String INPUT = "input";

  /** @param names of values in the file, by keys of {@link #gradients} */
  record Exported(String file, int opset, Map<String, String> names) {
  }

  /**
   * A tensor for each item of the batch.
   *
   * @param floor largest error of PyTorch's single precision over the largest element
   * @param spread norm of that error over the norm
   * @param largest greatest magnitude, by item
   * @param norms Euclidean norm, by item
   * @param values samples at equal distances, by item
   */
  record Reference(List<Integer> shape, double floor, double spread, double[] largest, double[] norms,
      double[][] values) {
    /** What an item's tensor is off by. */
    GradientError compare(int item, double[] found) {
      double worst = 0;
      double[] samples = values[item];
      for (int k = 0; k < samples.length; k++) {
        int at = samples.length == found.length ? k : (int) ((found.length - 1L) * k / (samples.length - 1));
        // NaN must not pass.
        worst = Double.isFinite(found[at]) ? Math.max(worst, Math.abs(found[at] - samples[k])) : Double.NaN;
      }
      double square = 0;
      for (double v : found) {
        square += v * v;
      }
      return new GradientError(worst / largest[item], floor, Math.abs(Math.sqrt(square) - norms[item]) / norms[item],
          spread);
    }

    int elements() {
      return shape.stream().mapToInt(i -> i).reduce(1, Math::multiplyExact);
    }
  }

  /** All goldens of a folder. */
  static List<GradientGolden> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().map(GradientGolden::read).toList();
    }
  }

  private static GradientGolden read(Path file) {
    try (Reader in = Files.newBufferedReader(file)) {
      return new Gson().fromJson(in, GradientGolden.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of items that there are references for. */
  int items() {
    return gradients.get(INPUT).values().length;
  }

  /** The input of some of the items: element i of the whole batch is sin(i*i). */
  Tensor input(int from, int items) {
    Reference input = gradients.get(INPUT);
    int n = input.elements();
    float[] x = new float[items * n];
    for (int i = 0; i < x.length; i++) {
      double at = (double) from * n + i;
      x[i] = (float) Math.sin(at * at);
    }
    return ArrayTensor.of(batch(items, input), x);
  }

  /** The logit of class b for item b. */
  Tensor cotangent(int from, int items) {
    float[] one = new float[items * classes];
    for (int b = 0; b < items; b++) {
      one[b * classes + from + b] = 1;
    }
    return ArrayTensor.of(Shape.of(items, classes), one);
  }

  static Shape batch(int items, Reference item) {
    return Shape.of(Stream.concat(Stream.of(items), item.shape().stream()).mapToLong(Integer::longValue).toArray());
  }
}
