/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.canvas.SceneThemes;
import org.loupe.ui.editor.ModelEditor;
import org.loupe.ui.explanation.ExplanationView;

/** The dark theme is taken up while the workbench runs. */
class ThemeTest {
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

  private Bench bench;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("theme");
  }

  @AfterEach
  void tearDown() throws Exception {
    theme(LIGHT);
    bench.close();
  }

  @Test
  void canvasFollowsTheTheme() throws Exception {
    ModelEditor editor = bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    ExplanationView view = bench.explanation();
    Bench.drop(bench.control(view), bench.picture("p.png", 8, 0xff0000, 0).getLocation().toOSString());
    JourneyTest.awaitRecord(view, Optional.empty());
    Await.until("the picture is drawn", () -> view.canvas().scene() != null);
    assertFalse(view.canvas().theme().dark());
    double light = corner(Screenshots.take(view.canvas(), "canvas-light"));

    theme(DARK);

    Await.until("the canvas is dark", () -> view.canvas().theme().dark());
    double dark = corner(Screenshots.take(view.canvas(), "canvas-dark"));
    assertTrue(light > 200 && dark < 90, "from " + light + " to " + dark);
    Screenshots.take(bench.shell(), "explained-dark");
    for (String page : new String[] {"layers", "inputs", "overview"}) {
      editor.setActivePage(page);
      ScrolledForm form = Bench.find(bench.shell(), ScrolledForm.class).stream().filter(ScrolledForm::isVisible)
          .findFirst().orElseThrow();
      Await.until("page " + page + " is dark", () -> SceneThemes.isDark(form.getBody().getBackground()));
      Screenshots.take(bench.shell(), page + "-dark");
    }
  }

  private static void theme(String id) {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
    Await.idle();
  }

  /** Brightness of the pixel in a corner, from 0 to 255. */
  private static double corner(ImageData data) {
    var rgb = data.palette.getRGB(data.getPixel(1, 1));
    return (rgb.red + rgb.green + rgb.blue) / 3.0;
  }
}
