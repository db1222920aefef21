/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.Subject;
import org.loupe.core.input.RowSelection;

/**
 * What {@code --input} names: one file for each input of a model, rows of a table, or a folder of files that are fed
 * one after another.
 *
 * @param items what to feed, in the order of their names
 * @param folder whether they came from a folder
 * @param skipped files of the folder that no installed modality decodes
 */
record InputFiles(List<Item> items, boolean folder, List<Path> skipped) {
  /** Nothing but a blank, for methods that make inputs of their own. */
  static final InputFiles NONE = new InputFiles(List.of(new Item("blank", Map.of())), false, List.of());

  /**
   * One feeding of the model.
   *
   * @param name for a reader: the file's name, or its path inside the folder, with slashes
   * @param files a file for each input by name; the name is empty for the first input that needs a file; none
   *     for a blank
   * @param rows which rows, where the command line named any; else empty
   * @param subject what was read of it already; else empty
   */
  record Item(String name, Map<String, Path> files, Optional<RowSelection> rows, Optional<Subject.Single> subject) {
    /** A file, all of it. */
    Item(String name, Map<String, Path> files) {
      this(name, files, Optional.empty(), Optional.empty());
    }

    /** One row of a table, read already. */
    static Item row(Path file, long row, Subject.Single subject) {
      return new Item(file.getFileName() + "#" + row, Map.of("", file), Optional.empty(), Optional.of(subject));
    }

    /** The file, where there is but one. */
    Path file() {
      return files.values().iterator().next();
    }
  }

  /**
   * Finds the files.
   *
   * @param endings endings of the files that count in a folder, lower case
   * @throws LoupeException USAGE if inputs cannot be told apart, BAD_INPUT if there is no such file
   */
  static InputFiles find(List<String> texts, ModelDescription model, Set<String> endings) throws LoupeException {
    Map<String, Path> files = new LinkedHashMap<>();
    Optional<RowSelection> rows = Optional.empty();
    for (String text : texts) {
      int equals = text.indexOf('=');
      boolean named = equals > 0 && model.input(text.substring(0, equals)).isPresent();
      String name = named ? text.substring(0, equals) : "";
      FileRows given = FileRows.parse(named ? text.substring(equals + 1) : text);
      rows = given.rows().isPresent() ? given.rows() : rows;
      Path path = existing(given.file(), equals > 0 && !named, model);
      if (files.putIfAbsent(name, path) != null) {
        throw LoupeException.usage(name.isEmpty()
            ? "--input was given twice without a name; write NAME=FILE with a name of " + names(model)
                + ", or give a folder"
            : "--input names " + name + " twice");
      }
    }
    Path first = files.values().iterator().next();
    if (!Files.isDirectory(first)) {
      String name = first.getFileName() + rows.map(RowSelection::text).orElse("");
      return new InputFiles(List.of(new Item(name, files, rows, Optional.empty())), false, List.of());
    }
    if (files.size() > 1) {
      throw LoupeException.usage("a folder as --input cannot be combined with other inputs: " + first);
    }
    return ofFolder(first, files.keySet().iterator().next(), endings);
  }

  private static Path existing(Path path, boolean looksNamed, ModelDescription model) throws LoupeException {
    if (!Files.exists(path)) {
      throw LoupeException.badInput("there is no file " + path
          + (looksNamed ? ", and the model has no input of that name but " + names(model) : ""));
    }
    return path;
  }

  /** A path that a person typed. @throws LoupeException USAGE if it can be none on this system */
  static Path path(String text) throws LoupeException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new LoupeException(LoupeException.Kind.USAGE, "\"" + text + "\" is no path: " + e.getReason(), e);
    }
  }

  private static String names(ModelDescription model) {
    return String.join(", ", model.inputs().stream().map(ValueSpec::name).toList());
  }

  private static InputFiles ofFolder(Path folder, String input, Set<String> endings) throws LoupeException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.filter(p -> Files.isRegularFile(p) && !hidden(folder.relativize(p))).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw LoupeException.badInput("the folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
    List<Item> items = all.stream().filter(p -> endings.contains(FileNames.ending(p)))
        .map(p -> new Item(folder.relativize(p).toString().replace('\\', '/'), Map.of(input, p))).toList();
    List<Path> skipped = all.stream().filter(p -> !endings.contains(FileNames.ending(p))).toList();
    if (items.isEmpty()) {
      throw LoupeException.badInput("no file in " + folder + " can be fed; their endings must be of "
          + String.join(", ", endings.stream().sorted().toList()));
    }
    return new InputFiles(items, true, skipped);
  }

  private static boolean hidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
