/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableRows;
import org.loupe.math.tensor.Tensor;

/**
 * What the trees ask of rows: the elements of the model's input, or of the layer that a pipeline computes from it.
 *
 * @param values of the columns, in rows
 * @param count of rows
 */
record TreeRows(Tensor values, int count, TreeEnsemble ensemble) {
  /**
   * Reads rows.
   *
   * @throws LoupeException BAD_INPUT if there is no row, or rows are not as wide as the trees ask
   */
  static TreeRows of(Subject.Single subject, TreeEnsemble ensemble, ExplainContext context) throws LoupeException {
    DecodedInput input = subject.inputs().get(ensemble.value());
    Tensor values = input != null ? input.tensor()
        : context.forward(new ForwardRequest(subject.tensors(), List.of(ensemble.value()))).value(ensemble.value());
    int width = ensemble.columns().size();
    if (values.size() == 0) {
      throw LoupeException.badInput(subject.name() + " has no rows; give a table with at least one");
    }
    int axes = values.shape().rank();
    if (axes == 0 || values.shape().dim(axes - 1) != width || values.size() / width > Integer.MAX_VALUE - 8) {
      throw LoupeException.badInput(subject.name() + ": the trees ask " + width + " columns, and " + ensemble.value()
          + " has the shape " + values.shape());
    }
    return new TreeRows(values, (int) (values.size() / width), ensemble);
  }

  /** Columns of some rows, one row after another, rounded as the trees compare. */
  double[] table(int from, int rows) {
    int width = ensemble.columns().size();
    double[] out = new double[Math.multiplyExact(rows, width)];
    values.copyTo((long) from * width, out);
    if (ensemble.singlePrecision()) {
      for (int i = 0; i < out.length; i++) {
        out[i] = (float) out[i];
      }
    }
    return out;
  }

  /** Names of the rows, by their numbers from 1 where the input has none. */
  List<String> names(Subject.Single subject) {
    return subject.inputs().values().stream().flatMap(i -> i.table().stream()).map(TableRows::rows)
        .filter(names -> names.size() == count).findFirst()
        .orElseGet(() -> IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
  }

  /** What is known to be right for each row; empty if nothing is. */
  List<Double> labels(Subject.Single subject) {
    return subject.inputs().values().stream().flatMap(i -> i.table().stream()).map(TableRows::labels)
        .filter(labels -> labels.size() == count).findFirst().orElse(List.of());
  }
}
