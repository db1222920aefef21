/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.subject.Subject;
import org.loupe.core.Loupe;
import org.loupe.core.model.ModelLease;
import org.loupe.graph.OnnxModel;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.testkit.TinyModels;

/** Tiny models, opened, and inputs for them. */
final class Subjects {
  private Subjects() {
  }

  static List<OnnxModel> models() {
    return List.of(TinyModels.denseRelu(), TinyModels.convSoftmax(), TinyModels.leftHalfRedness(),
        TinyModels.oneConv(), TinyModels.pooled("Gemm"));
  }

  static ModelLease open(Loupe loupe, OnnxModel model, Path folder) throws IOException, LoupeException {
    return loupe.models().open(TinyModels.write(model, folder), LoadOptions.DEFAULT, Progress.NONE);
  }

  /** An input of numbers from 0 to 30, one for each element, from a fixed seed. */
  static Subject.Single random(Loupe loupe, ModelDescription model) throws LoupeException {
    var input = model.inputs().get(0);
    long[] dims = input.dims().orElseThrow().stream().mapToLong(d -> d.known() ? d.size() : 1).toArray();
    float[] values = new float[(int) Shape.of(dims).size()];
    Random random = new Random(7);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 30;
    }
    return of(loupe, model, ArrayTensor.of(Shape.of(dims), values));
  }

  /** A tensor for the model's only input. */
  static Subject.Single of(Loupe loupe, ModelDescription model, Tensor tensor) throws LoupeException {
    Map<String, Tensor> tensors = Map.of(model.inputs().get(0).name(), tensor);
    return loupe.inputs().readTensors(model, loupe.cards().propose(model), tensors, Progress.NONE);
  }
}
