/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.result.SaliencyMap;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.explanation.ExplanationView;

/** Feeding what is on the clipboard. */
class PasteTest {
  private Bench bench;
  private ExplanationView view;
  private Clipboard clipboard;

  @BeforeEach
  void setUp() throws Exception {
    bench = new Bench("paste");
    bench.openAndWait(bench.model(TinyModels.leftHalfRedness()));
    view = bench.explanation();
    clipboard = new Clipboard(bench.shell().getDisplay());
  }

  @AfterEach
  void tearDown() throws Exception {
    clipboard.dispose();
    bench.close();
  }

  private void paste() throws Exception {
    bench.page().activate(view);
    bench.shell().forceActive();
    view.getSite().getService(IHandlerService.class).executeCommand("org.loupe.ui.pasteInput", null);
  }

  private String input() {
    return bench.context().current().input().map(InspectedInput::name).orElse("");
  }

  @Test
  void picture() throws Exception {
    ImageData red = new ImageData(8, 8, 24, new PaletteData(0xff0000, 0xff00, 0xff));
    for (int i = 0; i < 64; i++) {
      red.setPixel(i % 8, i / 8, 0xff0000);
    }
    clipboard.setContents(new Object[] {red}, new Transfer[] {ImageTransfer.getInstance()});
    paste();
    Await.until("the picture is looked at", () -> input().startsWith("pasted-"));
    SaliencyMap map = (SaliencyMap) JourneyTest.awaitRecord(view, Optional.empty()).result();
    assertEquals(3 * 64, map.values().size());
    Screenshots.take(bench.shell(), "pasted");
  }

  @Test
  void file() throws Exception {
    Path file = bench.picture("copied.png", 8, 0xff0000, 0).getLocation().toPath();
    clipboard.setContents(new Object[] {new String[] {file.toString()}}, new Transfer[] {FileTransfer.getInstance()});
    paste();
    Await.until("the file is looked at", () -> input().equals("copied.png"));
    assertTrue(JourneyTest.awaitRecord(view, Optional.empty()).result() instanceof SaliencyMap);
  }

  @Test
  void somethingElse() throws Exception {
    clipboard.setContents(new Object[] {"only words"}, new Transfer[] {TextTransfer.getInstance()});
    paste();
    Await.idle();
    assertEquals("", input());
    assertTrue(Bench.find(bench.shell(), CLabel.class).stream().anyMatch(l -> l.getText().contains("no picture")),
        "the status line says that there is nothing to paste");
  }
}
