/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.card;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.json.JsonPath;

/** Files of class labels: one a line, or lines of {@code index,name} where every line has an index. */
public final class LabelFiles {
  private static final int LARGEST = 16 << 20;
  private static final Pattern INDEXED = Pattern.compile("(\\d{1,9}),(.*)");

  private LabelFiles() {
  }

  /** A file that a card names: it lies in the card's folder or below. */
  static List<String> beside(Path card, String name, JsonPath json) throws LoupeException {
    Path folder = card.toAbsolutePath().normalize().getParent();
    Path file;
    try {
      file = folder.resolve(name).normalize();
      if (!file.startsWith(folder) || Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
        throw json.wrong("the file " + name + " is not in the folder of the card");
      }
    } catch (InvalidPathException e) {
      throw json.wrong("\"" + name + "\" is no name of a file");
    } catch (IOException e) {
      throw json.wrong("cannot read " + name + ": " + e.getMessage());
    }
    if (!Files.isRegularFile(file)) {
      throw json.wrong("there is no file " + name + " beside the card");
    }
    return read(file);
  }

  /** @throws LoupeException BAD_INPUT if it cannot be read, is not UTF-8, or its indices have gaps or repeat */
  public static List<String> read(Path file) throws LoupeException {
    List<String> lines = lines(file);
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
      lines.remove(lines.size() - 1);
    }
    if (lines.isEmpty()) {
      throw LoupeException.badInput(file + " holds no labels");
    }
    List<Matcher> indexed = lines.stream().map(INDEXED::matcher).toList();
    return indexed.stream().allMatch(Matcher::matches) ? byIndex(indexed, file)
        : lines.stream().map(String::strip).toList();
  }

  private static List<String> byIndex(List<Matcher> lines, Path file) throws LoupeException {
    String[] out = new String[lines.size()];
    for (Matcher m : lines) {
      int index = Integer.parseInt(m.group(1));
      if (index >= out.length || out[index] != null) {
        throw LoupeException.badInput(file + ": index " + index + (index < out.length ? " is there twice"
            : " in a file of " + out.length + " labels; indices go from 0 without gaps"));
      }
      out[index] = m.group(2).strip();
    }
    return Arrays.asList(out);
  }

  private static List<String> lines(Path file) throws LoupeException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw LoupeException.badInput(file + " has more than " + LARGEST + " bytes, too many for labels");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new ArrayList<>(text.replaceFirst("^\uFEFF", "").lines().toList());
    } catch (CharacterCodingException e) {
      throw LoupeException.badInput(file + " is not UTF-8 text", e);
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }
}
