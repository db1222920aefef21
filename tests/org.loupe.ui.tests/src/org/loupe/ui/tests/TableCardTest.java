/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.ui.api.canvas.SceneThemes;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.settings.SettingsForm;
import org.loupe.ui.editor.ModelEditor;

/** The columns of a table on the page Inputs: edited in a grid, and shown feature by feature. */
class TableCardTest {
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final List<String> NAMES = List.of("age", "sex", "chol", "cp_asympt", "cp_typ");
  private static final String CARD = """
      {"loupe-card": 1, "inputs": {"features": {"modality": "tabular", "id": "patient", "columns": [
        {"name": "age", "unit": "years"}, {"name": "sex", "words": ["female", "male"]},
        {"name": "chol", "offset": -200, "scale": 0.5},
        {"name": "cp_asympt", "column": "cp", "category": "asympt"},
        {"name": "cp_typ", "column": "cp", "category": "typ"}]}}}
      """;
  private static final String TABLE = "patient,age,sex,chol,cp,clinic\nP-1,63,male,233,typ,A\nP-2,41,0,,asympt,B\n";

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("card");
  }

  @AfterEach
  void tearDown() throws Exception {
    theme(LIGHT);
    bench.close();
  }

  private void theme(String id) {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
    Await.until("the theme is " + id, () -> SceneThemes.isDark(bench.shell().getBackground()) == id.equals(DARK));
  }

  private static String each(List<String> names, IntFunction<String> text) {
    return IntStream.range(0, names.size()).mapToObj(text).collect(Collectors.joining(" "));
  }

  /** One tree, which splits on the first column. */
  private static String model(List<String> names) {
    return """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        label_index=0
        max_feature_idx=%d
        objective=regression
        feature_names=%s
        feature_infos=%s

        Tree=0
        num_leaves=2
        num_cat=0
        split_feature=0
        split_gain=10
        threshold=50
        decision_type=10
        left_child=-1
        right_child=-2
        leaf_value=-0.5 0.5
        leaf_weight=50 50
        leaf_count=50 50
        internal_value=0
        internal_weight=100
        internal_count=100
        is_linear=0
        shrinkage=1


        end of trees
        """.formatted(names.size() - 1, each(names, names::get), each(names, i -> "[0:300]"));
  }

  private ModelEditor opened(List<String> names, String card) throws Exception {
    bench.file("one.lgb.card.json", card.getBytes(StandardCharsets.UTF_8));
    ModelEditor editor = bench.openAndWait(bench.file("one.lgb", model(names).getBytes(StandardCharsets.UTF_8)));
    editor.setActivePage("inputs");
    return editor;
  }

  private void look(IFile file, String row) {
    bench.context().update(i -> i.withInput(InspectedInput.of(file.getLocation().toPath()).withRow(row)));
  }

  /** The preview's lines, once they hold a text somewhere. */
  private List<List<String>> preview(String awaited) {
    Await.until(() -> "a preview with " + awaited + ", not " + lines(), () -> lines().toString().contains(awaited));
    return lines();
  }

  private List<List<String>> lines() {
    return previewTable().map(t -> IntStream.range(0, t.getItemCount()).mapToObj(i -> IntStream.range(0,
        t.getColumnCount()).mapToObj(c -> t.getItem(i).getText(c)).toList()).toList()).orElse(List.of());
  }

  private java.util.Optional<Table> previewTable() {
    return Bench.find(bench.shell(), Table.class).stream().filter(t -> columns(t).contains("Model gets")).findFirst();
  }

  private static List<String> columns(Table table) {
    return IntStream.range(0, table.getColumnCount()).mapToObj(c -> table.getColumn(c).getText()).toList();
  }

  private boolean says(String text) {
    return Bench.find(bench.shell(), org.eclipse.swt.widgets.Label.class).stream()
        .anyMatch(l -> l.isVisible() && l.getText().equals(text));
  }

  private SettingsForm form() {
    return Bench.find(bench.shell(), SettingsForm.class).stream().filter(f -> f.values().containsKey("columns"))
        .findFirst().orElseThrow();
  }

  private void edit(java.util.function.Consumer<GridHand> steps) {
    GridHand.during(() -> Bench.find(form(), Button.class).stream().filter(b -> b.getText().equals("&Edit..."))
        .findFirst().orElseThrow().notifyListeners(SWT.Selection, new Event()), steps);
  }

  @Test
  void everyFeatureOfTheRowIsShownAsTheTableAndAsTheModelHaveIt() throws Exception {
    opened(NAMES, CARD);
    IFile csv = bench.file("patients.csv", TABLE.getBytes(StandardCharsets.UTF_8));
    look(csv, "1");
    assertEquals(List.of(List.of("age", "63 years", "63", "", "age"), List.of("sex", "male", "1", "", "sex"),
        List.of("chol", "233", "16.5", "", "chol"), List.of("cp = asympt", "typ", "0", "cp", "cp"),
        List.of("cp = typ", "typ", "1", "cp", "cp")), preview("63 years"));
    assertEquals(List.of("Feature", "Value", "Model gets", "Group", "Column"), columns(previewTable().orElseThrow()));
    assertTrue(says("Row P-1, 5 features"));
    assertTrue(says("Columns of the table that are not used: clinic"));

    look(csv, "2");
    assertEquals(List.of(List.of("age", "41 years", "41", "", "age"), List.of("sex", "female", "0", "", "sex"),
        List.of("chol", "missing", "NaN", "", "chol"), List.of("cp = asympt", "asympt", "1", "cp", "cp"),
        List.of("cp = typ", "asympt", "0", "cp", "cp")), preview("41 years"));
    Screenshots.take(bench.shell(), "table-card-preview");
  }

  @Test
  void featuresOfOtherModalitiesAreShownByTheirNames() throws Exception {
    opened(List.of("a", "b"), """
        {"loupe-card": 1, "inputs": {"features": {"modality": "tensor", "features": "Height, Weight"}}}
        """);
    Path npy = Files.createTempFile("loupe-ui-tests", ".npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 2), 1.5, -2), npy);
    IFile file = bench.file("row.npy", Files.readAllBytes(npy));
    Files.delete(npy);
    bench.context().update(i -> i.withInput(InspectedInput.of(file.getLocation().toPath())));
    assertEquals(List.of(List.of("Height", "1.5"), List.of("Weight", "-2")), preview("Height"));
  }

  @Test
  void titleUnitAndGroupAreEditedSavedAndSeen() throws Exception {
    ModelEditor editor = opened(NAMES, CARD);
    look(bench.file("patients.csv", TABLE.getBytes(StandardCharsets.UTF_8)), "1");
    preview("63 years");
    String before = form().values().get("columns");

    edit(hand -> {
      assertEquals(List.of("age", "sex", "chol", "cp_asympt", "cp_typ"), hand.column("Name"));
      assertEquals("female,male", hand.text(1, "Words"));
      assertFalse(hand.color(1, "Scale").equals(hand.color(2, "Scale")), "defaults stand back");
      hand.type(2, "Title", "Cholesterol");
      hand.type(2, "Group", "Blood");
      hand.press("Cancel");
    });
    assertEquals(before, form().values().get("columns"));
    assertFalse(editor.isDirty(), "what was cancelled is no change");

    edit(hand -> hand.press("OK"));
    assertFalse(editor.isDirty(), "nothing was changed");

    edit(hand -> {
      hand.type(2, "Title", "Cholesterol");
      hand.type(2, "Unit", "mg/dl");
      hand.type(2, "Group", "Blood");
      Screenshots.take(hand.shell(), "table-card-dialog");
      hand.press("OK");
    });
    assertTrue(editor.isDirty());
    assertEquals(List.of("Cholesterol", "233 mg/dl", "16.5", "Blood", "chol"), preview("Cholesterol").get(2));
    bench.page().saveEditor(editor, false);
    assertFalse(editor.isDirty());
    String card = Files.readString(editor.file().orElseThrow().resolveSibling("one.lgb.card.json"));
    for (String part : List.of("\"Cholesterol\"", "\"mg/dl\"", "\"Blood\"")) {
      assertTrue(card.contains(part), card);
    }
  }

  @Test
  void wrongValuesAreRefusedWithASentence() throws Exception {
    ModelEditor editor = opened(NAMES, CARD);
    edit(hand -> {
      assertTrue(hand.enabled("OK"));
      hand.begin(2, "Scale").setText("half");
      assertTrue(hand.says("Line 3: setting scale must be a number, not \"half\""), "while it is typed");
      assertFalse(hand.enabled("OK"));
      hand.end();
      assertFalse(hand.enabled("OK"));
      Screenshots.take(hand.shell(), "table-card-wrong");

      hand.press("U&ndo");
      assertEquals("0.5", hand.text(2, "Scale"));
      assertTrue(hand.enabled("OK"));
      hand.type(1, "Category", "male");
      assertTrue(hand.says("Line 2: column sex has words and a category; give one of them"));
      assertFalse(hand.enabled("OK"));
      hand.press("U&ndo");
      assertFalse(hand.enabled("U&ndo"), "all is as it was");
      hand.press("OK");
    });
    assertFalse(editor.isDirty());

    Text line = Bench.line(form(), "Columns");
    line.setText("no records");
    assertFalse(Bench.find(form(), Button.class).stream().filter(b -> b.getText().equals("&Edit...")).findFirst()
        .orElseThrow().isEnabled(), "a text that is not built of records is mended by hand");
  }

  @Test
  void linesAreAddedMovedRemovedAndFound() throws Exception {
    opened(NAMES, CARD);
    edit(hand -> {
      hand.select(0);
      assertFalse(hand.enabled("Move &Up"));
      hand.press("Move &Down");
      assertEquals(List.of("sex", "age", "chol", "cp_asympt", "cp_typ"), hand.column("Name"));
      hand.press("&Remove");
      assertEquals(List.of("sex", "chol", "cp_asympt", "cp_typ"), hand.column("Name"));
      hand.press("&Add");
      hand.typeHere("new");
      assertEquals(List.of("sex", "chol", "new", "cp_asympt", "cp_typ"), hand.column("Name"));
      assertEquals("1", hand.text(2, "Scale"));
      hand.find("asymp");
      assertEquals(3, hand.selected());
      hand.choose(3, "Unseen", "Missing");
      hand.press("U&ndo");
      assertEquals("Refuse", hand.text(3, "Unseen"));
      hand.choose(3, "Unseen", "Missing");
      hand.press("OK");
    });
    assertEquals("name=sex;words=female,male|name=chol;scale=0.5;offset=-200|name=new|"
        + "name=cp_asympt;column=cp;category=asympt;unseen=missing|name=cp_typ;column=cp;category=typ",
        form().values().get("columns"));
  }

  @Test
  void hundredsOfColumnsAreReadable() throws Exception {
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "measurement_" + i).toList();
    String columns = IntStream.range(0, 300).mapToObj(i -> "{\"name\": \"" + names.get(i) + "\", \"title\": \"Reading "
        + i + " of the upper probe\", \"unit\": \"mm Hg\"}").collect(Collectors.joining(","));
    opened(names, "{\"loupe-card\": 1, \"inputs\": {\"features\": {\"modality\": \"tabular\", \"columns\": ["
        + columns + "]}}}");
    look(bench.file("wide.csv", (String.join(",", names) + "\n" + each(names, i -> i + ".25").replace(' ', ',') + "\n")
        .getBytes(StandardCharsets.UTF_8)), "1");
    assertEquals(List.of("Reading 299 of the upper probe", "299.25 mm Hg", "299.25", "measurement_299"),
        preview("Reading 299").get(299));
    assertTrue(says("Every column of the table is used."));
    Point before = bench.shell().getSize();
    try {
      for (var theme : List.of(Map.entry("light", LIGHT), Map.entry("dark", DARK))) {
        theme(theme.getValue());
        for (Point size : new Point[] {new Point(1024, 700), new Point(1600, 1000)}) {
          bench.shell().setSize(size);
          String name = "table-card-" + theme.getKey() + "-" + size.x;
          assertTrue(Screenshots.colors(Screenshots.take(bench.shell(), name), 40) > 20);
          edit(hand -> {
            assertEquals(300, hand.column("Name").size());
            hand.find("measurement_150");
            assertEquals(150, hand.selected());
            assertTrue(Screenshots.colors(Screenshots.take(hand.shell(), name + "-dialog"), 40) > 10);
            hand.press("Cancel");
          });
        }
      }
    } finally {
      bench.shell().setSize(before);
    }
  }
}
