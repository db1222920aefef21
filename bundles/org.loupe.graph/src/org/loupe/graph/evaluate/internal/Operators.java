/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.Node;
import org.loupe.graph.evaluate.internal.elementwise.Activations;
import org.loupe.graph.evaluate.internal.elementwise.Arithmetic;
import org.loupe.graph.evaluate.internal.elementwise.Functions;
import org.loupe.graph.evaluate.internal.elementwise.Logic;
import org.loupe.graph.evaluate.internal.linear.Einsum;
import org.loupe.graph.evaluate.internal.linear.Products;
import org.loupe.graph.evaluate.internal.move.Arranging;
import org.loupe.graph.evaluate.internal.move.Constants;
import org.loupe.graph.evaluate.internal.move.Gathering;
import org.loupe.graph.evaluate.internal.move.Padding;
import org.loupe.graph.evaluate.internal.move.Parts;
import org.loupe.graph.evaluate.internal.move.Scattering;
import org.loupe.graph.evaluate.internal.move.Shaping;
import org.loupe.graph.evaluate.internal.normalize.Normalizations;
import org.loupe.graph.evaluate.internal.normalize.SoftmaxFamily;
import org.loupe.graph.evaluate.internal.reduce.Ordering;
import org.loupe.graph.evaluate.internal.reduce.Reductions;
import org.loupe.graph.evaluate.internal.resample.Resampling;
import org.loupe.graph.evaluate.internal.window.Convolutions;
import org.loupe.graph.evaluate.internal.window.Pooling;

/** The operators that can be evaluated, by name. */
public final class Operators {
  private static final Map<String, Operator> STANDARD = standard();

  private Operators() {
  }

  private static Map<String, Operator> standard() {
    Map<String, Operator> table = new HashMap<>();
    Functions.addTo(table);
    Activations.addTo(table);
    Arithmetic.addTo(table);
    Logic.addTo(table);
    Products.addTo(table);
    table.put("Einsum", Operator.single(Einsum::run));
    Convolutions.addTo(table);
    Pooling.addTo(table);
    Normalizations.addTo(table);
    SoftmaxFamily.addTo(table);
    Reductions.addTo(table);
    Ordering.addTo(table);
    Constants.addTo(table);
    Shaping.addTo(table);
    Arranging.addTo(table);
    Parts.addTo(table);
    Padding.addTo(table);
    Gathering.addTo(table);
    Scattering.addTo(table);
    Resampling.addTo(table);
    return Map.copyOf(table);
  }

  /** How to compute a node, empty if its operator is not known. */
  public static Optional<Operator> find(Node node) {
    boolean standard = node.domain().isEmpty() || node.domain().equals("ai.onnx");
    return Optional.ofNullable(standard ? STANDARD.get(node.opType()) : null);
  }
}
