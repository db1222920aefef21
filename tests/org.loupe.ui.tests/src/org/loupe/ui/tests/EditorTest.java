/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.settings.SettingsForm;
import org.loupe.ui.editor.ModelEditor;
import org.loupe.ui.problems.ModelProblems;

/** The editor: what it opens, what it refuses, and the card that it saves. */
class EditorTest {
  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("editor");
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
  }

  @Test
  void fileIsKnownByItsSignature() throws Exception {
    IFile model = bench.model(TinyModels.denseRelu());
    assertEquals("org.loupe.ui.onnx", model.getContentDescription().getContentType().getId());
    assertEquals(ModelEditor.ID, PlatformUI.getWorkbench().getEditorRegistry()
        .getDefaultEditor(model.getName(), model.getContentDescription().getContentType()).getId());
    assertEquals("org.loupe.ui.card", Platform.getContentTypeManager().findContentTypeFor("a.onnx.card.json").getId());
  }

  @Test
  void corruptModelGetsErrorPageAndMarker() throws Exception {
    IFile bad = bench.file("bad.onnx", "this is no model at all".getBytes(StandardCharsets.UTF_8));
    ModelEditor editor = bench.open(bad);
    Await.until("the error page", () -> editor.message().mood() == EmptyMessage.Mood.ERROR);
    assertTrue(editor.showsMessage());
    assertOneLine(editor.message().text());
    Await.until("the marker", () -> markers(bad).length == 1);
    assertOneLine(markers(bad)[0].getAttribute(IMarker.MESSAGE, ""));
    Screenshots.take(bench.shell(), "corrupt");
  }

  @Test
  void repairedModelIsOpenedAnewAndLosesItsMarker() throws Exception {
    IFile good = bench.model(TinyModels.denseRelu());
    byte[] content = Files.readAllBytes(good.getLocation().toPath());
    IFile file = bench.file("broken.onnx", Arrays.copyOf(content, content.length / 2));
    ModelEditor editor = bench.open(file);
    Await.until("the marker", () -> markers(file).length == 1);

    file.setContents(new ByteArrayInputStream(content), IResource.FORCE, null);

    Await.until(() -> "the model is open; the editor says " + editor.message(), () -> !editor.showsMessage());
    Await.until("the marker is gone", () -> markers(file).length == 0);
  }

  @Test
  void layerThatIsSelectedIsLookedAt() throws Exception {
    ModelEditor editor = bench.openAndWait(bench.model(TinyModels.convSoftmax()));
    editor.setActivePage("layers");
    Table table = Bench.find(bench.shell(), Table.class).stream().filter(t -> t.getColumnCount() > 1
        && t.getColumn(1).getText().equals("Layer")).findFirst().orElseThrow();
    int gradient = column(table, "Gradient");
    assertEquals(5, table.getItemCount());
    Await.until("how layers are differentiated is told", () -> table.getItem(1).getText(gradient).equals("exact"));
    assertNotNull(table.getItem(1).getImage(gradient), "a colour beside the word");
    Text filter = Bench.find(table.getParent(), Text.class).get(0);

    filter.setText("relu");
    assertEquals(1, table.getItemCount());
    table.setSelection(0);
    table.notifyListeners(SWT.Selection, new Event());

    assertEquals("features", bench.context().current().layer().orElseThrow());
    filter.setText("");
    assertEquals(1, table.getSelectionIndex(), "the selection survives the filter");
    Screenshots.take(bench.shell(), "layers");
  }

  @Test
  void editedCardIsDirtyUndoneAndSaved() throws Exception {
    IFile file = bench.model(TinyModels.leftHalfRedness());
    ModelEditor editor = bench.openAndWait(file);
    assertFalse(editor.isDirty(), "a proposed card is no change");
    editor.setActivePage("inputs");
    SettingsForm form = Bench.find(bench.shell(), SettingsForm.class).stream()
        .filter(f -> f.values().containsKey("mean")).findFirst().orElseThrow();
    Text mean = Bench.line(form, "Mean");
    String before = mean.getText();

    mean.setText("0.25");
    assertTrue(editor.isDirty());
    PlatformUI.getWorkbench().getOperationSupport().getOperationHistory().undo(editor.undoContext(), null, null);
    assertEquals(before, form.values().get("mean"));
    assertFalse(editor.isDirty());

    mean.setText("0.25");
    bench.page().saveEditor(editor, false);
    assertFalse(editor.isDirty());
    Path card = Path.of(file.getLocation().toOSString() + ".card.json");
    assertTrue(Files.readString(card).contains("0.25"), Files.readString(card));
    Screenshots.take(bench.shell(), "inputs");
  }

  @Test
  void cardThatDoesNotFitIsMarked() throws Exception {
    IFile model = bench.model(TinyModels.leftHalfRedness());
    IFile card = bench.file(model.getName() + ".card.json",
        "{\"loupe-card\": 1, \"inputs\": {\"picture\": {\"modality\": \"image\"}}}".getBytes(StandardCharsets.UTF_8));
    bench.openAndWait(model);
    Await.until("the marker", () -> markers(card).length > 0);
    assertOneLine(markers(card)[0].getAttribute(IMarker.MESSAGE, ""));
  }

  /** Position of a column by its title. */
  static int column(Table table, String title) {
    List<String> titles = Arrays.stream(table.getColumns()).map(TableColumn::getText).toList();
    assertTrue(titles.contains(title), titles.toString());
    return titles.indexOf(title);
  }

  private static IMarker[] markers(IFile file) {
    try {
      return file.findMarkers(ModelProblems.MARKER, true, IResource.DEPTH_ZERO);
    } catch (CoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertOneLine(String text) {
    assertFalse(text.isBlank());
    assertFalse(text.contains("\n"), text);
    assertFalse(text.contains("Exception"), text);
  }
}
