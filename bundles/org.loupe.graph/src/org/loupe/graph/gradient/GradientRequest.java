/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.List;

/**
 * Which gradients are wanted.
 *
 * @param sources values whose cotangent is fed (the derivative of the target by that value): logits, or any inner value
 * @param sinks values whose cotangent is wanted: inputs, inner values or weights of floating-point type
 */
public record GradientRequest(List<String> sources, List<String> sinks) {
  public GradientRequest {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
    if (sources.isEmpty() || sinks.isEmpty()) {
      throw new IllegalArgumentException("a gradient needs a source and a sink");
    }
  }

  /** The gradient of one value by others. */
  public static GradientRequest of(String source, String... sinks) {
    return new GradientRequest(List.of(source), List.of(sinks));
  }
}
