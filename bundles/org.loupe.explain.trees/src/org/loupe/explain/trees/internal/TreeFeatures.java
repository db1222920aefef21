/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
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
 * computed one from one, and for others differs from a game in which the feature is the player. Behind a layer that
 * mixes elements, as a normaliser, the features are those that the layer gives.
 */
final class TreeFeatures {
  private final List<Element> elements = new ArrayList<>();
  private final List<Computed> computed = new ArrayList<>();
  private final Set<String> layers = new LinkedHashSet<>();
  private final List<TableColumn> features = new ArrayList<>();
  /** Features that are groups of a single column. */
  private final BitSet lone = new BitSet();
  private final int[] featureOf;

  /**
   * An element of the rows of an input.
   *
   * @param feature that it is part of
   * @param code what it stands for in a feature of categories; -1 for a number
   * @param words that the texts of the input are shown as codes of
   */
  private record Element(DecodedInput input, int index, int width, int feature, int code, List<String> words) {
  }

  /**
   * A column of the trees that comes from a layer.
   *
   * @param code what it stands for in a feature of categories; -1 for a number
   */
  private record Computed(int column, int feature, int code) {
  }

  /** @throws LoupeException BAD_INPUT if a column comes from an input that is not there */
  TreeFeatures(TreeEnsemble ensemble, Subject.Single subject, int rows, ModelDescription model)
      throws LoupeException {
    Map<String, List<TreeColumn>> byInput = new LinkedHashMap<>();
    subject.inputs().keySet().forEach(name -> byInput.put(name, new ArrayList<>()));
    for (TreeColumn column : ensemble.columns()) {
      List<TreeColumn> of = byInput.get(column.input());
      if (of == null && model.input(column.input()).isEmpty()) {
        layers.add(column.input());
        continue;
      }
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
    nameLoneColumns();
    featureOf = new int[ensemble.columns().size()];
    for (int c = 0; c < featureOf.length; c++) {
      TreeColumn column = ensemble.columns().get(c);
      if (layers.contains(column.input())) {
        featureOf[c] = addComputed(c, column, groups);
        continue;
      }
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
    List<List<String>> words = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      names[i] = !several ? "f" + i : width == 1 ? input.name() : input.name() + "[" + i + "]";
      words.add(new ArrayList<>());
    }
    for (TreeColumn column : columns) {
      if (column.element() >= 0 && column.element() < width && !column.isComputed()) {
        if (column.category().isEmpty() && width > 1) {
          names[column.element()] = column.name();
        }
        // A number that is a category is shown as what it is.
        words.get(column.element()).addAll(column.category().isEmpty() ? column.words()
            : input.tensor() instanceof TextTensor ? List.of(column.category()) : List.of());
      }
    }
    if (input.tensor() instanceof TextTensor text) {
      addSeen(text.values(), words);
    }
    for (int i = 0; i < width; i++) {
      TableColumn known = known(input, i, width);
      TableColumn shown = known == null ? new TableColumn(names[i], "", words.get(i), "", 1, 0)
          : known.words().isEmpty() && input.tensor() instanceof TextTensor
              ? new TableColumn(known.name(), known.unit(), words.get(i), known.group(), known.category(), 1, 0)
              : known;
      int code = shown.group().isEmpty() || shown.category().isEmpty() ? -1
          : groupCode(shown, groups);
      int feature = shown.group().isEmpty() ? features.size() : groups.getOrDefault(shown.group(), features.size());
      if (feature == features.size()) {
        groups.put(shown.group(), feature);
        features.add(shown.group().isEmpty() ? shown
            : new TableColumn(shown.group(), "", code < 0 ? List.of() : List.of(shown.category()), "", 1, 0));
      }
      elements.add(new Element(input, i, width, feature, code, shown.words().isEmpty() ? words.get(i) : shown.words()));
    }
  }

  /** Words that the model's columns do not name: those that an encoder drops or ignores. An empty text is none. */
  private static void addSeen(List<String> texts, List<List<String>> words) {
    int width = words.size();
    List<Set<String>> known = words.stream().<Set<String>>map(HashSet::new).toList();
    for (int at = 0; at < texts.size(); at++) {
      if (!texts.get(at).isEmpty() && known.get(at % width).add(texts.get(at))) {
        words.get(at % width).add(texts.get(at));
      }
    }
  }

  /** A group of one column is that column under the group's name; of one category, that column of zeros and ones. */
  private void nameLoneColumns() {
    int[] parts = new int[features.size()];
    elements.forEach(e -> parts[e.feature()]++);
    for (int e = 0; e < elements.size(); e++) {
      Element element = elements.get(e);
      if (isGroup(element) && parts[element.feature()] == 1) {
        TableColumn column = known(element.input(), element.index(), element.width());
        boolean category = !column.category().isEmpty();
        features.set(element.feature(), new TableColumn(category ? column.name() : column.group(), column.unit(),
            category ? List.of() : element.words(), "", column.scale(), column.offset()));
        elements.set(e, new Element(element.input(), element.index(), element.width(), element.feature(), -1,
            element.words()));
        lone.set(element.feature());
      }
    }
  }

  /** Adds a column of a layer: a feature of its own, or a category of its element. @return the feature */
  private int addComputed(int at, TreeColumn column, Map<String, Integer> groups) {
    if (column.category().isEmpty()) {
      computed.add(new Computed(at, features.size(), -1));
      boolean undone = Double.isFinite(column.offset()) && Double.isFinite(column.scale()) && column.scale() != 0;
      features.add(new TableColumn(column.name(), "", column.words(), "", undone ? column.scale() : 1,
          undone ? column.offset() : 0));
      return features.size() - 1;
    }
    String element = column.name().endsWith("=" + column.category())
        ? column.name().substring(0, column.name().length() - column.category().length() - 1) : column.name();
    // A sign that no name in a card has keeps these groups apart from a person's.
    String group = "\0" + column.input() + "\0" + column.element();
    int code = groupCode(new TableColumn(element, "", List.of(), group, column.category(), 1, 0), groups);
    int feature = groups.computeIfAbsent(group, g -> features.size());
    if (feature == features.size()) {
      features.add(new TableColumn(element, "", List.of(column.category()), "", 1, 0));
    }
    computed.add(new Computed(at, feature, code));
    return feature;
  }

  /** What to say of features that are no elements of an input. */
  Optional<String> note() {
    return layers.isEmpty() ? Optional.empty() : Optional.of("features are those behind "
        + (layers.size() == 1 ? "the layer " : "the layers ") + String.join(", ", layers)
        + ", where the pipeline makes columns of several elements of the input at once");
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

  /**
   * How a person reads the numbers of a column: what a pipeline scaled is told as it was before.
   *
   * @param at index of the column
   */
  TableColumn shown(int at, TreeColumn column) {
    TableColumn known = features.get(featureOf[at]);
    if (!column.category().isEmpty() && !column.isComputed() && known.group().isEmpty()) {
      return TableColumn.plain(known.name() + "=" + column.category());
    }
    if (column.isComputed() || !column.category().isEmpty() || !known.group().isEmpty() || !standsAlone(at)) {
      return new TableColumn(column.name(), "", column.words(), "", 1, 0);
    }
    return column.isPlain() || layers.contains(column.input()) ? known
        : new TableColumn(known.name(), known.unit(), known.words(), "", known.scale() * column.scale(),
            known.offset() + column.offset() / known.scale());
  }

  /** Whether a column is the only one of its feature. */
  private boolean standsAlone(int column) {
    for (int other = 0; other < featureOf.length; other++) {
      if (other != column && featureOf[other] == featureOf[column]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Values of the features of some rows, [row][feature] in one array; NaN where there is no number.
   *
   * @param table the columns of the trees for these rows
   */
  double[] values(int from, int rows, double[] table) {
    double[] out = new double[Math.multiplyExact(rows, count())];
    Arrays.fill(out, Double.NaN);
    DecodedInput read = null;
    double[] numbers = {};
    for (Computed column : computed) {
      for (int row = 0; row < rows; row++) {
        put(out, row * count() + column.feature(), column.code(), table[row * featureOf.length + column.column()]);
      }
    }
    for (Element element : elements) {
      Tensor tensor = element.input().tensor();
      if (tensor instanceof TextTensor text) {
        Map<String, Integer> codes = new HashMap<>();
        for (int code = 0; code < element.words().size(); code++) {
          codes.putIfAbsent(element.words().get(code), code);
        }
        for (int row = 0; row < rows; row++) {
          Integer code = codes.get(text.values().get((from + row) * element.width() + element.index()));
          out[row * count() + element.feature()] = code == null ? Double.NaN : code;
        }
        continue;
      }
      if (read != element.input()) {
        read = element.input();
        numbers = new double[Math.multiplyExact(rows, element.width())];
        tensor.copyTo((long) from * element.width(), numbers);
      }
      if (element.code() >= 0 || lone.get(element.feature()) || !isGroup(element)) {
        for (int row = 0; row < rows; row++) {
          put(out, row * count() + element.feature(), element.code(),
              numbers[row * element.width() + element.index()]);
        }
      }
    }
    return out;
  }

  /** A number, or where it says that a category is there, the code of that. */
  private static void put(double[] out, int at, int code, double number) {
    if (code < 0) {
      out[at] = number;
    } else if (number > 0.5) {
      out[at] = code;
    }
  }

  /** Whether a person made it part of a group, which may be alone in it. */
  private boolean isGroup(Element element) {
    return known(element.input(), element.index(), element.width()) instanceof TableColumn c && !c.group().isEmpty();
  }
}
