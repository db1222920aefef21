/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Parses SVG and HTML as XML, and draws the few SVG elements that scenes use, from the specification alone. */
final class SvgReader {
  private SvgReader() {
  }

  static Document parse(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute("jdk.xml.elementAttributeLimit", "100");
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** All elements of a name, in order. */
  static List<Element> elements(Document document, String name) {
    List<Element> out = new ArrayList<>();
    var list = document.getElementsByTagNameNS("*", name);
    for (int i = 0; i < list.getLength(); i++) {
      out.add((Element) list.item(i));
    }
    return out;
  }

  static BufferedImage picture(Element image) throws IOException {
    String data = image.getAttribute("href");
    String start = "data:image/png;base64,";
    if (!data.startsWith(start)) {
      throw new IOException("no picture within: " + data.substring(0, Math.min(40, data.length())));
    }
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(start.length()))));
  }

  static BufferedImage draw(Document svg) throws IOException {
    Element root = svg.getDocumentElement();
    BufferedImage out = new BufferedImage((int) number(root, "width"), (int) number(root, "height"),
        BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = out.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    children(root, g);
    g.dispose();
    return out;
  }

  private static void children(Element parent, Graphics2D g) throws IOException {
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e) {
        switch (e.getLocalName()) {
          case "g" -> group(e, g);
          case "rect" -> fill(e, rect(e), g);
          case "path" -> path(e, g);
          case "image" -> image(e, g);
          default -> { } // text and titles are looked at, not drawn
        }
      }
    }
  }

  private static void group(Element e, Graphics2D g) throws IOException {
    AffineTransform transform = g.getTransform();
    Shape clip = g.getClip();
    if (e.hasAttribute("transform")) {
      String[] by = e.getAttribute("transform").replaceAll("[^-0-9. ]", "").trim().split(" ");
      g.translate(Double.parseDouble(by[0]), Double.parseDouble(by[1]));
    }
    if (e.hasAttribute("clip-path")) {
      String id = e.getAttribute("clip-path").replace("url(#", "").replace(")", "");
      for (Element c : elements(e.getOwnerDocument(), "clipPath")) {
        if (c.getAttribute("id").equals(id)) {
          g.clip(rect((Element) c.getFirstChild()));
        }
      }
    }
    children(e, g);
    g.setTransform(transform);
    g.setClip(clip);
  }

  private static void path(Element e, Graphics2D g) {
    Path2D path = new Path2D.Double();
    try (Scanner in = new Scanner(e.getAttribute("d").replaceAll("([MLCZ])", " $1 ")).useLocale(Locale.ROOT)) {
      while (in.hasNext()) {
        switch (in.next()) {
          case "M" -> path.moveTo(in.nextDouble(), in.nextDouble());
          case "L" -> path.lineTo(in.nextDouble(), in.nextDouble());
          case "C" -> path.curveTo(in.nextDouble(), in.nextDouble(), in.nextDouble(), in.nextDouble(),
              in.nextDouble(), in.nextDouble());
          default -> path.closePath();
        }
      }
    }
    if (!e.getAttribute("fill").equals("none")) {
      fill(e, path, g);
    }
    if (e.hasAttribute("stroke")) {
      float[] dash = null;
      if (e.hasAttribute("stroke-dasharray")) {
        String[] parts = e.getAttribute("stroke-dasharray").split(" ");
        dash = new float[parts.length];
        for (int i = 0; i < dash.length; i++) {
          dash[i] = Float.parseFloat(parts[i]);
        }
      }
      g.setColor(color(e, "stroke"));
      g.setStroke(new BasicStroke((float) number(e, "stroke-width"), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER,
          (float) number(e, "stroke-miterlimit"), dash, 0));
      g.draw(path);
    }
  }

  private static void image(Element e, Graphics2D g) throws IOException {
    BufferedImage picture = picture(e);
    Rectangle2D r = rect(e);
    float opacity = e.hasAttribute("opacity") ? (float) number(e, "opacity") : 1;
    boolean crisp = e.getAttribute("style").contains("pixelated");
    g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, crisp
        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    var before = g.getComposite();
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
    g.drawImage(picture, (int) r.getX(), (int) r.getY(), (int) r.getWidth(), (int) r.getHeight(), null);
    g.setComposite(before);
  }

  private static void fill(Element e, Shape shape, Graphics2D g) {
    g.setColor(color(e, "fill"));
    g.fill(shape);
  }

  private static Color color(Element e, String property) {
    int rgb = Integer.parseInt(e.getAttribute(property).substring(1), 16);
    double alpha = e.hasAttribute(property + "-opacity") ? number(e, property + "-opacity") : 1;
    return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff, (int) Math.round(alpha * 255));
  }

  private static Rectangle2D rect(Element e) {
    double[] v = Arrays.stream(new String[] {"x", "y", "width", "height"}).mapToDouble(a -> number(e, a)).toArray();
    return new Rectangle2D.Double(v[0], v[1], v[2], v[3]);
  }

  static double number(Element e, String attribute) {
    return Double.parseDouble(e.getAttribute(attribute));
  }
}
