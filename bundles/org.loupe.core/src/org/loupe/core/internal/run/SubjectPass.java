/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.core.run.ForwardFunction;
import org.loupe.math.tensor.Tensor;

/** Forward passes of the subject itself: what was asked for once is not run again. */
final class SubjectPass implements ForwardFunction {
  private final Engine engine;
  private final Map<String, Tensor> inputs;
  private final Map<List<String>, ForwardResult> done = new HashMap<>();

  SubjectPass(Engine engine, Map<String, Tensor> inputs) {
    this.engine = engine;
    this.inputs = inputs;
  }

  @Override
  public synchronized ForwardResult forward(List<String> values) throws LoupeException {
    ForwardResult result = done.get(values);
    if (result == null) {
      result = engine.forward(new ForwardRequest(inputs, values));
      done.put(List.copyOf(values), result);
    }
    return result;
  }

  /** One value. */
  Tensor value(String name) throws LoupeException {
    return forward(List.of(name)).value(name);
  }
}
