/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Repeats an input along its batch axis. */
final class BatchOfCopies {
  private BatchOfCopies() {
  }

  /**
   * The inputs with every batch axis, that is an open outermost axis of extent 1, repeated.
   *
   * @throws LoupeException NOT_APPLICABLE if no input has one, USAGE if the batch is too large for memory
   */
  static Map<String, Tensor> of(Map<String, Tensor> inputs, ModelDescription model, int batch) throws LoupeException {
    if (batch == 1) {
      return inputs;
    }
    Map<String, Tensor> out = new LinkedHashMap<>();
    boolean any = false;
    for (Map.Entry<String, Tensor> e : inputs.entrySet()) {
      boolean open = model.input(e.getKey()).flatMap(v -> v.dims()).filter(d -> !d.isEmpty()).map(d -> d.get(0))
          .filter(d -> !d.known()).isPresent();
      boolean repeated = open && e.getValue().shape().dim(0) == 1 && !(e.getValue() instanceof TextTensor);
      any |= repeated;
      out.put(e.getKey(), repeated ? repeat(e.getValue(), batch) : e.getValue());
    }
    if (!any) {
      throw LoupeException.notApplicable("no input of " + model.name()
          + " has an open batch axis, so it cannot be fed more than one at a time; leave --batch out");
    }
    return out;
  }

  private static Tensor repeat(Tensor one, int batch) throws LoupeException {
    Shape shape = one.shape().with(0, batch);
    if (shape.size() > Integer.MAX_VALUE / one.type().bytes()) {
      throw LoupeException.usage("a batch of " + batch + " is too large: " + one.type() + " " + shape);
    }
    ArrayTensor source = one instanceof FileTensor f ? f.load() : (ArrayTensor) one;
    ByteBuffer data = ArrayTensor.allocate(one.type(), shape);
    for (int i = 0; i < batch; i++) {
      data.put(source.data());
    }
    return ArrayTensor.wrap(one.type(), shape, data.flip());
  }
}
