/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.target.Target;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.TextTensor;

class TreeShapMethodTest {
  private static final double[][] CORNERS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final Target FIRST = new Target.ClassIndex(0);

  private static AttributionTable explain(FakeContext context, Subject.Single rows, Subject.Single background,
      Target target, Map<String, String> settings) throws LoupeException {
    return context.explain(new TreeShapMethod(), AttributionTable.class, rows, background, target, settings);
  }

  @Test
  void theTreeOfAndHasItsKnownValues() throws LoupeException {
    FakeContext context = new FakeContext(Trees.ensemble(2, Link.IDENTITY, 0, Trees.and(true)), 1);
    AttributionTable found = explain(context, FakeContext.rows(2, CORNERS), null, FIRST, Map.of());
    assertArrayEquals(new double[] {-10, -10, -30, 10, 10, -30, 30, 30}, found.values().toDoubles(), 1e-12);
    assertArrayEquals(new double[] {20, 20, 20, 20}, found.base().toDoubles(), 1e-12);
    assertArrayEquals(new double[] {0, 0, 0, 80}, found.scores().toDoubles());
    assertEquals(20, found.figures().get("base value"));
    assertTrue(found.figures().get("sum error") < 1e-12);
    assertEquals(20, found.figures().get("mean |value| of column 0"), 1e-12);
    assertEquals("margin of y (raw score)", found.score());
    assertEquals(List.of("row 1", "row 2", "row 3", "row 4"), found.rows());
    assertArrayEquals(new double[] {0, 0, 0, 1, 1, 0, 1, 1}, found.inputs().toDoubles());
  }

  @Test
  void interactionsOfTheTreeOfAndAddUpToItsValues() throws LoupeException {
    FakeContext context = new FakeContext(Trees.ensemble(2, Link.IDENTITY, 0, Trees.and(true)), 1);
    AttributionTable found = explain(context, FakeContext.rows(2, new double[] {1, 1}), null, FIRST,
        Map.of("interactions", "true"));
    // Together: 80 - 40 - 40 + 20, half to each order.
    assertArrayEquals(new double[] {20, 10, 10, 20}, found.interactions().orElseThrow().toDoubles(), 1e-12);
    assertArrayEquals(new double[] {30, 30}, found.values().toDoubles(), 1e-12);
  }

  @Test
  void partsOfTheDataAreCountedWhereTheFileDoesNotTell() throws LoupeException {
    FakeContext context = new FakeContext(Trees.ensemble(2, Link.IDENTITY, 0, Trees.and(false)), 1);
    Map<String, String> settings = Map.of("variant", "path-dependent");
    AttributionTable found = explain(context, FakeContext.rows(2, CORNERS), FakeContext.rows(2, CORNERS), FIRST,
        settings);
    assertArrayEquals(new double[] {-10, -10, -30, 10, 10, -30, 30, 30}, found.values().toDoubles(), 1e-12);
    assertTrue(context.notes.get(0).contains("counted from 4 background rows"), context.notes.toString());
    assertEquals("the model's file does not tell how much of the training data reached each node, and there is no "
        + "background to count; give rows with --background",
        message(() -> explain(context, FakeContext.rows(2, CORNERS), null, FIRST, settings)));
  }

  @Test
  void aBackgroundOfOneRowIsComparedWithAndSaidSo() throws LoupeException {
    FakeContext context = new FakeContext(Trees.ensemble(2, Link.IDENTITY, 5, Trees.and(false)), 1);
    AttributionTable found = explain(context, FakeContext.rows(2, new double[] {1, 1}),
        FakeContext.rows(2, new double[] {0, 1}), FIRST, Map.of());
    assertArrayEquals(new double[] {80, 0}, found.values().toDoubles(), 1e-12);
    assertEquals(5, found.base().get(0));
    assertTrue(context.notes.get(0).contains("a single row"), context.notes.toString());
  }

  @Test
  void theApproximationFollowsTheRowsWay() throws LoupeException {
    FakeContext context = new FakeContext(Trees.ensemble(2, Link.IDENTITY, 0, Trees.and(true)), 1);
    AttributionTable found = explain(context, FakeContext.rows(2, CORNERS), null, FIRST,
        Map.of("approximate", "true"));
    assertArrayEquals(new double[] {-20, 0, -20, 0, 20, -40, 20, 40}, found.values().toDoubles(), 1e-12);
    assertTrue(context.notes.get(0).contains("approximation"), context.notes.toString());
  }

  @Test
  void aProbabilityIsTheMarginsValuesTimesTheRatioOfDifferencesForEachBackgroundRow() throws LoupeException {
    Link link = new Link(Link.Kind.SIGMOID, 0.5);
    FakeContext context = new FakeContext(Trees.ensemble(2, link, 0.3, Trees.stump(0, 0.5, -1, 1),
        Trees.stump(1, 0.5, -2, 0.7)), 1);
    AttributionTable found = explain(context, FakeContext.rows(2, new double[] {1, 1}, new double[] {0, 0}),
        FakeContext.rows(2, new double[] {0, 1}, new double[] {0, 0}), FIRST, Map.of("output", "probability"));
    double both = sigmoid(0.5 * (0.3 + 1 + 0.7));
    double second = sigmoid(0.5 * (0.3 - 1 + 0.7));
    double none = sigmoid(0.5 * (0.3 - 1 - 2));
    double[] phi = found.values().toDoubles();
    assertEquals(((both - second) + 2 * (both - none) / 4.7) / 2, phi[0], 1e-12);
    assertEquals(2.7 * (both - none) / 4.7 / 2, phi[1], 1e-12);
    assertEquals(0, phi[2], 1e-12);
    assertEquals((none - second) / 2, phi[3], 1e-12);
    assertEquals((second + none) / 2, found.base().get(0), 1e-12);
    assertEquals("probability of y", found.score());
  }

  @Test
  void logLossOfARowAndOfTheOtherClassIsTheSame() throws LoupeException {
    TreeEnsemble ensemble = Trees.ensemble(2, new Link(Link.Kind.SIGMOID, 1), 0.3, Trees.stump(0, 0.5, -1, 1),
        Trees.stump(1, 0.5, -2, 0.7));
    List<TableColumn> columns = List.of(TableColumn.plain("a"), TableColumn.plain("b"));
    Subject.Single rows = FakeContext.rows(columns, List.of(1.0, 0.0), new double[] {1, 1}, new double[] {1, 0});
    Subject.Single others = FakeContext.rows(2, CORNERS);
    Map<String, String> settings = Map.of("output", "log-loss");
    AttributionTable one = explain(new FakeContext(ensemble, 2), rows, others, new Target.ClassIndex(1), settings);
    AttributionTable zero = explain(new FakeContext(ensemble, 2), rows, others, FIRST, settings);
    assertArrayEquals(one.values().toDoubles(), zero.values().toDoubles(), 1e-12);
    assertEquals(-Math.log(sigmoid(2)), one.scores().get(0), 1e-12);
    assertEquals(-Math.log(1 - sigmoid(-0.7)), one.scores().get(1), 1e-12);
    assertFalse(one.figures().containsKey("base value"));
  }

  @Test
  void aRowThatScoresLikeTheBackgroundTakesTheDerivative() throws LoupeException {
    FakeContext context = new FakeContext(Trees.ensemble(2, new Link(Link.Kind.SIGMOID, 1), 0,
        Trees.stump(0, 0.5, -1, 1), Trees.stump(1, 0.5, 1, -1)), 1);
    AttributionTable found = explain(context, FakeContext.rows(2, new double[] {1, 1}),
        FakeContext.rows(2, new double[] {0, 0}), FIRST, Map.of("output", "probability"));
    assertArrayEquals(new double[] {0.5, -0.5}, found.values().toDoubles(), 1e-9);
  }

  @Test
  void classesOfATwoClassModelWithOneRawScoreAreOpposite() throws LoupeException {
    TreeEnsemble ensemble = Trees.ensemble(2, new Link(Link.Kind.SIGMOID, 1), 0, Trees.and(true));
    Subject.Single rows = FakeContext.rows(2, CORNERS);
    double[] one = explain(new FakeContext(ensemble, 2), rows, null, new Target.ClassIndex(1), Map.of()).values()
        .toDoubles();
    double[] zero = explain(new FakeContext(ensemble, 2), rows, null, FIRST, Map.of()).values().toDoubles();
    double[] both = explain(new FakeContext(ensemble, 2), rows, null, new Target.ClassDifference(1, 0), Map.of())
        .values().toDoubles();
    for (int i = 0; i < one.length; i++) {
      assertEquals(-one[i], zero[i]);
      assertEquals(2 * one[i], both[i]);
    }
    assertEquals("class 2 is out of range; the trees have one raw score, 0",
        message(() -> explain(new FakeContext(ensemble, 2), rows, null, new Target.ClassIndex(2), Map.of())));
  }

  @Test
  void columnsOfACategoryAndOfAGroupAreOneFeature() throws LoupeException {
    List<TableColumn> columns = List.of(new TableColumn("Age", "years", List.of(), "", 1, 0),
        new TableColumn("Pain=none", "", List.of(), "Pain", "none", 1, 0),
        new TableColumn("Pain=strong", "", List.of(), "Pain", "strong", 1, 0));
    TreeEnsemble ensemble = Trees.ensemble(3, Link.IDENTITY, 0, Trees.stump(0, 50, 1, 2), Trees.stump(1, 0.5, 3, 7),
        Trees.stump(2, 0.5, -2, 2));
    AttributionTable found = explain(new FakeContext(ensemble, 1),
        FakeContext.rows(columns, List.of(), new double[] {60, 0, 1}, new double[] {40, 1, 0}), null, FIRST,
        Map.of("interactions", "true"));
    assertEquals(List.of("Age", "Pain"), found.features().stream().map(TableColumn::name).toList());
    assertEquals(List.of("none", "strong"), found.features().get(1).words());
    assertArrayEquals(new double[] {60, 1, 40, 0}, found.inputs().toDoubles());
    assertArrayEquals(new double[] {0.25, -3 + 1, -0.75, 1 - 3}, found.values().toDoubles(), 1e-12);
    assertArrayEquals(new double[] {0.25, 0, 0, -2, -0.75, 0, 0, -2},
        found.interactions().orElseThrow().toDoubles(), 1e-12);
  }

  @Test
  void columnsOfAPipelineBelongToTheElementsThatTheyComeFrom() throws LoupeException {
    List<TreeColumn> columns = List.of(new TreeColumn("age", "age", 0, 0.1, -50, "", List.of()),
        new TreeColumn("pain=none", "pain", 0, 1, 0, "none", List.of()),
        new TreeColumn("pain=strong", "pain", 0, 1, 0, "strong", List.of()));
    TreeEnsemble ensemble = new TreeEnsemble("features", columns, List.of("y"), List.of(0.0),
        List.of(Trees.stump(0, 0, 1, 2), Trees.stump(1, 0.5, 3, 7), Trees.stump(2, 0.5, -2, 2)), Link.IDENTITY, true,
        "");
    FakeContext context = new FakeContext(ensemble, 1);
    context.layer = ArrayTensor.of(Shape.of(2, 3), 1.0, 0, 1, -1, 1, 0);
    AttributionTable found = explain(context, FakeContext.subject(
        DecodedInput.plain("age", ArrayTensor.of(Shape.of(2, 1), 60.0, 40), "tabular"),
        DecodedInput.plain("pain", new TextTensor(Shape.of(2, 1), List.of("strong", "none")), "tabular")), null, FIRST,
        Map.of());
    assertEquals(List.of("age", "pain"), found.features().stream().map(TableColumn::name).toList());
    assertEquals(List.of("none", "strong"), found.features().get(1).words());
    assertArrayEquals(new double[] {60, 1, 40, 0}, found.inputs().toDoubles());
    assertArrayEquals(new double[] {0.25, -2, -0.75, -2}, found.values().toDoubles(), 1e-12);
  }

  /** A group's only column keeps what is known of it; a category that is alone is a column of zeros and ones. */
  @Test
  void aGroupOfOneColumnKeepsUnitScaleWordsAndValue() throws LoupeException {
    List<TableColumn> columns = List.of(new TableColumn("chol", "mg/dl", List.of(), "Blood", 0.5, -200),
        new TableColumn("sex=male", "", List.of(), "sex", "male", 1, 0),
        new TableColumn("fbs", "", List.of("f", "t"), "Sugar", 1, 0));
    TreeEnsemble ensemble = Trees.ensemble(3, Link.IDENTITY, 0, Trees.stump(0, 0.5, 1, 2), Trees.stump(1, 0.5, 3, 7),
        Trees.stump(2, 0.5, -2, 2));
    AttributionTable found = explain(new FakeContext(ensemble, 1),
        FakeContext.rows(columns, List.of(), new double[] {15, 0, 1}, new double[] {-5, 1, 0}), null, FIRST, Map.of());
    assertEquals(List.of(new TableColumn("Blood", "mg/dl", List.of(), "", 0.5, -200), TableColumn.plain("sex=male"),
        new TableColumn("Sugar", "", List.of("f", "t"), "", 1, 0)), found.features());
    assertArrayEquals(new double[] {15, 0, 1, -5, 1, 0}, found.inputs().toDoubles());
    assertEquals("230 mg/dl", found.features().get(0).text(found.inputs().get(0)));
    assertArrayEquals(new double[] {0.25, -3, 1, -0.75, 1, -3}, found.values().toDoubles(), 1e-12);
  }

  @Test
  void columnsBehindALayerThatMixesElementsAreFeaturesOfTheirOwn() throws LoupeException {
    List<TreeColumn> columns = List.of(TreeColumn.plain("unit[1]", "unit", 1),
        new TreeColumn("unit[0]", "unit", 0, 2, -3, "", List.of()), TreeColumn.plain("f1", "x", 1),
        new TreeColumn("bin=low", "bin", 0, 1, 0, "low", List.of()),
        new TreeColumn("bin=high", "bin", 0, 1, 0, "high", List.of()));
    TreeEnsemble ensemble = new TreeEnsemble("joined", columns, List.of("y"), List.of(0.0),
        List.of(Trees.stump(0, 0.5, 1, 2), Trees.stump(1, 0.5, 3, 7), Trees.stump(2, 0.5, -2, 2),
            Trees.stump(3, 0.5, 0, 4), Trees.stump(4, 0.5, 8, 0)), Link.IDENTITY, false, "");
    FakeContext context = new FakeContext(ensemble, 1);
    context.layer = ArrayTensor.of(Shape.of(2, 5), 0.6, -5, 1, 0, 1, 0.2, 4, 0, 1, 0);
    AttributionTable found = explain(context, FakeContext.rows(2, new double[] {9, 1}, new double[] {8, 0}), null,
        FIRST, Map.of());
    assertEquals(List.of("column 0", "column 1", "unit[1]", "unit[0]", "bin"),
        found.features().stream().map(TableColumn::name).toList());
    assertArrayEquals(new double[] {9, 1, 0.6, -5, 1, 8, 0, 0.2, 4, 0}, found.inputs().toDoubles());
    assertEquals("0.5", found.features().get(3).text(-5));
    assertEquals(List.of("low", "high"), found.features().get(4).words());
    // Three quarters of the data are over each threshold.
    assertArrayEquals(new double[] {0, 1, 0.25, -3, -3 - 2, 0, -3, -0.75, 1, 1 + 6}, found.values().toDoubles(),
        1e-12);
    assertEquals(List.of("features are those behind the layers unit, bin, where the pipeline makes columns of several "
        + "elements of the input at once"), context.notes);
  }

  @Test
  void anInputThatTheSubjectLacksIsNoLayer() {
    FakeContext context = new FakeContext(Trees.ensemble(2, Link.IDENTITY, 0, Trees.and(true)), 1);
    context.inputs = List.of(ValueSpec.tensor("x", ElementType.FLOAT64, Dimension.open("rows"), Dimension.of(2)));
    context.layer = ArrayTensor.of(Shape.of(1, 2), 1, 1);
    assertEquals("column f0 of the trees comes from input x, and table.csv has [z]", message(() -> explain(context,
        FakeContext.subject(DecodedInput.plain("z", ArrayTensor.of(Shape.of(1, 1), 1.0), "tabular")), null, FIRST,
        Map.of())));
  }

  @Test
  void missingValuesAreExplained() throws LoupeException {
    TreeEnsemble ensemble = Trees.ensemble(2, Link.IDENTITY, 0, Trees.and(true));
    AttributionTable found = explain(new FakeContext(ensemble, 1), FakeContext.rows(2, new double[] {Double.NaN, 1}),
        null, FIRST, Map.of());
    // A test that does not hold for what is missing leads where large values go.
    assertArrayEquals(new double[] {30, 30}, found.values().toDoubles(), 1e-12);
    assertTrue(Double.isNaN(found.inputs().get(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"probability", "log-loss"})
  void outputsThatAreNoSumsNeedABackground(String output) {
    TreeEnsemble ensemble = Trees.ensemble(2, new Link(Link.Kind.SIGMOID, 1), 0, Trees.and(true));
    List<TableColumn> columns = List.of(TableColumn.plain("a"), TableColumn.plain("b"));
    Subject.Single rows = FakeContext.rows(columns, List.of(1.0), new double[] {1, 1});
    assertTrue(message(() -> explain(new FakeContext(ensemble, 1), rows, null, FIRST, Map.of("output", output)))
        .endsWith("no sum over trees, so path-dependent values are not defined for it; give rows with --background for "
            + "interventional values, or explain the margin"));
  }

  @Test
  void whatCannotBeExplainedIsSaidInOneLine() {
    TreeEnsemble ensemble = Trees.ensemble(2, new Link(Link.Kind.SIGMOID, 1), 0, Trees.and(true));
    Subject.Single rows = FakeContext.rows(2, CORNERS);
    assertEquals("test.model is no ensemble of trees; methods that only ask the model, as occlusion, still answer",
        message(() -> explain(new FakeContext(null, 1), rows, null, FIRST, Map.of())));
    assertEquals("table.csv has no rows; give a table with at least one",
        message(() -> explain(new FakeContext(ensemble, 1), FakeContext.rows(2), null, FIRST, Map.of())));
    assertEquals("table.csv has no rows; give a table with at least one",
        message(() -> explain(new FakeContext(ensemble, 1), rows, FakeContext.rows(2), FIRST, Map.of())));
    assertTrue(message(() -> explain(new FakeContext(ensemble, 1), FakeContext.rows(3, new double[3]), null, FIRST,
        Map.of())).startsWith("table.csv: the trees ask 2 columns, and x has the shape [1, 3]"));
    assertTrue(message(() -> explain(new FakeContext(ensemble, 1), rows, rows, FIRST, Map.of("output", "log-loss")))
        .contains("the table has no labels"));
    assertEquals("row row 2 has the label NaN; log-loss needs 0 or 1 for every row",
        message(() -> explain(new FakeContext(ensemble, 1), FakeContext.rows(List.of(TableColumn.plain("a"),
            TableColumn.plain("b")), List.of(1.0, Double.NaN), new double[2], new double[2]), rows, FIRST,
            Map.of("output", "log-loss"))));
    assertTrue(message(() -> explain(new FakeContext(ensemble, 1), rows, null, FIRST,
        Map.of("variant", "interventional"))).contains("there is none; give rows with --background"));
    assertTrue(message(() -> explain(new FakeContext(ensemble, 1), rows, rows, FIRST,
        Map.of("variant", "interventional", "approximate", "true"))).contains("no interventional variant"));
    assertTrue(message(() -> explain(new FakeContext(ensemble, 1), rows, null, new Target.Layer("h"), Map.of()))
        .contains("choose a class as target"));
    TreeEnsemble infinite = Trees.ensemble(1, Link.IDENTITY, 0, Trees.stump(0, 0.5, 0, Double.POSITIVE_INFINITY));
    assertTrue(message(() -> explain(new FakeContext(infinite, 1), FakeContext.rows(1, new double[] {1}), null, FIRST,
        Map.of())).startsWith("row row 1 has the score Infinity"));
  }

  @Test
  void treesThatAreTooDeepAreNamed() {
    Tree.Builder deep = Tree.builder(2003, 0);
    for (int level = 0; level < 1001; level++) {
      deep.split(2 * level, 0, Tree.Test.LESS, level, 2 * level + 1, 2 * level + 2).leaf(2 * level + 1, 1);
    }
    deep.leaf(2002, 0);
    for (int node = 0; node < 2003; node++) {
      deep.cover(node, 1);
    }
    TreeEnsemble ensemble = Trees.ensemble(1, Link.IDENTITY, 0, Trees.stump(0, 0.5, 0, 1), deep.build());
    assertEquals("tree 1 has 1001 levels; at most 1000 can be explained", message(() -> explain(
        new FakeContext(ensemble, 1), FakeContext.rows(1, new double[] {1}), null, FIRST, Map.of())));
  }

  private interface Call {
    void run() throws LoupeException;
  }

  private static String message(Call call) {
    LoupeException thrown = org.junit.jupiter.api.Assertions.assertThrows(LoupeException.class, call::run);
    assertFalse(thrown.getMessage().contains("\n"));
    return thrown.getMessage();
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
