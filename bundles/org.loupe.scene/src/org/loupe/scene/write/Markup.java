/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import org.loupe.scene.Raster;
import org.loupe.scene.SafeText;

/** Writes elements of XML or HTML in UTF-8; all text and all values of attributes are made safe and escaped. */
final class Markup {
  private final OutputStream out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  Markup(OutputStream out) {
    this.out = out;
  }

  /** Markup of our own making, as it is. */
  Markup raw(String markup) throws IOException {
    endTag();
    put(markup);
    return this;
  }

  Markup start(String element) throws IOException {
    endTag();
    put("<" + element);
    open.push(element);
    inTag = true;
    return this;
  }

  Markup attribute(String name, String value) throws IOException {
    put(" " + name + "=\"" + escape(SafeText.paragraph(value)) + "\"");
    return this;
  }

  Markup attribute(String name, double value) throws IOException {
    put(" " + name + "=\"" + number(value) + "\"");
    return this;
  }

  /** An attribute that holds a picture as PNG. */
  Markup picture(String name, Raster raster) throws IOException {
    put(" " + name + "=\"data:image/png;base64,");
    try (OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(out))) {
      PngEncoder.write(raster, base64);
    }
    put("\"");
    return this;
  }

  Markup text(String text) throws IOException {
    endTag();
    put(escape(SafeText.paragraph(text)));
    return this;
  }

  Markup end() throws IOException {
    endTag();
    put("</" + open.pop() + ">");
    return this;
  }

  /** Ends an element that has no content: {@code <a/>}, which HTML allows for void elements and within SVG. */
  Markup endEmpty() throws IOException {
    open.pop();
    put("/>");
    inTag = false;
    return this;
  }

  void flush() throws IOException {
    out.flush();
  }

  private void endTag() throws IOException {
    if (inTag) {
      put(">");
      inTag = false;
    }
  }

  private void put(String s) throws IOException {
    out.write(s.getBytes(StandardCharsets.UTF_8));
  }

  static String escape(String text) {
    StringBuilder b = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> b.append("&amp;");
        case '<' -> b.append("&lt;");
        case '>' -> b.append("&gt;");
        case '"' -> b.append("&quot;");
        case '\'' -> b.append("&#39;");
        case '\n' -> b.append("&#10;");
        default -> b.append(c);
      }
    }
    return b.toString();
  }

  /** Up to three decimals, no exponent. */
  static String number(double value) {
    String s = String.format(Locale.ROOT, "%.3f", value);
    int end = s.length();
    while (s.charAt(end - 1) == '0') {
      end--;
    }
    s = s.substring(0, s.charAt(end - 1) == '.' ? end - 1 : end);
    return s.equals("-0") ? "0" : s;
  }

  /** Passes bytes on, but leaves the stream open when closed. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
      out.write(b, from, length);
    }
  }
}
