/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.api.Progress;
import org.loupe.trees.internal.content.CodeSets;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Texts;
import org.loupe.trees.internal.model.Content;

/** A dump as text: a line for each node, as {@code 0:[f3<2.5] yes=1,no=2,missing=1,gain=9.3,cover=64}. */
final class TextDump {
  private static final Pattern BEGINNING = Pattern.compile("(booster\\[\\d{1,9}\\]|0:(leaf=|\\[)).*");
  private static final Pattern NODE = Pattern.compile("(\\d{1,9}):(.*)");
  private static final Pattern TEST = Pattern.compile("\\[(.*)\\] ([^ ]*)");

  private final Dump dump = new Dump();
  private final CodeSets sets = new CodeSets();

  /** Whether the first line of a file is one of this format. */
  static boolean recognises(String line) {
    return BEGINNING.matcher(line.strip()).matches();
  }

  static Content read(String text, Progress progress) throws IOException {
    var reader = new TextDump();
    Iterator<String> lines = text.lines().iterator();
    for (int number = 1; lines.hasNext(); number++) {
      if ((number & 0xfff) == 0) {
        progress.check();
      }
      reader.line(lines.next().strip(), "line " + number);
    }
    return reader.dump.content("text dump");
  }

  private void line(String line, String where) throws FormatException {
    if (line.isEmpty()) {
      return;
    }
    if (line.startsWith("booster[")) {
      dump.tree();
      return;
    }
    Matcher node = NODE.matcher(line);
    if (!node.matches()) {
      throw new FormatException(where + " is \"" + Texts.shortened(line) + "\", which is no node of a tree");
    }
    int id = Integer.parseInt(node.group(1));
    String rest = node.group(2);
    if (dump.isEmpty()) {
      dump.tree();
    }
    if (rest.startsWith("leaf=")) {
      dump.add(id, leaf(rest.substring("leaf=".length()), where));
    } else {
      dump.add(id, split(rest, where));
    }
  }

  private static Dump.Node leaf(String text, String where) throws FormatException {
    String values = text;
    String rest = "";
    int end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(',');
    if (end > 0) {
      values = text.substring(0, end);
      rest = text.substring(end);
    }
    String[] parts = values.replaceAll("[\\[\\] ]", "").split(",");
    double[] leaf = new double[parts.length];
    for (int i = 0; i < leaf.length; i++) {
      leaf[i] = (float) Texts.number(where + ": leaf", parts[i]);
    }
    return new Dump.Node("", Double.NaN, null, -1, -1, -1, leaf, amount("cover", rest, where));
  }

  private Dump.Node split(String text, String where) throws FormatException {
    Matcher parts = TEST.matcher(text);
    if (!parts.matches()) {
      throw new FormatException(where + " holds \"" + Texts.shortened(text) + "\", which is no test of a feature");
    }
    String test = unescaped(parts.group(1));
    String rest = "," + parts.group(2);
    int yes = node("yes", rest, where);
    int no = node("no", rest, where);
    double cover = amount("cover", rest, where);
    int less = test.lastIndexOf('<');
    int set = test.lastIndexOf(":{");
    if (set > 0 && test.endsWith("}")) {
      BitSet codes = codes(test.substring(set + 2, test.length() - 1), where);
      return new Dump.Node(test.substring(0, set), Double.NaN, codes, yes, no, node("missing", rest, where), null,
          cover);
    }
    if (less > 0) {
      double threshold = Dump.threshold(where, test.substring(less + 1));
      return new Dump.Node(test.substring(0, less), threshold, null, yes, no, node("missing", rest, where), null,
          cover);
    }
    return new Dump.Node(test, Double.NaN, null, yes, no, no, null, cover);
  }

  private BitSet codes(String text, String where) throws FormatException {
    String[] parts = text.split(",");
    int[] codes = new int[parts.length];
    int highest = 0;
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Dump.code(where, Texts.number(where + ": category", parts[i].strip()));
      highest = Math.max(highest, codes[i]);
    }
    BitSet out = sets.empty(highest + 1);
    for (int code : codes) {
      out.set(code);
    }
    return out;
  }

  /** Newer versions write quotes and backslashes within names as in JSON. */
  private static String unescaped(String name) {
    return name.indexOf('\\') < 0 ? name : name.replaceAll("\\\\([\"\\\\])", "$1");
  }

  private static int node(String key, String text, String where) throws FormatException {
    String value = value(key, text);
    if (value.isEmpty()) {
      throw new FormatException(where + " has no " + key);
    }
    return Texts.integer(where + ": " + key, value);
  }

  private static double amount(String key, String text, String where) throws FormatException {
    String value = value(key, text);
    return value.isEmpty() ? Double.NaN : Texts.number(where + ": " + key, value);
  }

  /** What follows {@code ,key=} up to the next comma; empty if it is not there. */
  private static String value(String key, String text) {
    int at = text.indexOf("," + key + "=");
    if (at < 0) {
      return "";
    }
    int from = at + key.length() + 2;
    int end = text.indexOf(',', from);
    return text.substring(from, end < 0 ? text.length() : end).strip();
  }
}
