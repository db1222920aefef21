/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.scene.Group;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.ThemeRole;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlWriterTest {
  private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' & \u202e<b>";
  @TempDir
  Path dir;

  private Document document(HtmlPage page) throws IOException {
    Path file = dir.resolve("page.html");
    HtmlWriter.write(page, file);
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertTrue(text.startsWith("<!DOCTYPE html>"));
    return SvgReader.parse(bytes);
  }

  private static Scene scene() {
    Item picture = new ImageItem(Raster.of(1, 1, -1), new Rect(0, 0, 5, 5), true, 1, "picture");
    return new Scene(50, 30, SceneColor.of(ThemeRole.BACKGROUND), "Figure", "",
        List.of(Group.of("", List.of(picture)).clipped(new Rect(0, 0, 3, 3)), picture));
  }

  @Test
  void everythingStandsInOrder() throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Model", "m.onnx");
    facts.put("Answer", "cat");
    Document d = document(HtmlPage.titled("Title").heading("Section").paragraph("Words").figure(scene(), "Caption")
        .facts(facts).table(List.of("Class", "Probability"), List.of(List.of("cat", "0.93"), List.of("dog", "1e-3")))
        .build());
    assertEquals("Title", SvgReader.elements(d, "h1").getFirst().getTextContent());
    assertEquals("Title", SvgReader.elements(d, "title").getFirst().getTextContent());
    assertEquals(List.of("Model", "Answer", "Class", "Probability"),
        SvgReader.elements(d, "th").stream().map(Element::getTextContent).toList());
    List<Element> cells = SvgReader.elements(d, "td");
    assertEquals(List.of("m.onnx", "cat", "cat", "0.93", "dog", "1e-3"),
        cells.stream().map(Element::getTextContent).toList());
    assertEquals(List.of("", "", "", "number", "", "number"),
        cells.stream().map(c -> c.getAttribute("class")).toList());
    assertEquals("Caption", SvgReader.elements(d, "figcaption").getFirst().getTextContent());
    assertEquals("en", d.getDocumentElement().getAttribute("lang"));
  }

  @Test
  void refersToNothingOutsideAndRunsNothing() throws IOException {
    Document d = document(HtmlPage.titled("T").figure(scene(), "").build());
    String policy = SvgReader.elements(d, "meta").stream().map(m -> m.getAttribute("content"))
        .filter(c -> c.contains("default-src 'none'")).findFirst().orElseThrow();
    assertFalse(policy.contains("script-src") || policy.contains("http"));
    var all = d.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element e = (Element) all.item(i);
      assertFalse(Set.of("script", "link", "iframe", "object", "base", "a").contains(e.getLocalName()));
      for (int a = 0; a < e.getAttributes().getLength(); a++) {
        String name = e.getAttributes().item(a).getNodeName();
        String value = e.getAttributes().item(a).getNodeValue();
        assertFalse(name.startsWith("on") || name.equals("src"), name);
        assertTrue(!name.equals("href") || value.startsWith("data:image/png;base64,"), value);
        assertTrue(!value.contains("://") || name.equals("xmlns"), value);
      }
    }
    String style = SvgReader.elements(d, "style").getFirst().getTextContent();
    assertFalse(style.contains("url(") || style.contains("@import"));
    assertTrue(style.contains("prefers-color-scheme"));
  }

  @Test
  void idsOfSeveralFiguresDiffer() throws IOException {
    Document d = document(HtmlPage.titled("T").figure(scene(), "").figure(scene(), "").build());
    Set<String> ids = new HashSet<>();
    SvgReader.elements(d, "clipPath").forEach(c -> ids.add(c.getAttribute("id")));
    assertEquals(2, ids.size());
    assertEquals(2, SvgReader.elements(d, "svg").size());
  }

  @Test
  void hostileTextStaysText() throws IOException {
    Document d = document(HtmlPage.titled(HOSTILE).heading(HOSTILE).paragraph(HOSTILE).figure(scene(), HOSTILE)
        .facts(Map.of(HOSTILE, HOSTILE)).table(List.of(HOSTILE), List.of(List.of(HOSTILE))).build());
    assertTrue(SvgReader.elements(d, "script").isEmpty() && SvgReader.elements(d, "b").isEmpty());
    for (String element : List.of("h1", "h2", "p", "figcaption", "th", "td")) {
      assertEquals(HOSTILE.replace("\u202e", ""), SvgReader.elements(d, element).getFirst().getTextContent());
      assertEquals("auto", SvgReader.elements(d, element).getFirst().getAttribute("dir"));
    }
  }
}
