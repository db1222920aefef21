/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;

/** Reads the values of options; one that is wrong is named with what is allowed. */
final class OptionValues {
  private static final Pattern MEMORY = Pattern.compile("(\\d{1,12})\\s*([KMGT]?)(?:I?B)?");

  private final Arguments arguments;

  OptionValues(Arguments arguments) {
    this.arguments = arguments;
  }

  String text(String option, String otherwise) {
    return arguments.value(option).orElse(otherwise);
  }

  int whole(String option, int otherwise, int least, int greatest) throws LoupeException {
    return (int) whole(option, (long) otherwise, least, greatest);
  }

  long whole(String option, long otherwise, long least, long greatest) throws LoupeException {
    String text = arguments.value(option).orElse(null);
    if (text == null) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text.strip());
      if (value >= least && value <= greatest) {
        return value;
      }
    } catch (NumberFormatException e) {
      // reported below like a number out of range
    }
    String range = greatest == Long.MAX_VALUE ? "" : " from " + least + " to " + greatest;
    throw LoupeException.usage("--" + option + " must be a whole number" + range + ", not \"" + text + "\"");
  }

  /** An amount of memory in bytes, as {@code 512M} or {@code 2G}; units are powers of 1024. */
  long memory(String option, long otherwise) throws LoupeException {
    String text = arguments.value(option).orElse(null);
    if (text == null) {
      return otherwise;
    }
    Matcher m = MEMORY.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (m.matches()) {
      int power = m.group(2).isEmpty() ? 0 : "KMGT".indexOf(m.group(2)) + 1;
      long unit = 1L << (10 * power);
      long count = Long.parseLong(m.group(1));
      if (count > 0 && count <= Long.MAX_VALUE / unit) {
        return count * unit;
      }
    }
    throw LoupeException.usage("--" + option + " must be an amount of memory, as 512M or 2G, not \"" + text + "\"");
  }

  /** The {@code key=value} pairs of a repeatable option, in the order given. */
  Map<String, String> pairs(String option) throws LoupeException {
    Map<String, String> out = new LinkedHashMap<>();
    for (String pair : arguments.all(option)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw LoupeException.usage("--" + option + " must be key=value, not \"" + pair + "\"");
      }
      String key = pair.substring(0, equals).strip();
      if (out.putIfAbsent(key, pair.substring(equals + 1)) != null) {
        throw LoupeException.usage("--" + option + " gives " + key + " twice");
      }
    }
    return out;
  }

  /** A width and a height, as {@code 1000x700}. */
  int[] size(String option, int width, int height) throws LoupeException {
    String text = arguments.value(option).orElse(null);
    if (text == null) {
      return new int[] {width, height};
    }
    Matcher m = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})").matcher(text.strip());
    if (m.matches()) {
      int w = Integer.parseInt(m.group(1));
      int h = Integer.parseInt(m.group(2));
      if (w >= 64 && h >= 64 && w <= 16_384 && h <= 16_384) {
        return new int[] {w, h};
      }
    }
    throw LoupeException.usage("--" + option + " must be WIDTHxHEIGHT from 64x64 to 16384x16384, not \"" + text + "\"");
  }

  /** One of some words. */
  String choice(String option, String otherwise, List<String> allowed) throws LoupeException {
    String text = text(option, otherwise);
    if (!allowed.contains(text)) {
      throw LoupeException.usage("--" + option + " must be " + String.join(" or ", allowed) + ", not \"" + text + "\"");
    }
    return text;
  }
}
