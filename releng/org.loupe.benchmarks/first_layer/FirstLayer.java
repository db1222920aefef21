/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.benchmarks.workbench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.loupe.api.model.LayerInfo;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.samples.workspace.SampleWorkspace;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.jobs.Recomputation;

/** Opens a model in a workbench that has just started, feeds it a picture and looks at its layers, then ends. */
public final class FirstLayer implements IStartup {
  private static final String VIEW = "org.loupe.ui.activations";
  private static final int CHANNELS = 512;
  private static final int SIDE = 224;
  private static final int PATCH = 8;
  private static final int PAUSE = 500;
  private static final int WALKS = 9;

  @Override
  public void earlyStartup() {
    new Thread(() -> {
      try {
        Path folder = Path.of(System.getProperty("loupe.benchmark.folder"));
        look(folder, System.getProperty("loupe.benchmark.model"), System.getProperty("loupe.benchmark.way"));
      } catch (Exception e) {
        System.out.println("failed: " + e);
      }
      Display.getDefault().asyncExec(() -> PlatformUI.getWorkbench().close());
    }, "first layer").start();
  }

  /**
   * @param way "opened": the view is opened when the picture is there; "chosen": the picture is chosen when the view is
   *     there; "large": that, with the view over the whole window
   */
  private static void look(Path folder, String name, String way) throws Exception {
    Path model = folder.resolve(name);
    if (!Files.exists(model)) {
      prepare(folder);
      return;
    }
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("benchmark");
    project.create(null);
    project.open(null);
    Path inside = project.getLocation().toPath();
    for (Path file : List.of(model, Path.of(model + ".card.json"))) {
      if (Files.exists(file)) {
        Files.copy(file, inside.resolve(file.getFileName()));
      }
    }
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    IWorkbenchPage page = ui(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage());
    InspectionContext context = ui(() -> page.getWorkbenchWindow().getService(InspectionContext.class));
    ui(() -> IDE.openEditor(page, project.getFile(model.getFileName().toString())));
    until(() -> context.current().model().isPresent());
    quiet();
    Callable<Object> choose = () -> {
      context.update(i -> i.withInput(InspectedInput.of(folder.resolve("picture.png"))));
      return null;
    };
    Callable<Object> open = () -> {
      IWorkbenchPart view = page.showView(VIEW);
      if (way.equals("large")) {
        page.setPartState(page.getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
      }
      return view;
    };
    boolean last = !way.equals("opened");
    ui(last ? open : choose);
    quiet();
    System.out.println("cold");
    ui(last ? choose : open);
    quiet();
    System.out.println("warm");
    List<LayerInfo> layers = context.current().model().orElseThrow().description().layers().stream()
        .filter(l -> l.output().dims().filter(d -> d.size() == 4).isPresent()).toList();
    for (int i = 0; i < WALKS; i++) {
      String id = layers.get(i % layers.size()).id();
      ui(() -> {
        context.update(x -> x.withLayer(id));
        return null;
      });
      quiet();
    }
  }

  /** Writes a model of layers of 512 channels and 28 x 28 places, the sample's model, and a picture for both. */
  private static void prepare(Path folder) throws IOException {
    String convolved = "patches";
    GraphBuilder graph = new GraphBuilder("wide").input("picture", DataType.FLOAT, "batch, 3, 224, 224")
        .initializer("first", ArrayTensor.of(Shape.of(CHANNELS, 3, PATCH, PATCH), wave(CHANNELS * 3 * PATCH * PATCH)))
        .node(NodeBuilder.of("Conv").inputs("picture", "first").outputs(convolved)
            .ints("strides", PATCH, PATCH))
        .node(NodeBuilder.of("Relu").inputs(convolved).outputs("rectified"))
        .initializer("second", ArrayTensor.of(Shape.of(CHANNELS, CHANNELS, 1, 1), wave(CHANNELS * CHANNELS)))
        .node(NodeBuilder.of("Conv").inputs("rectified", "second").outputs("mixed"))
        .node(NodeBuilder.of("Relu").inputs("mixed").outputs("last"))
        .node(NodeBuilder.of("GlobalAveragePool").inputs("last").outputs("means"))
        .node(NodeBuilder.of("Flatten").inputs("means").outputs("y"))
        .output("y", DataType.FLOAT, "batch, 512");
    OnnxWriter.write(new ModelBuilder(graph.build(), 17).build(), folder.resolve("wide.onnx"));
    Path sample = Files.createDirectories(folder.resolve("sample"));
    SampleWorkspace.shipped().copyTo(sample, () -> false);
    for (String file : List.of("biased.onnx", "biased.onnx.card.json")) {
      Files.copy(sample.resolve("models").resolve(file), folder.resolve(file));
    }
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        picture.setRGB(x, y, x * y % 256 << 16 | (x + y) / 2 << 8 | (x ^ y));
      }
    }
    ImageIO.write(picture, "png", folder.resolve("picture.png").toFile());
  }

  /** Numbers on both sides of zero without a pattern that an eye would see. */
  private static float[] wave(int size) {
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = (float) Math.sin(i * (double) i) / PATCH;
    }
    return out;
  }

  private static <T> T ui(Callable<T> work) throws Exception {
    return Display.getDefault().syncCall(work::call);
  }

  private static void until(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      Thread.sleep(50);
    }
  }

  /** Waits until no view computes anything, and for a while. */
  private static void quiet() throws InterruptedException {
    do {
      Thread.sleep(PAUSE);
    } while (Job.getJobManager().find(Recomputation.class).length > 0);
  }
}
