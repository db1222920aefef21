/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.scene.Anchor;
import org.loupe.scene.Baseline;
import org.loupe.scene.Group;
import org.loupe.scene.HitGrid;
import org.loupe.scene.HitRegion;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.PathData;
import org.loupe.scene.PathItem;
import org.loupe.scene.Raster;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.Selection;
import org.loupe.scene.Stroke;
import org.loupe.scene.TextItem;
import org.loupe.scene.TextStyle;
import org.loupe.scene.Theme;
import org.loupe.scene.ThemeRole;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SvgWriterTest {
  private static final String HOSTILE =
      "</title><script>alert(1)</script>\"'><img src=x onerror=y>&lt;]]>\u0000\u001b\u202e\uffff\ud800 end";

  private static Scene scene(Item... items) {
    return new Scene(60, 40, SceneColor.of(ThemeRole.BACKGROUND), "A title", "A description", List.of(items));
  }

  private static byte[] bytes(Scene scene, Theme theme) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SvgWriter.write(scene, Optional.ofNullable(theme), out);
    return out.toByteArray();
  }

  private static Document svg(Scene scene, Theme theme) throws IOException {
    return SvgReader.parse(bytes(scene, theme));
  }

  @Test
  void showsWhatThePngShows() throws IOException {
    SceneColor red = SceneColor.argb(0xc0ff2010);
    Raster picture = Raster.of(4, 2, 0xffff0000, 0xff00ff00, 0x800000ff, 0xffffffff, 0, -1, 0xff808080, 0xff101010);
    Group inner = Group.of("inner", List.of(
        PathItem.filled(PathData.circle(8, 8, 7.5), SceneColor.of(ThemeRole.ACCENT, 0.5)),
        new ImageItem(picture, new Rect(0, 10, 20, 10), false, 0.7, "picture"))).moved(3, 4)
        .clipped(new Rect(1, 1, 14, 17));
    Scene s = scene(PathItem.filled(PathData.rect(new Rect(10.25, 5.5, 30, 20.75)), red),
        Group.of("outer", List.of(inner,
            new PathItem(PathData.polyline(2, 3, 20, 30, 33.3, 8), Optional.empty(),
                Optional.of(new Stroke(SceneColor.of(ThemeRole.FOREGROUND), 2.5, List.of(7.0, 3.0)))))).moved(12, 2),
        new ImageItem(picture, new Rect(40, 20, 16, 16), false, 1, ""),
        new PathItem(PathData.rect(new Rect(45, 3, 10, 10)), Optional.of(red),
            Optional.of(Stroke.solid(SceneColor.of(ThemeRole.GRID), 2))));
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      BufferedImage fromSvg = SvgReader.draw(svg(s, theme));
      Raster png = PngWriter.draw(s, theme, 1);
      for (int y = 0; y < 40; y++) {
        for (int x = 0; x < 60; x++) {
          for (int shift = 0; shift < 32; shift += 8) {
            assertEquals(png.argb(x, y) >>> shift & 0xff, fromSvg.getRGB(x, y) >>> shift & 0xff, 3,
                theme.id() + " at " + x + ", " + y);
          }
        }
      }
    }
  }

  @Test
  void picturesAreWithinAndWhole() throws IOException {
    int[] argb = new Random(4).ints(35).toArray();
    Document d = svg(scene(new ImageItem(Raster.of(7, 5, argb), new Rect(1, 2, 30, 20), true, 0.25, "noise")), null);
    Element image = SvgReader.elements(d, "image").getFirst();
    assertArrayEquals(argb, SvgReader.picture(image).getRGB(0, 0, 7, 5, null, 0, 7));
    assertEquals("noise", image.getAttribute("aria-label"));
    assertEquals("none", image.getAttribute("preserveAspectRatio"));
    assertEquals(0.25, SvgReader.number(image, "opacity"));
  }

  @Test
  void textStandsWhereItShould() throws IOException {
    Document d = svg(scene(
        TextItem.of("end", 30, 20, TextStyle.bold(10)).align(Anchor.END, Baseline.MIDDLE).rotate(-90),
        TextItem.of("plain", 5, 6, TextStyle.plain(8)),
        TextItem.of("a long text that is cut", 5, 30, TextStyle.plain(8)).limit(40)), Theme.LIGHT);
    List<Element> texts = SvgReader.elements(d, "text");
    Element end = texts.get(0);
    assertEquals("end", end.getTextContent());
    assertEquals("end", end.getAttribute("text-anchor"));
    assertEquals("bold", end.getAttribute("font-weight"));
    assertEquals("rotate(-90 30 20)", end.getAttribute("transform"));
    assertEquals(23.6, SvgReader.number(end, "y"), 1e-9);
    assertEquals(6, SvgReader.number(texts.get(1), "y"));
    assertEquals("", texts.get(1).getAttribute("text-anchor"));
    Element cut = texts.get(2);
    assertEquals("a long text that is cut", cut.getFirstChild().getTextContent());
    assertTrue(cut.getLastChild().getTextContent().endsWith("\u2026"));
  }

  @Test
  void regionsBecomeTooltipsWithTheirSelection() throws IOException {
    HitGrid.Cells cells = (row, column) -> "cell " + row + " " + column;
    Document d = svg(scene(HitRegion.of(new Rect(1, 2, 3, 4), "two\nlines", Selection.of(Selection.ROW, "r\"1", 1)),
        HitRegion.of(new Rect(1, 2, 3, 4), ""), new HitGrid(new Rect(10, 10, 20, 20), 2, 2, cells),
        new HitGrid(new Rect(10, 10, 20, 20), 1000, 1000, cells)), Theme.LIGHT);
    List<Element> titles = SvgReader.elements(d, "title");
    assertEquals(List.of("A title", "two\nlines", "cell 0 0", "cell 0 1", "cell 1 0", "cell 1 1"),
        titles.stream().map(Element::getTextContent).toList());
    Element region = (Element) titles.get(1).getParentNode();
    assertEquals("row", region.getAttribute("data-kind"));
    assertEquals("r\"1", region.getAttribute("data-id"));
    assertEquals(0, SvgReader.number(region, "fill-opacity"));
  }

  @Test
  void withoutAThemeItFollowsTheReader() throws IOException {
    PathItem item = PathItem.filled(PathData.rect(new Rect(0, 0, 5, 5)), SceneColor.of(ThemeRole.ACCENT));
    Document d = svg(scene(item), null);
    String style = SvgReader.elements(d, "style").getFirst().getTextContent();
    assertTrue(style.contains("prefers-color-scheme:dark"));
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (ThemeRole role : ThemeRole.values()) {
        assertTrue(style.contains(".loupe-fill-" + role.name().toLowerCase(Locale.ROOT) + "{fill:"
            + Palette.hex(theme.argb(role)) + "}"));
      }
    }
    Element path = SvgReader.elements(d, "path").getFirst();
    assertEquals("loupe-fill-accent", path.getAttribute("class"));
    assertEquals(Palette.hex(Theme.LIGHT.argb(ThemeRole.ACCENT)), path.getAttribute("fill"));
    assertTrue(SvgReader.elements(svg(scene(item), Theme.DARK), "style").isEmpty());
  }

  @Test
  void hostileTextStaysText() throws IOException {
    Rect r = new Rect(0, 0, 5, 5);
    Scene s = new Scene(60, 40, SceneColor.argb(-1), HOSTILE, HOSTILE, List.of(
        TextItem.of(HOSTILE, 0, 10, TextStyle.plain(8)).limit(30), Group.of(HOSTILE, List.of()),
        HitRegion.of(r, HOSTILE, Selection.of(HOSTILE, HOSTILE)),
        new ImageItem(Raster.of(1, 1, 0), r, true, 1, HOSTILE)));
    byte[] bytes = bytes(s, null);
    Document d = SvgReader.parse(bytes);
    assertTrue(SvgReader.elements(d, "script").isEmpty() && SvgReader.elements(d, "img").isEmpty());
    String title = SvgReader.elements(d, "title").getFirst().getTextContent();
    assertTrue(title.startsWith("</title><script>alert(1)</script>\"'><img") && title.endsWith(" end"), title);
    String all = new String(bytes, StandardCharsets.UTF_8);
    assertFalse(all.contains("<script") || all.contains("<img") || all.contains("\u202e") || all.contains("\u0000"));
    assertEquals("img", d.getDocumentElement().getAttribute("role"));
    assertEquals(title, d.getDocumentElement().getAttribute("aria-label"));
  }

  @Test
  void anyCharacterMakesAFileThatParses(@TempDir Path dir) throws IOException {
    Random random = new Random(8);
    StringBuilder b = new StringBuilder();
    random.ints(3_000, 0, 0x110000).forEach(c -> b.append(Character.toChars(c)));
    for (int c = 0; c < 0x300; c++) {
      b.append((char) c);
    }
    for (int from = 0; from < b.length(); from += 500) {
      String text = b.substring(from, Math.min(b.length(), from + 500));
      Path file = dir.resolve("a.svg");
      SvgWriter.write(scene(TextItem.of(text, 0, 10, TextStyle.plain(8)).limit(30)), Optional.empty(), file);
      assertEquals(1, SvgReader.elements(SvgReader.parse(Files.readAllBytes(file)), "text").size());
    }
  }

  @Test
  void anEndlessLabelMakesASmallFile() throws IOException {
    String label = "<&>".repeat(3_400_000);
    assertTrue(bytes(scene(TextItem.of(label, 0, 10, TextStyle.plain(8)), HitRegion.of(new Rect(0, 0, 1, 1), label)),
        null).length < 100_000);
  }

  @Test
  void numbersHaveNoExponentAndNoTail() {
    assertEquals("0", Markup.number(-0.0001));
    assertEquals("12345678", Markup.number(12345678));
    assertEquals("0.125", Markup.number(0.125));
    assertEquals("-1.5", Markup.number(-1.5));
    assertEquals("100", Markup.number(99.9999));
  }
}
