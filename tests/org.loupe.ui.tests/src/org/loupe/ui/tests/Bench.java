/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;
import org.loupe.graph.OnnxModel;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.settings.SettingsForm;
import org.loupe.ui.editor.ModelEditor;
import org.loupe.ui.explanation.ExplanationView;
import org.loupe.ui.inputs.InputDrop;
import org.loupe.ui.perspective.ModelDebugging;
import org.loupe.ui.prediction.PredictionView;
import org.loupe.ui.runs.RunsView;

/** A workbench window in the perspective of model debugging with a project of its own, and hands to work in it. */
final class Bench implements AutoCloseable {
  private static final AtomicInteger BENCHES = new AtomicInteger();

  private final IProject project;
  private final IWorkbenchWindow window;

  Bench(String name) throws CoreException {
    window = PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null
        ? PlatformUI.getWorkbench().getActiveWorkbenchWindow() : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    // a model at the same place would be opened with the input that a test before gave it
    project = ResourcesPlugin.getWorkspace().getRoot().getProject(name + "-" + BENCHES.incrementAndGet());
    project.create(null);
    project.open(null);
    try {
      PlatformUI.getWorkbench().showPerspective(ModelDebugging.ID, window);
    } catch (WorkbenchException e) {
      throw new IllegalStateException(e);
    }
    page().closeAllEditors(false);
    page().resetPerspective();
    automatic(true);
    context().update(i -> i.withMethod("occlusion"));
  }

  static void automatic(boolean on) {
    InstanceScope.INSTANCE.getNode("org.loupe.ui").putBoolean("automatic", on);
  }

  IWorkbenchPage page() {
    return window.getActivePage();
  }

  Shell shell() {
    return window.getShell();
  }

  InspectionContext context() {
    return window.getService(InspectionContext.class);
  }

  PredictionView prediction() throws PartInitException {
    return (PredictionView) page().showView(ModelDebugging.PREDICTION);
  }

  ExplanationView explanation() throws PartInitException {
    return (ExplanationView) page().showView(ModelDebugging.EXPLANATION);
  }

  RunsView runs() throws PartInitException {
    return (RunsView) page().showView(ModelDebugging.RUNS);
  }

  IFile file(String name, byte[] content) throws CoreException {
    IFile file = project.getFile(name);
    if (file.exists()) {
      file.setContents(new ByteArrayInputStream(content), IResource.FORCE, null);
    } else {
      file.create(new ByteArrayInputStream(content), true, null);
    }
    return file;
  }

  IFile model(OnnxModel model) throws CoreException, IOException {
    Path folder = Files.createTempDirectory("loupe-ui-tests");
    Path written = TinyModels.write(model, folder);
    IFile file = file(written.getFileName().toString(), Files.readAllBytes(written));
    Files.delete(written);
    Files.delete(folder);
    return file;
  }

  /** A picture whose left half has one colour and whose right half another. */
  IFile picture(String name, int side, int left, int right) throws CoreException {
    ImageData data = new ImageData(side, side, 24, new PaletteData(0xff0000, 0xff00, 0xff));
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        data.setPixel(x, y, x < side / 2 ? left : right);
      }
    }
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {data};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    loader.save(out, SWT.IMAGE_PNG);
    return file(name, out.toByteArray());
  }

  ModelEditor open(IFile file) throws PartInitException {
    return (ModelEditor) IDE.openEditor(page(), file);
  }

  /** Opens a model and waits until it is what the window looks at. */
  ModelEditor openAndWait(IFile file) throws PartInitException {
    ModelEditor editor = open(file);
    Await.until(() -> "the model is open, but " + editor.message(), () -> !editor.showsMessage());
    Await.until(() -> "the window looks at it, but at " + context().current().model() + " with active editor "
        + page().getActiveEditor(), () -> context().current().model()
        .filter(m -> m.file().equals(file.getLocation().toPath())).isPresent());
    return editor;
  }

  /** Drops files on a view or editor, through the handler that its drop target has. */
  static boolean drop(Composite part, String... files) {
    return dropTargets(part).get(0).accept(files);
  }

  private static List<InputDrop> dropTargets(Control control) {
    List<InputDrop> out = new ArrayList<>();
    if (control.getData(DND.DROP_TARGET_KEY) instanceof DropTarget target) {
      for (var listener : target.getDropListeners()) {
        if (listener instanceof InputDrop drop) {
          out.add(drop);
        }
      }
    }
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        out.addAll(dropTargets(child));
      }
    }
    return out;
  }

  /** All controls of a type below another, in order. */
  static <T> List<T> find(Control root, Class<T> type) {
    List<T> out = new ArrayList<>();
    if (type.isInstance(root)) {
      out.add(type.cast(root));
    }
    if (root instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        out.addAll(find(child, type));
      }
    }
    return out;
  }

  /** The line of a form in which a setting is typed, by the setting's label. */
  static Text line(SettingsForm form, String label) {
    List<Control> widgets = Arrays.asList(form.getChildren());
    Label found = find(form, Label.class).stream().filter(l -> l.getText().startsWith(label)).findFirst().orElseThrow();
    return find(widgets.get(widgets.indexOf(found) + 1), Text.class).get(0);
  }

  /** The control that holds a view or an editor. */
  Composite control(IWorkbenchPart view) {
    return (Composite) view.getSite().getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class).getWidget();
  }

  @Override
  public void close() throws CoreException {
    page().closeAllEditors(false);
    Await.idle();
    project.delete(true, true, null);
  }
}
