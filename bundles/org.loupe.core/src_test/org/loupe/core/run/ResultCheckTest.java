/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.Progress;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.Table;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.subject.TableColumn;
import org.loupe.core.testing.Kinds;
import org.loupe.core.testing.Method;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Results that look inside are whole, or the run says whose fault it is. */
class ResultCheckTest extends RunFixture {
  private static final Curves.Axis AXIS = new Curves.Axis("x", "");
  private static final Table TWO = Table.of(new Table.Numbers("channel", "", new double[] {0, 1}));

  private static Tensor zeros(long... shape) {
    return ArrayTensor.of(Shape.of(shape), new double[(int) Shape.of(shape).size()]);
  }

  private static FeatureMaps maps(Tensor values, Kind kind, int channel, int row, int column) {
    return new FeatureMaps("l", values, new FeatureLayout(kind, channel, row, column), Optional.empty(), TWO, Map.of());
  }

  private static GeneratedInput made(String input, Tensor values, SpatialAxes axes, int... steps) {
    List<GeneratedInput.Frame> frames = Arrays.stream(steps)
        .mapToObj(s -> new GeneratedInput.Frame(s, Kinds.picture(1))).toList();
    return new GeneratedInput(input, "o", values, axes, Kinds.picture(1), List.of(1.0, 2.0), frames, Map.of());
  }

  private static AttributionTable rows(String score, Tensor inputs) {
    return new AttributionTable(score, List.of(TableColumn.plain("a")), List.of("1"), zeros(1, 1), inputs, zeros(1),
        zeros(1), Optional.empty(), Map.of());
  }

  private static Curves curve(double... xs) {
    return new Curves(AXIS, List.of(), List.of(new Curves.Series("s", AXIS, xs, xs)), Map.of());
  }

  private static Composite of(String name, Result part) {
    return new Composite(Collections.singletonMap(name, part), Map.of());
  }

  private static Map<String, Double> nothing() {
    return new HashMap<>(Collections.singletonMap("score", null));
  }

  @Test
  void whatIsWholeIsTaken() {
    List<Result> good = List.of(Kinds.maps(), Kinds.generated(), Kinds.table(), Kinds.curves(), Kinds.rows(),
        of("a", Kinds.table()),
        maps(zeros(1, 2), Kind.VECTOR, 1, -1, -1), maps(zeros(1, 5, 2), Kind.TOKENS, 2, 1, -1),
        maps(zeros(1, 2, 5, 5), Kind.ATTENTION, 1, 2, 3), maps(zeros(7, 2, 3), Kind.OTHER, -1, -1, -1),
        maps(zeros(1, 2, 0, 4), Kind.MAPS, 1, 2, 3), new Table(List.of(), Map.of()));
    for (int i = 0; i < good.size(); i++) {
      Result result = good.get(i);
      source.explainer("good" + i, (Method) (r, c) -> result);
      RunOutcome outcome = service().run(lease, request("good" + i), Progress.NONE);
      assertEquals(RunStatus.COMPLETED, outcome.status(), result + ": " + outcome.message());
    }
  }

  @Test
  void whatContradictsItselfIsTheMethodsFault() {
    SpatialAxes flat = new SpatialAxes(0, 1, -1);
    Map<Result, String> wrong = new LinkedHashMap<>();
    wrong.put(maps(null, Kind.VECTOR, 1, -1, -1), "no values");
    wrong.put(maps(new TextTensor(Shape.of(1, 2), List.of("a", "b")), Kind.VECTOR, 1, -1, -1), "no values");
    wrong.put(maps(zeros(1, 2), null, 1, -1, -1), "a layout");
    wrong.put(maps(zeros(1, 2, 3, 3), Kind.MAPS, 1, 2, 4), "layout");
    wrong.put(maps(zeros(1, 2, 3, 3), Kind.MAPS, 0, 2, 3), "layout");
    wrong.put(maps(zeros(1, 2, 3, 3), Kind.MAPS, 1, 2, 2), "layout");
    wrong.put(maps(zeros(1, 2, 3, 3), Kind.MAPS, 1, 2, -1), "layout");
    wrong.put(maps(zeros(1, 2, 3, 3), Kind.MAPS, -2, 2, 3), "layout");
    wrong.put(maps(zeros(1, 2, 3, 3), Kind.VECTOR, 1, -1, -1), "layout");
    wrong.put(maps(zeros(2, 2, 3, 3), Kind.MAPS, 1, 2, 3), "layout");
    wrong.put(maps(zeros(1, 3, 3, 3), Kind.MAPS, 1, 2, 3), "2 rows of channels");
    wrong.put(new FeatureMaps("l", zeros(1, 2), new FeatureLayout(Kind.VECTOR, 1, -1, -1), null, TWO, Map.of()),
        "a picture");
    Tensor words = new TextTensor(Shape.of(1, 1), List.of("a"));
    wrong.put(rows(null, zeros(1, 1)), "attributions of no score");
    wrong.put(rows("s", words), "no values");
    wrong.put(of("rows", rows(null, zeros(1, 1))), "no score (part rows)");
    wrong.put(made("y", zeros(1, 8), flat), "does not take");
    wrong.put(made("x", zeros(1, 8, 1), flat), "does not take");
    wrong.put(made("x", zeros(1, 8), SpatialAxes.NCHW), "axes");
    wrong.put(made("x", zeros(1, 8), flat, 0, 2), "frames");
    wrong.put(made("x", zeros(1, 8), flat, 1, 0), "frames");
    wrong.put(made("x", zeros(1, 8), flat, -1), "frames");
    wrong.put(new Table(List.of(new Table.Texts(null, List.of())), Map.of()), "without a name");
    wrong.put(new Table(List.of(new Table.Numbers("a", null, new double[0])), Map.of()), "a unit");
    wrong.put(new Table(TWO.columns(), nothing()), "empty figures");
    wrong.put(curve(0, 2, 1), "do not rise");
    wrong.put(curve(Double.NaN), "do not rise");
    wrong.put(new Curves(null, List.of(), List.of(), Map.of()), "axis without a name");
    wrong.put(new Curves(AXIS, List.of(), List.of(new Curves.Series("s", null, new double[0], new double[0])),
        Map.of()), "without a name");
    wrong.put(new Composite(Map.of(), Map.of()), "without parts");
    wrong.put(of("a", null), "missing");
    wrong.put(of(null, TWO), "missing");
    wrong.put(of("a", of("b", TWO)), "is a composite");
    wrong.put(of("a", curve(1, 0)), "do not rise (part a)");
    wrong.put(of("a", new Table(List.of(), nothing())), "empty figures");
    wrong.put(of("a", made("y", zeros(1, 8), flat)), "does not take");
    int n = 0;
    for (Map.Entry<Result, String> e : wrong.entrySet()) {
      String method = "bad" + n++;
      source.explainer(method, (Method) (r, c) -> e.getKey());
      RunOutcome outcome = service().run(lease, request(method), Progress.NONE);
      assertEquals(List.of(RunStatus.FAILED, "vendor.methods"), List.of(outcome.status(), outcome.bundle()));
      assertTrue(outcome.message().contains(e.getValue()), outcome.message());
    }
  }
}
