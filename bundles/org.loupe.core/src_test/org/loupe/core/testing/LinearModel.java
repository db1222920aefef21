/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LogitSource;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.stats.Logits;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A linear classifier of 8 numbers into 3 classes in double precision: {@code logits = W x}, {@code prob = softmax}.
 * Its
 * layer {@code features} is the input as [N, 2, 2, 2], its output {@code boxes} is [N, 4, 2]. Can misbehave.
 */
public class LinearModel implements Model {
  public static final int FEATURES = 8;
  public static final int CLASSES = 3;
  public final List<Integer> batches = new CopyOnWriteArrayList<>();
  public final ModelDescription description;
  /** Larger batches run out of memory. */
  public int largestBatch = Integer.MAX_VALUE;
  /** An item's logits depend on the number of items. */
  public boolean dependsOnBatch;
  /** Refuses more than one item though its batch axis is open. */
  public boolean oneItemOnly;
  public volatile boolean closed;

  public LinearModel(boolean openBatch, Path... files) {
    Dimension batch = openBatch ? Dimension.open("batch") : Dimension.of(1);
    ValueSpec logits = value("logits", batch, 3);
    ValueSpec prob = value("prob", batch, 3);
    description = new ModelDescription("linear.fake", "Fake", List.of(files), List.of(value("x", batch, FEATURES)),
        List.of(new OutputInfo(prob, Optional.of(new LogitSource("logits", "Softmax"))),
            new OutputInfo(value("boxes", batch, 4, 2), Optional.empty())),
        List.of(layer("features", value("features", batch, 2, 2, 2)), layer("logits", logits), layer("prob", prob)),
        24, Set.of("layers:spatial"), Map.of(), List.of());
  }

  public static double weight(int cls, int feature) {
    return (cls + 1) * (feature - 3.5) / 8 + (cls == feature % 3 ? 1 : 0);
  }

  public static double logit(double[] x, int cls) {
    double sum = 0;
    for (int f = 0; f < FEATURES; f++) {
      sum += weight(cls, f) * x[f];
    }
    return sum;
  }

  private static ValueSpec value(String name, Dimension batch, long... inner) {
    List<Dimension> dims = new ArrayList<>(List.of(batch));
    for (long d : inner) {
      dims.add(Dimension.of(d));
    }
    return ValueSpec.tensor(name, ElementType.FLOAT64, dims.toArray(Dimension[]::new));
  }

  private static LayerInfo layer(String id, ValueSpec value) {
    return new LayerInfo(id, id + "_node", "Op", List.of("x"), value, 0, "");
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public RuntimeInfo runtime() {
    return new RuntimeInfo("Fake engine", "1.0", "cpu", 1);
  }

  @Override
  public ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    progress.check();
    Tensor x = request.inputs().get("x");
    int n = x.shape().intDim(0);
    batches.add(n);
    if (n > largestBatch) {
      throw LoupeException.failed("Failed to allocate memory for requested buffer", null);
    }
    if (oneItemOnly && n > 1) {
      throw LoupeException.badInput("Reshape says: cannot make [1, 8] of " + x.shape());
    }
    double[] logits = new double[n * CLASSES];
    double[] prob = new double[n * CLASSES];
    for (int i = 0; i < n; i++) {
      double[] item = x.item(i).toDoubles();
      double[] own = new double[CLASSES];
      for (int c = 0; c < CLASSES; c++) {
        own[c] = logit(item, c) + (dependsOnBatch ? n * 0.01 : 0);
      }
      System.arraycopy(own, 0, logits, i * CLASSES, CLASSES);
      System.arraycopy(Logits.softmax(own), 0, prob, i * CLASSES, CLASSES);
    }
    Map<String, Tensor> all = new LinkedHashMap<>();
    all.put("prob", ArrayTensor.of(Shape.of(n, CLASSES), prob));
    all.put("boxes", ArrayTensor.of(Shape.of(n, 4, 2), new double[n * 8]));
    all.put("logits", ArrayTensor.of(Shape.of(n, CLASSES), logits));
    all.put("features", x.reshape(Shape.of(n, 2, 2, 2)));
    List<String> asked = request.values().isEmpty() ? List.of("prob", "boxes") : request.values();
    Map<String, Tensor> out = new LinkedHashMap<>();
    asked.forEach(v -> out.put(v, all.get(v)));
    return new ForwardResult(out, Map.of());
  }

  @Override
  public void close() {
    closed = true;
  }
}
