/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;

/** Replaces single values of a card, as the option {@code --card-set} of the command line does. */
public final class CardOverrides {
  private CardOverrides() {
  }

  /**
   * The card with values replaced.
   *
   * @param values by {@code key}, for the first decoded input, or by {@code INPUT.key}; the key {@code modality}
   *     changes the modality, {@code constant} makes the input constant
   * @throws LoupeException USAGE if a key belongs to no input, or a constant is no number
   */
  public static InputCard apply(InputCard card, Map<String, String> values) throws LoupeException {
    Map<String, InputEntry> inputs = new LinkedHashMap<>(card.inputs());
    for (Map.Entry<String, String> e : values.entrySet()) {
      String input = inputOf(inputs, e.getKey());
      String key = e.getKey().startsWith(input + ".") ? e.getKey().substring(input.length() + 1) : e.getKey();
      inputs.put(input, replaced(inputs.get(input), key, e.getValue()));
    }
    return new InputCard(inputs, card.labels());
  }

  /** Names of inputs may hold dots: the longest that fits wins. */
  private static String inputOf(Map<String, InputEntry> inputs, String key) throws LoupeException {
    var named = inputs.keySet().stream().filter(name -> key.startsWith(name + "."))
        .max(Comparator.comparingInt(String::length));
    if (named.isPresent()) {
      return named.get();
    }
    return inputs.entrySet().stream().filter(e -> e.getValue() instanceof InputEntry.Decoded).map(Map.Entry::getKey)
        .findFirst().orElseThrow(() -> LoupeException.usage("card setting " + key
            + " belongs to no input; write INPUT." + key + " with an input of " + inputs.keySet()));
  }

  private static InputEntry replaced(InputEntry entry, String key, String value) throws LoupeException {
    if (key.equals("constant")) {
      return new InputEntry.Constant(numbers(value));
    }
    Map<String, String> settings = new LinkedHashMap<>(entry instanceof InputEntry.Decoded d ? d.settings() : Map.of());
    if (key.equals("modality")) {
      // Settings of one modality mean nothing to another.
      boolean same = entry instanceof InputEntry.Decoded d && d.modality().equals(value);
      return new InputEntry.Decoded(value, same ? settings : Map.of());
    }
    if (!(entry instanceof InputEntry.Decoded decoded)) {
      throw LoupeException.usage("card setting " + key + " does not fit an input that is not read from a file");
    }
    settings.put(key, value);
    return new InputEntry.Decoded(decoded.modality(), settings);
  }

  private static List<Double> numbers(String text) throws LoupeException {
    List<Double> out = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        out.add(Double.parseDouble(part.strip()));
      } catch (NumberFormatException e) {
        throw LoupeException.usage("card setting constant must be numbers, not \"" + text + "\"");
      }
    }
    return out;
  }
}
