/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import org.loupe.graph.ValueInfo;

/**
 * A session, and under which names it takes cotangents and gives gradients.
 *
 * @param cotangents inputs by source; empty for a forward pass
 * @param gradients names of outputs by sink; empty for a forward pass
 */
public record Prepared(OrtSession session, Map<String, ValueInfo> cotangents, Map<String, String> gradients) {
  public Prepared {
    cotangents = Map.copyOf(cotangents);
    gradients = Map.copyOf(gradients);
  }

  /** For a forward pass. */
  public static Prepared forward(OrtSession session) {
    return new Prepared(session, Map.of(), Map.of());
  }

  void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
