/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.LayerInfo;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.samples.workspace.SampleWorkspace;
import org.loupe.ui.api.canvas.SceneThemes;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.editor.ModelEditor;

/** The graph of a model, as a user sees it. */
class GraphPageTest {
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final int COLOURINGS = 8;

  private Bench bench;
  private ModelEditor editor;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("graph");
    Bench.automatic(false);
    bench.shell().setBounds(0, 0, 1560, 980);
  }

  @AfterEach
  void tearDown() throws Exception {
    theme(LIGHT);
    Bench.automatic(true);
    bench.close();
  }

  private static void theme(String id) {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
    Await.idle();
  }

  private void show(IFile file) throws Exception {
    editor = bench.openAndWait(file);
    editor.setActivePage("graph");
    Await.until("the graph is shown", () -> !part(Label.class, "header").getText().isEmpty());
    Await.until("it is coloured", () -> legend().contains("("));
  }

  /** A model of the sample, with the sample's pictures beside it. */
  private IFile sample() throws Exception {
    IProject project = bench.file("marker.txt", new byte[0]).getProject();
    SampleWorkspace.shipped().copyTo(project.getLocation().toPath(), () -> false);
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    return project.getFolder("models").getFile("biased.onnx");
  }

  /** Residual blocks in scopes, the last of which differ from the first. */
  private static OnnxModel large(int nodes) {
    GraphBuilder graph = new GraphBuilder("large").input("x", DataType.FLOAT, "1, 8");
    String last = "x";
    String[] operators = {"Relu", "Sigmoid", "Tanh", "Softplus"};
    for (int i = 0; 4 * i < nodes; i++) {
      String scope = "/stage" + i / 50 + "/unit" + i % 50 + "/";
      String kind = operators[i / 50 % operators.length];
      graph.node(NodeBuilder.of("Abs").name(scope + "abs").inputs(last).outputs(scope + "a"))
          .node(NodeBuilder.of(kind).name(scope + "act").inputs(scope + "a").outputs(scope + "b"))
          .node(NodeBuilder.of("Neg").name(scope + "neg").inputs(last).outputs(scope + "c"))
          .node(NodeBuilder.of("Add").name(scope + "add").inputs(scope + "b", scope + "c").outputs(scope + "y"));
      last = scope + "y";
    }
    return new ModelBuilder(graph.output(last, DataType.FLOAT, "1, 8").build(), 13).build();
  }

  private <T extends Control> T part(Class<T> type, String id) {
    return Bench.find(bench.control(editor), type).stream().filter(c -> id.equals(c.getData("org.loupe.ui.graph.id")))
        .findFirst().orElseThrow();
  }

  private Canvas canvas() {
    return part(Canvas.class, "canvas");
  }

  private String header() {
    return part(Label.class, "header").getText();
  }

  private String legend() {
    String text = part(Canvas.class, "legend").getToolTipText();
    return text == null ? "" : text;
  }

  private String layer() {
    return bench.context().current().layer().orElse("");
  }

  private void key(int code) {
    Event event = new Event();
    event.keyCode = code;
    event.character = code < 128 ? (char) code : 0;
    canvas().notifyListeners(SWT.KeyDown, event);
    Await.idle();
  }

  private Combo colouring() {
    return Bench.find(bench.control(editor), Combo.class).stream().filter(c -> c.getItemCount() >= COLOURINGS
        && c.isVisible()).findFirst().orElseThrow();
  }

  private void colourBy(int number) {
    Combo combo = colouring();
    combo.select(number);
    combo.notifyListeners(SWT.Selection, new Event());
    Await.until(() -> "it is coloured by " + combo.getItem(number) + ": " + legend(),
        () -> !legend().contains("worked out"));
  }

  /** A picture of the window, once everything has been painted anew. */
  private ImageData picture(String name) {
    int[] painted = new int[1];
    Listener counter = e -> painted[0]++;
    canvas().addListener(SWT.Paint, counter);
    canvas().redraw();
    part(Canvas.class, "legend").redraw();
    Await.until("the graph is painted", () -> painted[0] > 0);
    canvas().removeListener(SWT.Paint, counter);
    return Screenshots.take(bench.shell(), name);
  }

  private void search(String text) {
    Text field = Bench.find(bench.control(editor), Text.class).stream()
        .filter(t -> t.isVisible() && t.getMessage().startsWith("Search name")).findFirst().orElseThrow();
    field.setText(text);
    Await.idle();
  }

  @Test
  void sampleIsReadInLightAndDark() throws Exception {
    show(sample());
    ImageData light = picture("graph-sample-light");
    assertTrue(Screenshots.colors(light, 20) >= 20);
    List<LayerInfo> layers = bench.context().current().model().orElseThrow().description().layers();
    assertTrue(header().matches("(?s)\\d+ nodes.*"), header());
    assertFalse(layers.isEmpty());

    theme(DARK);
    Await.until("the canvas is dark", () -> SceneThemes.isDark(canvas().getBackground()));
    picture("graph-sample-dark");
  }

  @Test
  void keysMoveAlongTheEdgesAndTheWindowFollows() throws Exception {
    show(sample());
    List<LayerInfo> layers = bench.context().current().model().orElseThrow().description().layers();
    key(SWT.HOME);
    key(SWT.ARROW_DOWN);
    String first = layer();
    assertEquals(layers.get(0).id(), first);
    key(SWT.ARROW_DOWN);
    assertNotEquals(first, layer());
    key(SWT.ARROW_UP);
    assertEquals(first, layer());

    String last = layers.get(layers.size() - 1).id();
    bench.context().update(i -> i.withLayer(last));
    key(SWT.ARROW_UP);
    assertNotEquals(last, layer(), "the graph has followed, and goes on from there");
    picture("graph-keyboard");

    key('1');
    key('+');
    key('-');
    key('0');
    picture("graph-fit");
  }

  @Test
  void everyColouringSaysWhatItShows() throws Exception {
    IFile model = sample();
    IFile picture = bench.picture("p.png", 64, 0xd04020, 0x2040d0);
    show(model);
    assertTrue(legend().matches("(?s).*\\(\\d+\\).*"), "kinds with their numbers: " + legend());
    for (int i = 1; i < colouring().getItemCount(); i++) {
      colourBy(i);
      picture("graph-colour-" + i + "-no-input");
    }
    assertTrue(legend().contains("Choose an input"), "a sentence where there is nothing to show: " + legend());

    bench.context().update(i -> i.withInput(InspectedInput.of(picture.getLocation().toPath())));
    Await.until(() -> "the numbers follow the input: " + legend(), () -> legend().contains("p.png"));
    for (int i = 1; i < colouring().getItemCount(); i++) {
      colourBy(i);
      assertFalse(legend().contains("Choose an input"), legend());
      assertFalse(legend().contains("failed"), legend());
      picture("graph-colour-" + i);
    }
  }

  @Test
  void twoThousandNodesAreFoldedSearchedAndUnfolded() throws Exception {
    show(bench.model(large(2000)));
    assertTrue(header().contains("folded"), header());
    picture("graph-2000-light");
    String before = header();

    key(SWT.HOME);
    search("unit7 act");
    String found = part(Label.class, "found").getText();
    assertTrue(found.startsWith("10 "), found);
    key(SWT.F3);
    Await.until(() -> "the match is selected: " + layer(), () -> layer().equals("/stage0/unit7/b"));
    assertNotEquals(before, header(), "what holds the match was opened");
    picture("graph-2000-search");

    key(SWT.CR);
    Await.until(() -> "the group is folded again: " + header(), () -> !header().contains("laid out"));

    search("");
    unfoldAll();
    Await.until(() -> "all is open: " + header(), () -> header().matches("(?s)2,00\\d nodes\\..*"));
    key('0');
    picture("graph-2000-unfolded");

    theme(DARK);
    Await.until("the canvas is dark", () -> SceneThemes.isDark(canvas().getBackground()));
    picture("graph-2000-dark");
  }

  private void unfoldAll() {
    for (var item : canvas().getMenu().getItems()) {
      if (item.getText().replace("&", "").equals("Unfold All")) {
        item.notifyListeners(SWT.Selection, new Event());
      }
    }
  }

  @Test
  void fiftyThousandNodesAreFoldedWithAWord() throws Exception {
    GraphBuilder graph = new GraphBuilder("huge").input("x", DataType.FLOAT, "1, 8");
    String last = "x";
    String[] operators = {"Relu", "Sigmoid", "Tanh", "Softplus", "Abs", "Neg", "Exp"};
    Random random = new Random(11);
    for (int i = 0; i < 50_000; i++) {
      graph.node(NodeBuilder.of(operators[random.nextInt(operators.length)]).inputs(last).outputs("v" + i));
      last = "v" + i;
    }
    show(bench.model(new ModelBuilder(graph.output(last, DataType.FLOAT, "1, 8").build(), 13).build()));
    assertTrue(header().contains("50,000 nodes") && header().contains("too many"), header());
    picture("graph-50000");
    unfoldAll();
    Await.until(() -> "what can be drawn is open: " + header(), () -> !header().contains("laid out"));
  }

  @Test
  void foldsAndZoomAreKept() throws Exception {
    IFile file = bench.model(large(400));
    show(file);
    unfoldAll();
    Await.until(() -> "all is open: " + header(), () -> header().matches("(?s)400 nodes\\..*"));
    bench.page().closeAllEditors(false);
    show(file);
    assertTrue(header().matches("(?s)400 nodes\\..*"), header());
  }

  @Test
  void theOutlineFollowsAndLeads() throws Exception {
    show(bench.model(large(400)));
    Tree tree = Bench.find(bench.control(bench.page().showView(IPageLayout.ID_OUTLINE)), Tree.class).get(0);
    Await.until("the outline has the modules", () -> tree.getItemCount() == 2);
    bench.context().update(i -> i.withLayer("/stage1/unit3/b"));
    assertTrue(tree.getSelection()[0].getText().startsWith("act"), tree.getSelection()[0].getText());
    assertEquals("unit3", tree.getSelection()[0].getParentItem().getText());

    Event chosen = new Event();
    chosen.item = tree.getSelection()[0].getParentItem().getItem(3);
    tree.showItem((TreeItem) chosen.item);
    Await.until("the item is filled", () -> !((TreeItem) chosen.item).getText().isEmpty());
    tree.notifyListeners(SWT.Selection, chosen);
    assertEquals("/stage1/unit3/y", layer());
    picture("graph-outline");
  }

  @Test
  void aLayerIsShownOnTheLayersPage() throws Exception {
    show(sample());
    key(SWT.HOME);
    key(SWT.ARROW_DOWN);
    for (var item : canvas().getMenu().getItems()) {
      if (item.getText().replace("&", "").equals("Show in Layers")) {
        item.notifyListeners(SWT.Selection, new Event());
      }
    }
    Await.idle();
    Table table = Bench.find(bench.control(editor), Table.class).stream().filter(Control::isVisible).findFirst()
        .orElseThrow();
    assertEquals(layer(), table.getSelection()[0].getText(1));
  }
}
