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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loupe.api.LoupeException;

/**
 * Where results go: the patterns of {@code --out}, in which <code>{}</code> stands for the name of the input without
 * its ending.
 */
final class OutputFiles {
  private static final List<String> ENDINGS = List.of("npy", "png", "svg", "json", "csv", "html", "xai");
  private static final String NAME = "{}";

  private final List<String> patterns;
  private final Map<String, String> names;

  private OutputFiles(List<String> patterns, Map<String, String> names) {
    this.patterns = patterns;
    this.names = names;
  }

  /**
   * Checks the patterns before anything long is begun.
   *
   * @throws LoupeException USAGE for an ending that is not written, or for one file that many inputs would share
   */
  static OutputFiles of(List<String> texts, InputFiles inputs) throws LoupeException {
    return new OutputFiles(patterns(texts, inputs.folder() ? "file of the folder" : ""), names(inputs));
  }

  /** The same for rows of a table, each of which has files of its own. */
  static OutputFiles ofRows(List<String> texts) throws LoupeException {
    return new OutputFiles(patterns(texts, "row of the table"), Map.of());
  }

  /** @param each what there are many of; empty if there is one input */
  private static List<String> patterns(List<String> texts, String each) throws LoupeException {
    List<String> patterns = new ArrayList<>();
    for (String text : texts) {
      Path path = InputFiles.path(text);
      String ending = FileNames.ending(path);
      if (Files.isDirectory(path) || text.endsWith("/") || ending.isEmpty() && !text.contains(NAME)) {
        patterns.add(path.resolve(NAME + ".png").toString());
        patterns.add(path.resolve(NAME + ".xai").toString());
      } else if (!ENDINGS.contains(ending)) {
        throw LoupeException.usage("--out " + text + ": the ending must be ." + String.join(", .", ENDINGS));
      } else if (!each.isEmpty() && !text.contains(NAME)) {
        throw LoupeException.usage("--out " + text + " would be written again for each " + each + "; write "
            + NAME + " for the name of the input, as " + NAME + "." + ending);
      } else {
        patterns.add(text);
      }
    }
    return List.copyOf(patterns);
  }

  /** The files of one input; their folders are made. */
  List<Path> of(InputFiles.Item item) throws LoupeException {
    List<Path> out = new ArrayList<>();
    for (String pattern : patterns) {
      Path file = Path.of(pattern.replace(NAME, names.getOrDefault(item.name(), stem(item.name()))));
      try {
        if (file.getParent() != null) {
          Files.createDirectories(file.getParent());
        }
      } catch (IOException e) {
        throw LoupeException.failed("the folder of " + file + " cannot be made: " + e.getMessage(), e);
      }
      out.add(file);
    }
    return out;
  }

  /** The folder that all results of a run over a folder lie in, as the first pattern tells. */
  Path root() {
    String first = patterns.get(0);
    int end = first.substring(0, first.indexOf(NAME)).replace('\\', '/').lastIndexOf('/');
    return Path.of(end < 0 ? "." : first.substring(0, end));
  }

  /** Inputs of one folder that differ by their endings only keep them, as {@code cat-jpg}. */
  private static Map<String, String> names(InputFiles inputs) {
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    inputs.items().stream().map(i -> stem(i.name())).filter(s -> !once.add(s)).forEach(twice::add);
    Map<String, String> names = new HashMap<>();
    for (InputFiles.Item item : inputs.items()) {
      String stem = stem(item.name());
      names.put(item.name(), twice.contains(stem) ? stem + "-" + FileNames.ending(Path.of(item.name())) : stem);
    }
    return names;
  }

  /** Of rows of a table with them, as {@code heart-12}. */
  private static String stem(String name) {
    int hash = name.lastIndexOf('#');
    if (hash > 0 && !FileNames.ending(Path.of(name.substring(0, hash))).isEmpty()) {
      return stem(name.substring(0, hash)) + "-" + FileNames.sanitised(name.substring(hash + 1));
    }
    int folder = name.lastIndexOf('/') + 1;
    return name.substring(0, folder) + FileNames.stem(Path.of(name.substring(folder)));
  }
}
