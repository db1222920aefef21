/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.Table;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.subject.TableColumn;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** A result of each kind, with the values that are hard to keep. */
public final class Kinds {
  /** Not a number, with bits that only a copy keeps. */
  public static final double ODD = Double.longBitsToDouble(0x7ff8000000000123L);

  private Kinds() {
  }

  public static Picture picture(int... argb) {
    return new Picture(argb.length, 1, argb, new Affine(2, 0.5, 2, -1e-17));
  }

  public static FeatureMaps maps() {
    Tensor values = ArrayTensor.of(Shape.of(1, 2, 2, 2), 0.1f, Float.NaN, -0f, Float.NEGATIVE_INFINITY, 1, 2, 3, 4);
    return new FeatureMaps("conv1/Relu", values, new FeatureLayout(FeatureLayout.Kind.MAPS, 1, 2, 3),
        Optional.of(picture(0xff000000, 0x00123456)), new Table(List.of(new Table.Numbers("channel", "",
        new double[] {0, 1}), new Table.Numbers("mean", "", new double[] {Double.NaN, 2.5})), Map.of()),
        figures("sparsity", 0.125));
  }

  public static GeneratedInput generated() {
    return new GeneratedInput("x", "channel:conv1/12", ArrayTensor.of(Shape.of(1, 2), 0.25f, -0f),
        new SpatialAxes(0, 1, -1), picture(1, 2, 3), List.of(-1.0, 0.1, Double.POSITIVE_INFINITY),
        List.of(new GeneratedInput.Frame(0, picture(4, 5, 6)), new GeneratedInput.Frame(2, picture(1, 2, 3))),
        figures("best", 0.1));
  }

  public static Table table() {
    return new Table(List.of(new Table.Texts("node", List.of("a,b", "=c", "")),
        new Table.Numbers("time", "µs", new double[] {0.1, ODD, -0.0}),
        new Table.Numbers("calls", "", new double[] {3, Double.NEGATIVE_INFINITY, Double.MIN_VALUE})),
        figures("total", 1e300));
  }

  public static Curves curves() {
    return new Curves(new Curves.Axis("layer", ""), List.of("conv1", "fc"), List.of(
        new Curves.Series("dead", new Curves.Axis("share", "%"), new double[] {0, 1}, new double[] {0.5, ODD}),
        new Curves.Series("=entropy", new Curves.Axis("entropy", "bit"), new double[] {1}, new double[] {-0.0}),
        new Curves.Series("none", new Curves.Axis("share", "%"), new double[0], new double[0])), figures("n", 2));
  }

  /** Two rows of two features, with interactions that add up to the attributions. */
  public static AttributionTable rows() {
    TableColumn age = new TableColumn("=age", "yr", List.of(), "", 0.1, -50);
    TableColumn sex = new TableColumn("sex", "", List.of("female", "male"), "person", "sex", 1, 0);
    return new AttributionTable("margin (log-odds)", List.of(age, sex), List.of("7", "a,b"),
        ArrayTensor.of(Shape.of(2, 2), 0.5, -0.25, -0.0, 1e-300), ArrayTensor.of(Shape.of(2, 2), 1.3, ODD, -2, 1),
        ArrayTensor.of(Shape.of(2), 2.0, 2), ArrayTensor.of(Shape.of(2), 2.25, 2),
        Optional.of(ArrayTensor.of(Shape.of(2, 2, 2), 0.25, 0.25, 0.25, -0.5, 0, 0, 0, 1e-300)), figures("rows", 2));
  }

  public static Composite composite() {
    Map<String, Result> parts = new LinkedHashMap<>();
    parts.put("maps", maps());
    parts.put("picture", generated());
    parts.put("nodes", table());
    parts.put("again", table());
    parts.put("layers", curves());
    parts.put("rows", rows());
    parts.put("attribution", Fakes.attribution(1, 2));
    return new Composite(parts, figures("parts", 7));
  }

  public static List<Result> all() {
    return List.of(maps(), generated(), table(), curves(), rows(), composite());
  }

  /** Feature maps of so many elements in one channel, [1, 1, rows, columns]. */
  public static FeatureMaps large(Tensor values) {
    return new FeatureMaps("big", values, new FeatureLayout(FeatureLayout.Kind.MAPS, 1, 2, 3), Optional.empty(),
        Table.of(new Table.Numbers("channel", "", IntStream.range(0, (int) values.shape().dim(1)).asDoubleStream()
            .toArray())), Map.of());
  }

  private static Map<String, Double> figures(String name, double value) {
    Map<String, Double> out = new LinkedHashMap<>();
    out.put(name, value);
    out.put("odd", Double.NaN);
    return out;
  }
}
