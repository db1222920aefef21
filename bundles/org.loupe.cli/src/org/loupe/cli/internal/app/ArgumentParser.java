/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.core.catalogue.CommandEntry;
import org.loupe.core.catalogue.OptionSpec;

/**
 * Sorts the words after a command into options and other words, as the command's contribution declares them.
 * {@code --name value} and {@code --name=value} are the same; options and other words may come in any order; after a
 * lone {@code --} nothing is an option any more. Words that are more than the command takes belong to the repeatable
 * option right before them, so that {@code --layer a b} means {@code --layer a --layer b}.
 */
final class ArgumentParser {
  private static final String SWITCHED_ON = "true";

  private final CommandEntry command;
  private final List<String> positional = new ArrayList<>();
  private final Map<String, List<String>> options = new LinkedHashMap<>();
  private Optional<OptionSpec> open = Optional.empty();

  private ArgumentParser(CommandEntry command) {
    this.command = command;
  }

  /**
   * The words as arguments.
   *
   * @throws LoupeException USAGE naming the word that does not fit, and what was probably meant
   */
  static Arguments parse(CommandEntry command, List<String> words) throws LoupeException {
    ArgumentParser parser = new ArgumentParser(command);
    parser.read(words);
    parser.checkComplete();
    return new Arguments(parser.positional, parser.options);
  }

  private void read(List<String> words) throws LoupeException {
    boolean optionsEnded = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (optionsEnded || !word.startsWith("-") || word.equals("-") || negativeNumber(word)) {
        bare(word);
      } else if (word.equals("--")) {
        optionsEnded = true;
        open = Optional.empty();
      } else {
        String next = i + 1 < words.size() ? words.get(i + 1) : null;
        i += option(word, next) ? 1 : 0;
      }
    }
  }

  /** Takes an option. @return whether the next word was its value */
  private boolean option(String word, String next) throws LoupeException {
    int equals = word.indexOf('=');
    String name = (equals < 0 ? word : word.substring(0, equals)).replaceFirst("^--?", "");
    OptionSpec spec = declared(name, word);
    if (spec.value().isEmpty()) {
      if (equals >= 0) {
        throw usage("--" + name + " takes no value");
      }
      add(spec, SWITCHED_ON);
      open = Optional.empty();
      return false;
    }
    open = spec.repeat() ? Optional.of(spec) : Optional.empty();
    if (equals >= 0) {
      add(spec, word.substring(equals + 1));
      return false;
    }
    if (next == null || next.startsWith("--")) {
      throw usage("--" + name + " needs a value: --" + name + " " + spec.value());
    }
    add(spec, next);
    return true;
  }

  private OptionSpec declared(String name, String word) throws LoupeException {
    Optional<OptionSpec> spec = command.options().stream().filter(o -> o.name().equals(name)).findFirst();
    if (spec.isEmpty() || !word.startsWith("--")) {
      List<String> names = command.options().stream().map(OptionSpec::name).toList();
      throw usage("there is no option " + (word.startsWith("--") ? "--" + name : word)
          + Nearest.hint("--", name, names));
    }
    return spec.get();
  }

  private void add(OptionSpec spec, String value) throws LoupeException {
    List<String> values = options.computeIfAbsent(spec.name(), n -> new ArrayList<>());
    if (!values.isEmpty() && !spec.repeat()) {
      throw usage("--" + spec.name() + " was given twice");
    }
    values.add(value);
  }

  private void bare(String word) throws LoupeException {
    if (positional.size() < command.maxPositional()) {
      positional.add(word);
      open = Optional.empty();
    } else if (open.isPresent()) {
      add(open.get(), word);
    } else {
      throw usage("\"" + word + "\" is one word too many");
    }
  }

  private void checkComplete() throws LoupeException {
    if (positional.size() < command.minPositional()) {
      throw usage(missingWord());
    }
    for (OptionSpec spec : command.options()) {
      if (spec.required() && !options.containsKey(spec.name())) {
        throw usage("--" + spec.name() + " " + spec.value() + " is missing");
      }
    }
  }

  /** Names the missing word as the usage line does. */
  private String missingWord() {
    String[] usage = command.usage().split("\\s+");
    String name = positional.size() < usage.length ? usage[positional.size()] : "";
    return name.matches("[A-Z][A-Z.]*") ? name + " is missing" : "a word is missing";
  }

  private static boolean negativeNumber(String word) {
    return word.matches("-[0-9.][0-9.eE+-]*");
  }

  private LoupeException usage(String what) {
    return LoupeException.usage(command.id() + ": " + what + " (loupe help " + command.id() + ")");
  }
}
