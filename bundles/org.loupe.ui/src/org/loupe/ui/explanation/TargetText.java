/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;
import org.loupe.api.target.Target;
import org.loupe.api.target.TargetSyntax;

/** Targets as a user reads and types them: with labels where there are labels, else as on the command line. */
final class TargetText {
  private static final Pattern NUMBERED = Pattern.compile("(\\d+)(?:\\s+(.*))?");

  private final List<String> labels;

  TargetText(List<String> labels) {
    this.labels = labels;
  }

  String format(Target target) {
    return switch (target) {
      case Target.TopClass t -> Messages.TargetText_top;
      case Target.ClassIndex t -> numbered(t.index());
      default -> TargetSyntax.format(target);
    };
  }

  /** @throws LoupeException USAGE if the text is no target */
  Target parse(String text) throws LoupeException {
    String t = text.strip();
    if (t.isEmpty() || t.equalsIgnoreCase(Messages.TargetText_top)) {
      return new Target.TopClass();
    }
    int label = labels.indexOf(t);
    if (label >= 0) {
      return new Target.ClassIndex(label);
    }
    Matcher m = NUMBERED.matcher(t);
    if (m.matches() && (m.group(2) == null || t.equals(numbered(number(m.group(1)))))) {
      return TargetSyntax.parse("index:" + m.group(1));
    }
    return TargetSyntax.parse(t);
  }

  /** Classes whose number or label holds a text, as they would be typed. */
  List<String> proposals(String text, int most) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<String> out = new ArrayList<>();
    if (Messages.TargetText_top.toLowerCase(Locale.ROOT).contains(wanted)) {
      out.add(Messages.TargetText_top);
    }
    for (int i = 0; i < labels.size() && out.size() < most; i++) {
      if (numbered(i).toLowerCase(Locale.ROOT).contains(wanted)) {
        out.add(numbered(i));
      }
    }
    return out;
  }

  private String numbered(int index) {
    return index >= 0 && index < labels.size() ? index + " " + labels.get(index) : Integer.toString(index);
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
