/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.proposal;

import java.util.List;
import java.util.stream.IntStream;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ElementType;
import org.loupe.modality.tabular.internal.ColumnCard;

/**
 * Deals the columns of a table out to the inputs of a model that take blocks of them, as one of numbers and one of
 * words: those of numbers get the table's columns of numbers in its order, those of words the others.
 */
final class BlockMatch {
  private BlockMatch() {
  }

  /**
   * The columns of an input.
   *
   * @return empty if it is the only input, or the model's inputs take fewer or more columns of its kind than there are
   */
  static List<ColumnCard> of(ValueSpec input, ModelDescription model, TableSurvey survey) {
    if (model.inputs().size() < 2) {
      return List.of();
    }
    boolean texts = texts(input);
    List<Integer> fitting = IntStream.range(0, survey.columns().size())
        .filter(c -> texts != survey.columns().get(c).words().isEmpty()).boxed().toList();
    long before = 0;
    long all = 0;
    for (ValueSpec other : model.inputs()) {
      if (texts(other) == texts) {
        before = other.name().equals(input.name()) ? all : before;
        all += width(other);
      }
    }
    return all != fitting.size() ? List.of() : fitting.subList((int) before, (int) (before + width(input))).stream()
        .map(c -> ColumnCard.of(survey.reference(c))).toList();
  }

  private static boolean texts(ValueSpec input) {
    return input.type().filter(t -> t == ElementType.STRING).isPresent();
  }

  /** Columns of an input; more than any table has where they are not known, so that nothing is guessed. */
  private static long width(ValueSpec input) {
    return input.dims().filter(d -> d.size() == 2).map(d -> d.get(1)).filter(Dimension::known)
        .map(d -> Math.min(d.size(), Integer.MAX_VALUE)).orElse((long) Integer.MAX_VALUE);
  }
}
