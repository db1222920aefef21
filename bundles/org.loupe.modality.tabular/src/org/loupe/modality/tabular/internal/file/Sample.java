/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.modality.tabular.internal.TabularCard.Separator;

/**
 * The beginning of a file, to see what it is.
 *
 * @param text whole lines, without a byte order mark; what is no UTF-8 in it is replaced
 */
record Sample(String text) {
  private static final int SIZE = 1 << 18;
  private static final int LINES = 50;
  /** Which one wins where several would do: tabs hardly ever stand in cells, commas often. */
  private static final List<Separator> CANDIDATES =
      List.of(Separator.TAB, Separator.SEMICOLON, Separator.COMMA, Separator.PIPE);

  /** @throws LoupeException BAD_INPUT if the file cannot be read, is empty, or obviously no text */
  static Sample of(Path file) throws LoupeException {
    byte[] bytes;
    boolean whole;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(SIZE);
      whole = bytes.length < SIZE;
    } catch (IOException e) {
      throw LoupeException.badInput("cannot read " + file + ": " + e.getMessage(), e);
    }
    String name = String.valueOf(file.getFileName());
    if (bytes.length == 0) {
      throw LoupeException.badInput(name + " is empty");
    }
    boolean wide = bytes.length > 1 && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
        || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
    if (wide) {
      throw LoupeException.badInput(name + " is UTF-16 text; save it as UTF-8");
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw LoupeException.badInput(name + " is a binary file and no table");
      }
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    int end = text.lastIndexOf('\n');
    return new Sample(whole || end < 0 ? text : text.substring(0, end + 1));
  }

  /** The separator that gives all of the first rows the same number of cells, else the first row the most. */
  char separator(boolean decimalComma) {
    char best = Separator.COMMA.sign();
    int most = 1;
    for (Separator candidate : CANDIDATES) {
      if (decimalComma && candidate == Separator.COMMA) {
        continue;
      }
      List<CsvRecord> rows = rows(candidate.sign());
      int cells = rows.isEmpty() ? 0 : rows.get(0).getFieldCount();
      if (cells > 1 && rows.stream().allMatch(r -> r.getFieldCount() == cells)) {
        return candidate.sign();
      }
      if (cells > most) {
        most = cells;
        best = candidate.sign();
      }
    }
    return best;
  }

  private List<CsvRecord> rows(char separator) {
    List<CsvRecord> out = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator).allowExtraFields(true)
        .allowMissingFields(true).skipEmptyLines(true).build(CsvRecords.handler(), text)) {
      for (CsvRecord row : reader) {
        if (out.size() == LINES) {
          break;
        }
        out.add(row);
      }
    } catch (CsvParseException | UncheckedIOException e) {
      // What is wrong is said when the file is read; here the rows before count.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out;
  }
}
