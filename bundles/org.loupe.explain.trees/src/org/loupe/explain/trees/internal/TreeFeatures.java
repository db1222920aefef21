/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/**
 * The features that a person knows, and which of them each column of the trees comes from. Columns that a pipeline
 * computed from one element of an input belong to it, and elements of one group are one feature. The value of a feature
 * is the sum of the values of its columns: each column is a player of its own, so that this is exact where columns are
 * computed one from one, and for others differs from a game in which the feature is the player.
 */
final class TreeFeatures {
  private final List<Element> elements = new ArrayList<>();
  private final List<TableColumn> features = new ArrayList<>();
  private final int[] featureOf;

  /**
   * An element of the rows of an input.
   *
   * @param feature that it is part of
   * @param code what it stands for in a feature of categories; -1 for a number
   * @param words of a text's codes
   */
  private record Element(DecodedInput input, int index, int width, int feature, int code, List<String> words) {
  }

  /** @throws LoupeException BAD_INPUT if a column comes from an input that is not there */
  TreeFeatures(TreeEnsemble ensemble, Subject.Single subject, int rows) throws LoupeException {
    Map<String, List<TreeColumn>> byInput = new LinkedHashMap<>();
    subject.inputs().keySet().forEach(name -> byInput.put(name, new ArrayList<>()));
    for (TreeColumn column : ensemble.columns()) {
      List<TreeColumn> of = byInput.get(column.input());
      if (of == null) {
        throw LoupeException.badInput("column " + column.name() + " of the trees comes from input " + column.input()
            + ", and " + subject.name() + " has " + subject.inputs().keySet());
      }
      of.add(column);
    }
    Map<String, Integer> groups = new HashMap<>();
    Map<String, Integer> first = new HashMap<>();
    for (var entry : byInput.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        first.put(entry.getKey(), elements.size());
        addInput(subject.inputs().get(entry.getKey()), entry.getValue(), rows, groups, byInput.size() > 1);
      }
    }
    featureOf = new int[ensemble.columns().size()];
    for (int c = 0; c < featureOf.length; c++) {
      TreeColumn column = ensemble.columns().get(c);
      int element = first.get(column.input()) + column.element();
      if (column.element() < 0 || element >= elements.size()
          || !elements.get(element).input().name().equals(column.input())) {
        throw LoupeException.badInput("column " + column.name() + " of the trees comes from element "
            + column.element() + " of input " + column.input() + ", which has fewer in a row");
      }
      featureOf[c] = elements.get(element).feature();
    }
  }

  private void addInput(DecodedInput input, List<TreeColumn> columns, int rows, Map<String, Integer> groups,
      boolean several) {
    int width = (int) (input.tensor().size() / rows);
    String[] names = new String[width];
    List<List<String>> categories = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      names[i] = width == 1 && several ? input.name() : "f" + i;
      categories.add(new ArrayList<>());
    }
    for (TreeColumn column : columns) {
      if (column.element() >= 0 && column.element() < width) {
        if (column.category().isEmpty() && width > 1) {
          names[column.element()] = column.name();
        }
        categories.get(column.element())
            .addAll(column.category().isEmpty() ? column.words() : List.of(column.category()));
      }
    }
    for (int i = 0; i < width; i++) {
      TableColumn known = known(input, i, width);
      TableColumn shown = known != null ? known
          : new TableColumn(names[i], "", categories.get(i), "", 1, 0);
      int code = shown.group().isEmpty() || shown.category().isEmpty() ? -1
          : groupCode(shown, groups);
      int feature = shown.group().isEmpty() ? features.size() : groups.getOrDefault(shown.group(), features.size());
      if (feature == features.size()) {
        groups.put(shown.group(), feature);
        features.add(shown.group().isEmpty() ? shown
            : new TableColumn(shown.group(), "", code < 0 ? List.of() : List.of(shown.category()), "", 1, 0));
      }
      elements.add(new Element(input, i, width, feature, code,
          shown.words().isEmpty() ? categories.get(i) : shown.words()));
    }
  }

  /** The code of a category in its feature, whose words grow by it. */
  private int groupCode(TableColumn column, Map<String, Integer> groups) {
    Integer feature = groups.get(column.group());
    if (feature == null) {
      return 0;
    }
    TableColumn of = features.get(feature);
    List<String> words = new ArrayList<>(of.words());
    words.add(column.category());
    features.set(feature, new TableColumn(of.name(), "", words, "", 1, 0));
    return words.size() - 1;
  }

  private static TableColumn known(DecodedInput input, int element, int width) {
    if (input.table().isPresent() && input.table().get().columns().size() == width) {
      return input.table().get().columns().get(element);
    }
    return input.features().size() == width ? TableColumn.plain(input.features().get(element)) : null;
  }

  List<TableColumn> features() {
    return features;
  }

  int count() {
    return features.size();
  }

  /** The feature that a column of the ensemble comes from. */
  int of(int column) {
    return featureOf[column];
  }

  /** Whether a column is the only one of its feature. */
  boolean standsAlone(int column) {
    for (int other = 0; other < featureOf.length; other++) {
      if (other != column && featureOf[other] == featureOf[column]) {
        return false;
      }
    }
    return true;
  }

  /** Values of the features of some rows, [row][feature] in one array; NaN where there is no number. */
  double[] values(int from, int rows) {
    double[] out = new double[Math.multiplyExact(rows, count())];
    Arrays.fill(out, Double.NaN);
    DecodedInput read = null;
    double[] numbers = {};
    for (Element element : elements) {
      Tensor tensor = element.input().tensor();
      if (tensor instanceof TextTensor text) {
        for (int row = 0; row < rows; row++) {
          int code = element.words().indexOf(text.values().get((from + row) * element.width() + element.index()));
          out[row * count() + element.feature()] = code < 0 ? Double.NaN : code;
        }
        continue;
      }
      if (read != element.input()) {
        read = element.input();
        numbers = new double[Math.multiplyExact(rows, element.width())];
        tensor.copyTo((long) from * element.width(), numbers);
      }
      boolean grouped = element.code() < 0 && isGroup(element);
      for (int row = 0; row < rows; row++) {
        double number = numbers[row * element.width() + element.index()];
        if (element.code() >= 0) {
          if (number > 0.5) {
            out[row * count() + element.feature()] = element.code();
          }
        } else if (!grouped) {
          out[row * count() + element.feature()] = number;
        }
      }
    }
    return out;
  }

  /** Whether other elements belong to the same feature. */
  private boolean isGroup(Element element) {
    return known(element.input(), element.index(), element.width()) instanceof TableColumn c && !c.group().isEmpty();
  }
}
