/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Attributions of the same features for one row or many: the score of a row is its base value plus the sum of its
 * attributions.
 *
 * @param score what is explained, with its unit, as {@code margin of class 2 (log-odds)}
 * @param features in the order of the columns below; scale and offset lead from a person's numbers to those in
 *     {@code inputs}
 * @param rows names of the rows
 * @param values attributions, double precision [rows, features], in units of the score
 * @param inputs values of the features [rows, features]; NaN where there is none, as for a group
 * @param base value that the attributions start from, double precision [rows]
 * @param scores score of each row, double precision [rows]
 * @param interactions double precision [rows, features, features], symmetric, main effects on the diagonal, each row of
 *     it adding up to the feature's attribution; empty if they were not asked for
 * @param figures see {@link Result#figures}
 */
public record AttributionTable(String score, List<TableColumn> features, List<String> rows, Tensor values,
    Tensor inputs, Tensor base, Tensor scores, Optional<Tensor> interactions, Map<String, Double> figures)
    implements Result {
  public AttributionTable {
    features = List.copyOf(features);
    rows = List.copyOf(rows);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    long[] table = {rows.size(), features.size()};
    extents("values", values, table);
    extents("inputs", inputs, table);
    extents("base", base, rows.size());
    extents("scores", scores, rows.size());
    interactions.ifPresent(t -> extents("interactions", t, table[0], table[1], table[1]));
  }

  private static void extents(String what, Tensor tensor, long... wanted) {
    if (!tensor.shape().equals(Shape.of(wanted))) {
      throw new IllegalArgumentException(what + " of shape " + tensor.shape() + " for " + Shape.of(wanted));
    }
  }
}
