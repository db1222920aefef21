/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.result.Table;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** A result of each kind, as a method might return it. */
final class ResultKinds {
  private ResultKinds() {
  }

  /** By name of the kind; a kind that is laid out in several ways is there several times. */
  static Map<String, Result> all() {
    Map<String, Result> out = new LinkedHashMap<>();
    out.put("SaliencyMap", new SaliencyMap("x", values(1, 1, 4, 4), SpatialAxes.NCHW, Optional.of(picture()),
        Map.of("score", 1.0)));
    out.put("FeatureAttribution", new FeatureAttribution("x", values(1, 3), List.of("a", "b", "c"), List.of(),
        Map.of()));
    out.put("AttributionTable", rows(5, 3));
    out.put("maps", maps(values(1, 5, 4, 4), Kind.MAPS, 1, 2, 3));
    out.put("vector", maps(values(1, 5), Kind.VECTOR, 1, -1, -1));
    out.put("tokens", maps(values(1, 7, 5), Kind.TOKENS, 2, 1, -1));
    out.put("attention", maps(values(1, 5, 6, 6), Kind.ATTENTION, 1, 2, 3));
    out.put("other", maps(values(2, 5, 2), Kind.OTHER, 1, -1, -1));
    out.put("GeneratedInput", new GeneratedInput("x", "channel:conv1/0", values(1, 1, 4, 4), SpatialAxes.NCHW,
        picture(), List.of(0.5, 1.5, 2.0), List.of(new GeneratedInput.Frame(1, picture())), Map.of()));
    out.put("Table", channels(5));
    Curves.Axis share = new Curves.Axis("share", "%");
    out.put("Curves", new Curves(new Curves.Axis("layer", ""), List.of("a", "b"), List.of(
        new Curves.Series("dead", share, new double[] {0, 1}, new double[] {0.5, Double.NaN})), Map.of()));
    out.put("Composite", new Composite(new LinkedHashMap<>(out), Map.of()));
    out.put("CustomResult", new Rules());
    return out;
  }

  /** Of an additive model, so that scores are the sums that they have to be; with interactions. */
  private static AttributionTable rows(int rows, int features) {
    double[] values = values(rows, features).toDoubles();
    double[] scores = new double[rows];
    double[] interactions = new double[rows * features * features];
    for (int i = 0; i < values.length; i++) {
      scores[i / features] += values[i];
      interactions[i * features + i % features] = values[i];
    }
    return new AttributionTable("margin", IntStream.range(0, features).mapToObj(i -> TableColumn.plain("f" + i))
        .toList(), IntStream.range(0, rows).mapToObj(Integer::toString).toList(),
        ArrayTensor.of(Shape.of(rows, features), values), values(rows, features),
        ArrayTensor.of(Shape.of(rows), new double[rows]), ArrayTensor.of(Shape.of(rows), scores),
        Optional.of(ArrayTensor.of(Shape.of(rows, features, features), interactions)), Map.of());
  }

  private static Tensor values(long... shape) {
    float[] all = new float[(int) Shape.of(shape).size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) Math.sin(i);
    }
    return ArrayTensor.of(Shape.of(shape), all);
  }

  private static Picture picture() {
    return new Picture(4, 4, IntStream.range(0, 16).map(i -> 0xff000000 | i * 0x0f0a05).toArray(), Affine.IDENTITY);
  }

  private static Table channels(int count) {
    return Table.of(new Table.Numbers("channel", "", IntStream.range(0, count).asDoubleStream().toArray()),
        new Table.Texts("state", IntStream.range(0, count).mapToObj(i -> i == 0 ? "dead" : "").toList()));
  }

  private static FeatureMaps maps(Tensor values, Kind kind, int channel, int row, int column) {
    boolean pictured = kind == Kind.MAPS;
    return new FeatureMaps("conv1", values, new FeatureLayout(kind, channel, row, column),
        pictured ? Optional.of(picture()) : Optional.empty(), channels(5), Map.of("sparsity", 0.5));
  }

  private record Rules() implements CustomResult {
    @Override
    public String kind() {
      return "vendor.rules";
    }

    @Override
    public List<String> columns() {
      return List.of("if", "then");
    }

    @Override
    public List<List<String>> rows() {
      return List.of(List.of("a", "b"));
    }

    @Override
    public String text() {
      return "One rule.";
    }

    @Override
    public Map<String, Double> figures() {
      return Map.of();
    }
  }
}
