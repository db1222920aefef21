/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.target;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;

/**
 * Targets as text: {@code top}, {@code index:281} or {@code 281}, {@code label:tabby}, {@code diff:281,235},
 * {@code neuron:LAYER[c,y,x]}, {@code channel:LAYER/12}, {@code layer:LAYER}, {@code direction:LAYER=0.5,-1,0},
 * {@code none}.
 */
public final class TargetSyntax {
  private static final Pattern NEURON = Pattern.compile("(.+)\\[\\s*(\\d+(?:\\s*,\\s*\\d+)*)\\s*\\]");
  private static final Pattern CHANNEL = Pattern.compile("(.+)/(\\d+)");
  private static final Pattern DIRECTION = Pattern.compile("(.+)=([^=]+)");

  private TargetSyntax() {
  }

  /** @throws LoupeException USAGE if the text is no target */
  public static Target parse(String text) throws LoupeException {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1).strip();
    return switch (kind) {
      case "" -> switch (rest) {
        case "top" -> new Target.TopClass();
        case "none" -> new Target.None();
        default -> new Target.ClassIndex(index(rest, text));
      };
      case "index" -> new Target.ClassIndex(index(rest, text));
      case "label" -> new Target.ClassLabel(nonEmpty(rest, text));
      case "diff" -> difference(rest, text);
      case "neuron" -> {
        Matcher m = match(NEURON, rest, text);
        yield new Target.Neuron(m.group(1), indices(m.group(2), text));
      }
      case "channel" -> {
        Matcher m = match(CHANNEL, rest, text);
        yield new Target.Channel(m.group(1), index(m.group(2), text));
      }
      case "layer" -> new Target.Layer(nonEmpty(rest, text));
      case "direction" -> {
        Matcher m = match(DIRECTION, rest, text);
        yield new Target.Direction(m.group(1).strip(), weights(m.group(2), text));
      }
      default -> throw wrong(text);
    };
  }

  /** The text that {@link #parse} reads back. */
  public static String format(Target target) {
    return switch (target) {
      case Target.TopClass t -> "top";
      case Target.ClassIndex t -> "index:" + t.index();
      case Target.ClassLabel t -> "label:" + t.label();
      case Target.ClassDifference t -> "diff:" + t.index() + "," + t.other();
      case Target.Neuron t -> "neuron:" + t.layer() + t.index().toString().replace(" ", "");
      case Target.Channel t -> "channel:" + t.layer() + "/" + t.channel();
      case Target.Layer t -> "layer:" + t.layer();
      case Target.Direction t -> "direction:" + t.layer() + "="
          + t.weights().stream().map(String::valueOf).collect(Collectors.joining(","));
      case Target.None t -> "none";
    };
  }

  private static Target difference(String rest, String text) throws LoupeException {
    List<Integer> two = indices(rest, text);
    if (two.size() != 2) {
      throw wrong(text);
    }
    return new Target.ClassDifference(two.get(0), two.get(1));
  }

  private static List<Integer> indices(String list, String text) throws LoupeException {
    List<Integer> out = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      out.add(index(part.strip(), text));
    }
    return out;
  }

  private static List<Double> weights(String list, String text) throws LoupeException {
    List<Double> out = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      try {
        out.add(Double.parseDouble(part.strip()));
      } catch (NumberFormatException e) {
        throw wrong(text);
      }
    }
    if (out.stream().anyMatch(w -> !Double.isFinite(w)) || out.stream().allMatch(w -> w == 0)) {
      throw wrong(text);
    }
    return out;
  }

  private static int index(String digits, String text) throws LoupeException {
    try {
      int value = Integer.parseInt(digits);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below like a negative number
    }
    throw wrong(text);
  }

  private static String nonEmpty(String rest, String text) throws LoupeException {
    if (rest.isEmpty()) {
      throw wrong(text);
    }
    return rest;
  }

  private static Matcher match(Pattern pattern, String rest, String text) throws LoupeException {
    Matcher m = pattern.matcher(rest);
    if (!m.matches()) {
      throw wrong(text);
    }
    return m;
  }

  private static LoupeException wrong(String text) {
    return LoupeException.usage("target " + text + " is not understood; use index:N, label:TEXT, diff:A,B, "
        + "neuron:LAYER[c,y,x], channel:LAYER/N, layer:LAYER, direction:LAYER=W,W,... or top");
  }
}
