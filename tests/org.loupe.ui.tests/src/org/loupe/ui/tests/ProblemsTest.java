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
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.editor.ModelEditor;
import org.loupe.ui.problems.MissingFiles;
import org.loupe.ui.problems.ModelProblems;
import org.loupe.ui.problems.ProblemKind;

/** What is wrong with a model is marked, and what can be done about it does it. */
class ProblemsTest {
  @TempDir
  Path elsewhere;
  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("problems");
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
  }

  private static List<IMarker> markers(IFile file, ProblemKind kind) {
    try {
      return Arrays.stream(file.findMarkers(ModelProblems.MARKER, true, IResource.DEPTH_ZERO))
          .filter(m -> ModelProblems.kind(m).filter(k -> k == kind).isPresent()).toList();
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IMarker marker(IFile file, ProblemKind kind) {
    Await.until("a marker of kind " + kind, () -> markers(file, kind).size() == 1);
    IMarker marker = markers(file, kind).get(0);
    String message = marker.getAttribute(IMarker.MESSAGE, "");
    assertFalse(message.isBlank() || message.contains("\n") || message.contains("Exception"), message);
    return marker;
  }

  private static void fix(IMarker marker, int number) {
    assertTrue(IDE.getMarkerHelpRegistry().hasResolutions(marker));
    IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(marker);
    assertFalse(fixes[number].getLabel().isBlank());
    fixes[number].run(marker);
  }

  private IFile dense(String name, float weight, String operator) throws Exception {
    return bench.model(new ModelBuilder(new GraphBuilder(name)
        .input("x", DataType.FLOAT, "batch, 2")
        .initializer("w", ArrayTensor.of(Shape.of(2, 2), 1f, weight, 3f, Float.POSITIVE_INFINITY * weight))
        .node(NodeBuilder.of("MatMul").name("dense").inputs("x", "w").outputs("h"))
        .node(NodeBuilder.of(operator).name("last").inputs("h").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 2").build(), 17).build());
  }

  @Test
  void filesThatNobodyOpenedAreLookedAt() throws Exception {
    IFile bad = bench.file("unopened.onnx", "this is no model at all".getBytes(StandardCharsets.UTF_8));
    assertFalse(IDE.getMarkerHelpRegistry().hasResolutions(marker(bad, ProblemKind.UNREADABLE)));

    bench.file("unopened.onnx", Files.readAllBytes(bench.model(TinyModels.denseRelu()).getLocation().toPath()));
    Await.until("the marker is gone", () -> markers(bad, ProblemKind.UNREADABLE).isEmpty());

    IFile card = bench.file("unopened.onnx.card.json", "{".getBytes(StandardCharsets.UTF_8));
    marker(card, ProblemKind.CARD);
  }

  @Test
  void missingWeightsAreCopiedToWhereTheyBelong() throws Exception {
    IFile model = bench.file("external.onnx", ExternalModel.bytes("weights.bin", 16));
    IMarker marker = marker(model, ProblemKind.MISSING_FILES);
    assertTrue(IDE.getMarkerHelpRegistry().hasResolutions(marker));
    ModelEditor editor = bench.open(model);
    Await.until("the error page", () -> editor.message() != null && !editor.message().actions().isEmpty()
        && editor.message().actions().size() == 2);
    Screenshots.take(bench.shell(), "missing-weights");
    Files.write(elsewhere.resolve("weights.bin"), new byte[16]);

    MissingFiles.copyInJob(model.getLocation().toPath(), List.of("weights.bin"), elsewhere);

    Await.until("the model is open", () -> !editor.showsMessage());
    Await.until("the marker is gone", () -> markers(model, ProblemKind.MISSING_FILES).isEmpty());
  }

  @Test
  void markerOfAnUnopenedModelGoesWhenItsWeightsCome() throws Exception {
    IFile model = bench.file("later.onnx", ExternalModel.bytes("later.bin", 16));
    marker(model, ProblemKind.MISSING_FILES);
    bench.file("later.bin", new byte[16]);
    Await.until("the marker is gone", () -> markers(model, ProblemKind.MISSING_FILES).isEmpty());
  }

  @Test
  void weightsThatAreNotFiniteLeadToTheirLayer() throws Exception {
    IFile model = dense("not-finite", Float.NaN, "Relu");
    ModelEditor editor = bench.openAndWait(model);
    IMarker marker = marker(model, ProblemKind.BAD_WEIGHTS);
    assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("2 of 4"), marker.getAttribute(IMarker.MESSAGE, ""));
    assertEquals(IMarker.SEVERITY_WARNING, marker.getAttribute(IMarker.SEVERITY, -1));

    fix(marker, 0);

    assertEquals("h", bench.context().current().layer().orElseThrow());
    assertEquals("layers", editor.getActivePageInstance().getId());
    Screenshots.take(bench.shell(), "not-finite");
  }

  @Test
  void layerWithoutGradientIsMarkedWithWhatStillWorks() throws Exception {
    IFile model = dense("no-rule", 2, "Bogus");
    ModelEditor editor = bench.openAndWait(model);
    IMarker marker = marker(model, ProblemKind.NO_GRADIENT);
    String message = marker.getAttribute(IMarker.MESSAGE, "");
    assertTrue(message.contains("Bogus"), message);

    fix(marker, 0);

    assertEquals("layers", editor.getActivePageInstance().getId());
    Table table = Bench.find(bench.shell(), Table.class).stream().filter(t -> t.getColumnCount() > 1
        && t.getColumn(1).getText().equals("Layer")).findFirst().orElseThrow();
    assertEquals(table.getColumn(EditorTest.column(table, "Gradient")), table.getSortColumn());
    Await.until("the worst is first", () -> table.getItem(0).getText(1).equals("y"));
  }

  @Test
  void cardThatCannotBeReadIsReplacedByAProposal() throws Exception {
    IFile model = bench.model(TinyModels.leftHalfRedness());
    IFile card = bench.file(model.getName() + ".card.json", "{".getBytes(StandardCharsets.UTF_8));
    IMarker marker = marker(card, ProblemKind.CARD);

    fix(marker, 1);

    Await.until("the marker is gone", () -> markers(card, ProblemKind.CARD).isEmpty());
    ModelEditor editor = (ModelEditor) bench.page().getActiveEditor();
    Await.until("the inputs are shown", () -> editor.getActivePageInstance() != null
        && editor.getActivePageInstance().getId().equals("inputs"));
    assertTrue(Files.readString(card.getLocation().toPath()).contains("\"image\""));
  }
}
