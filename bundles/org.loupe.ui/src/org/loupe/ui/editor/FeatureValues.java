/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.subject.TableOrigin;
import org.loupe.api.subject.TableRows;
import org.loupe.math.tensor.TextTensor;

/**
 * The first row of what is fed, feature by feature.
 *
 * @param row name of the row; empty if the inputs are no rows of a table
 * @param lines a feature each, of all inputs that have names for theirs
 * @param unused columns of the table that feed no input
 */
record FeatureValues(String row, List<Line> lines, List<String> unused) {
  private static final int DIGITS = 7;
  private static final double LEAST_PLAIN = 1e-4;
  private static final double MOST_PLAIN = 1e12;

  /**
   * @param feature what a reader calls it
   * @param value as the table has it, or else before it was scaled; empty if it is missing
   * @param fed what the model gets
   * @param source what the table calls it; empty if that is not known
   * @param group what it is folded into; empty for none
   */
  record Line(String feature, String value, String fed, String source, String group) {
  }

  /** Empty if no input has names for its elements. */
  static Optional<FeatureValues> of(Subject.Single subject) {
    List<Line> lines = new ArrayList<>();
    Set<String> unused = new LinkedHashSet<>();
    String row = "";
    for (String name : subject.explained()) {
      DecodedInput input = subject.inputs().get(name);
      List<TableColumn> columns = columns(input);
      Optional<TableOrigin> origin = input.table().flatMap(TableRows::origin);
      for (int i = 0; i < columns.size(); i++) {
        lines.add(line(columns.get(i), input, i, origin));
      }
      origin.ifPresent(o -> unused.addAll(o.unused()));
      row = input.table().map(TableRows::rows).filter(r -> !r.isEmpty()).map(r -> r.get(0)).orElse(row);
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(new FeatureValues(row, lines, List.copyOf(unused)));
  }

  /** Whether the table's names, or its values, are known beside what the model gets. */
  boolean hasValues() {
    return !row.isEmpty();
  }

  private static List<TableColumn> columns(DecodedInput input) {
    if (input.table().isPresent()) {
      List<TableColumn> columns = input.table().get().columns();
      return input.tensor().size() >= columns.size() ? columns : List.of();
    }
    // names of channels, or of what each step of a sequence holds, are no features of their own
    return input.axes().isEmpty() && input.tensor().size() == input.features().size()
        ? input.features().stream().map(TableColumn::plain).toList() : List.of();
  }

  /** As many digits as single precision has. */
  static String digits(double number) {
    double size = Math.abs(number);
    if (Double.isNaN(size) || Double.isInfinite(size) || size == 0) {
      return size == 0 ? "0" : Double.toString(number);
    }
    BigDecimal rounded = new BigDecimal(number, new MathContext(DIGITS)).stripTrailingZeros();
    return size >= LEAST_PLAIN && size < MOST_PLAIN ? rounded.toPlainString() : rounded.toString();
  }

  private static Line line(TableColumn column, DecodedInput input, int at, Optional<TableOrigin> origin) {
    if (input.tensor() instanceof TextTensor texts) {
      String text = texts.values().get(at);
      return new Line(column.name(), origin.map(o -> o.values().get(at)).orElse(text), '"' + text + '"',
          origin.map(o -> o.columns().get(at)).orElse(""), column.group());
    }
    double number = input.tensor().get(at);
    String value = origin.map(o -> o.values().get(at)).orElse(Double.isNaN(number) ? "" : column.text(number));
    return new Line(column.name(), value, digits(number),
        origin.map(o -> o.columns().get(at)).orElse(""), column.group());
  }
}
