/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.Tensor;

/**
 * What {@code loupe visualize} is to picture.
 *
 * @param text the target; of several channels the first
 * @param many whether these are channels of a layer, side by side
 * @param layer where it is one or many channels of a layer; else empty
 * @param channels where many are; empty for all
 */
record VisualizeTarget(String text, boolean many, String layer, List<Integer> channels) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,7})\\s*-\\s*(\\d{1,7})");
  private static final Pattern ONE = Pattern.compile("\\d{1,7}");
  private static final String DIRECTION = "direction:";
  private static final int LARGEST_DIRECTION = 1 << 20;

  /** The channels to look at, where {@link #layer} is set; empty for all. */
  List<Integer> shown() {
    return many ? channels : List.of(Integer.parseInt(text.substring(text.lastIndexOf('/') + 1)));
  }

  /** @throws LoupeException USAGE if the options do not say what, or more than one thing */
  static VisualizeTarget of(Arguments arguments) throws LoupeException {
    boolean layer = arguments.has("layer");
    if (layer == arguments.has("target")) {
      throw LoupeException.usage("give --layer NAME for channels of a layer, or --target T for anything else");
    }
    if (!layer) {
      if (arguments.has("channel")) {
        throw LoupeException.usage("--channel goes with --layer NAME");
      }
      return new VisualizeTarget(direction(arguments.value("target").orElseThrow()), false, "", List.of());
    }
    String name = arguments.value("layer").orElseThrow();
    String channel = arguments.value("channel").orElse("all").strip();
    if (ONE.matcher(channel).matches()) {
      return new VisualizeTarget("channel:" + name + "/" + Integer.parseInt(channel), false, name,
          List.of());
    }
    List<Integer> channels = channels(channel);
    return new VisualizeTarget("channel:" + name + "/" + (channels.isEmpty() ? 0 : channels.get(0)), true, name,
        channels);
  }

  private static List<Integer> channels(String text) throws LoupeException {
    if (text.equals("all")) {
      return List.of();
    }
    Matcher m = RANGE.matcher(text);
    if (m.matches() && Integer.parseInt(m.group(1)) <= Integer.parseInt(m.group(2))) {
      return IntStream.rangeClosed(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))).boxed().toList();
    }
    throw LoupeException.usage("--channel must be a number, a range as 0-15, or all, not \"" + text + "\"");
  }

  /** Puts the numbers of a file in the place of its name, in {@code direction:LAYER=FILE}. */
  private static String direction(String text) throws LoupeException {
    int equals = text.lastIndexOf('=');
    if (!text.startsWith(DIRECTION) || equals < 0) {
      return text;
    }
    Path file = InputFiles.path(text.substring(equals + 1));
    if (!Files.isRegularFile(file)) {
      return text;
    }
    return text.substring(0, equals + 1) + (FileNames.ending(file).equals("npy") ? npy(file) : lines(file));
  }

  private static String npy(Path file) throws LoupeException {
    try {
      Tensor tensor = NpyReader.read(file);
      if (tensor.size() > LARGEST_DIRECTION) {
        throw LoupeException.badInput(file + " holds " + tensor.size() + " numbers, more than a layer has channels");
      }
      return Arrays.stream(tensor.toDoubles()).mapToObj(String::valueOf).collect(Collectors.joining(","));
    } catch (IOException e) {
      throw LoupeException.badInput(e.getMessage(), e);
    }
  }

  private static String lines(Path file) throws LoupeException {
    try {
      if (Files.size(file) > 32L * LARGEST_DIRECTION) {
        throw LoupeException.badInput(file + " is too large to be a direction");
      }
      return String.join(",", Files.readString(file).strip().split("[\\s,;]+"));
    } catch (IOException e) {
      throw LoupeException.badInput(file + " cannot be read as a list of numbers: " + e.getMessage(), e);
    }
  }
}
