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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.loupe.testkit.TinyModels;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.editor.ModelEditor;
import org.osgi.framework.FrameworkUtil;

/** Pages of other bundles that throw: a sentence that names the bundle stands in their place, and all else works. */
class ContributedPageTest {
  private static final String POINT = "org.loupe.ui.api.editorPages";
  private static final List<String> METHODS = List.of("create", "link", "focus", "reveal", "dispose", "nothing");

  private final IExtensionRegistry registry = Platform.getExtensionRegistry();
  private Bench bench;
  private ModelEditor editor;

  @BeforeEach
  void setUp() throws Exception {
    StringBuilder xml = new StringBuilder("<plugin><extension id='throwing-pages' point='" + POINT + "'>");
    METHODS.forEach(m -> xml.append("<page id='throws-in-" + m + "' name='Throws in " + m + "' order='900' "
        + "class='org.loupe.ui.tests.ThrowingPage:" + m + "'/>"));
    xml.append("<page id='missing' name='Missing' order='901' class='vendor.Missing'/></extension></plugin>");
    InputStream plugin = new ByteArrayInputStream(xml.toString().getBytes(StandardCharsets.UTF_8));
    assertTrue(registry.addContribution(plugin,
        ContributorFactoryOSGi.createContributor(FrameworkUtil.getBundle(ThrowingPage.class)), false, "throwing pages",
        null, null));
    ThrowingPage.listening = 0;
    bench = new Bench("contributed");
    editor = bench.openAndWait(bench.model(TinyModels.convSoftmax()));
  }

  @AfterEach
  void tearDown() throws Exception {
    bench.close();
    registry.removeExtension(registry.getExtension(POINT, "org.loupe.ui.throwing-pages"), null);
  }

  @Test
  void whatThrowsIsTakenAway() throws Exception {
    broken("throws-in-create", "IllegalStateException: thrown in create");
    Screenshots.take(bench.shell(), "contributed-page-broken");
    broken("throws-in-link", "NoClassDefFoundError: vendor/Missing");
    broken("missing", "vendor.Missing");
    editor.setActivePage("throws-in-focus");
    editor.setFocus();
    broken("throws-in-focus", "thrown in focus");
    intact("throws-in-nothing");
    intact("throws-in-reveal");
    ThrowingPage.site.show("throws-in-reveal", "conv");
    broken("throws-in-reveal", "thrown in reveal");
    intact("throws-in-nothing");
    assertEquals(1, ThrowingPage.listening, "only the page that did not throw listens to the window");
    editor.setActivePage("layers");
    assertEquals("layers", editor.getActivePageInstance().getId());
  }

  @Test
  void whatThrowsAtTheEndKeepsNothingOpen() {
    intact("throws-in-dispose");
    assertTrue(bench.page().closeEditor(editor, false));
    Await.until("nothing listens any more", () -> ThrowingPage.listening == 0);
    assertEquals(null, bench.page().getActiveEditor());
  }

  private Composite page(String id) {
    assertTrue(editor.setActivePage(id) != null, id);
    Await.idle();
    return (Composite) editor.getActivePageInstance().getPartControl();
  }

  private void intact(String id) {
    Composite page = page(id);
    assertTrue(Bench.find(page, EmptyState.class).isEmpty(), id);
    assertEquals("made", Bench.find(page, Label.class).get(0).getText());
  }

  private void broken(String id, String reason) {
    List<EmptyState> states = Bench.find(page(id), EmptyState.class);
    assertEquals(1, states.size(), id);
    EmptyMessage message = states.get(0).message();
    assertEquals(EmptyMessage.Mood.ERROR, message.mood());
    assertTrue(message.title().contains(editor.getActivePageInstance().getTitle()), message.title());
    assertTrue(message.text().contains("org.loupe.ui") && message.text().contains(reason), message.text());
    assertFalse(message.text().contains("\n"), message.text());
  }
}
