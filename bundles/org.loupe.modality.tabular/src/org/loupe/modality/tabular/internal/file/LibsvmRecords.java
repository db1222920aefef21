/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import org.loupe.api.LoupeException;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.TabularCard.Absent;

/**
 * Rows of {@code label index:value ...}, as LIBSVM, XGBoost and LightGBM write them. Column 0 is the label. A comment
 * after {@code #} and {@code qid:} are passed over.
 */
final class LibsvmRecords implements Records {
  private static final int LONGEST = 64 << 20;
  private final String file;
  private final BufferedReader in;
  private final int firstIndex;
  private final String absent;
  private final String[] cells;
  private String pending;
  private long row;
  private long line;

  private LibsvmRecords(String file, BufferedReader in, TabularCard card, int features) {
    this.file = file;
    this.in = in;
    this.firstIndex = card.firstIndex();
    this.absent = card.absent() == Absent.ZERO ? "0" : "";
    this.cells = new String[features + 1];
  }

  /** @param features columns of the model */
  static LibsvmRecords open(Path path, TabularCard card, int features) throws LoupeException {
    if (features < 0 || features >= CsvRecords.MOST_COLUMNS) {
      throw LoupeException.badInput(path.getFileName() + ": a libsvm file fits a model with one input of up to "
          + CsvRecords.MOST_COLUMNS + " columns; name its columns in the card");
    }
    Sample.of(path);
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      LibsvmRecords out = new LibsvmRecords(String.valueOf(path.getFileName()), new BufferedReader(
          new InputStreamReader(Files.newInputStream(path), decoder), 1 << 16), card, features);
      out.pending = out.line();
      if (out.pending == null) {
        out.close();
        throw LoupeException.badInput(path.getFileName() + " holds no rows");
      }
      return out;
    } catch (IOException e) {
      throw LoupeException.badInput("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** The next line that holds something; null at the end. */
  private String line() throws LoupeException {
    StringBuilder out = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n') {
          out.append((char) c);
          if (out.length() > LONGEST) {
            throw LoupeException.badInput(file + ", line " + (line + 1) + ": more than " + LONGEST + " characters");
          }
          continue;
        }
        line++;
        String text = stripped(out);
        if (!text.isEmpty()) {
          return text;
        }
        out.setLength(0);
      }
      line++;
      String text = stripped(out);
      return text.isEmpty() ? null : text;
    } catch (CharacterCodingException e) {
      throw LoupeException.badInput(file + " is not UTF-8 text (after row " + row + ")", e);
    } catch (IOException e) {
      throw LoupeException.badInput(file + ", row " + (row + 1) + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String stripped(StringBuilder text) {
    int comment = text.indexOf("#");
    return (comment < 0 ? text.toString() : text.substring(0, comment)).strip();
  }

  @Override
  public boolean next() throws LoupeException {
    String text = pending;
    if (text == null) {
      return false;
    }
    row++;
    Arrays.fill(cells, absent);
    StringTokenizer tokens = new StringTokenizer(text);
    cells[0] = tokens.nextToken();
    while (tokens.hasMoreTokens()) {
      cell(tokens.nextToken());
    }
    pending = line();
    return true;
  }

  private void cell(String token) throws LoupeException {
    int colon = token.indexOf(':');
    if (colon == 3 && token.startsWith("qid")) {
      return;
    }
    if (colon < 1 || colon > 9 || !token.substring(0, colon).chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw LoupeException.badInput(file + ", row " + row + ": " + Texts.quoted(token) + " is not index:value");
    }
    long at = Long.parseLong(token.substring(0, colon)) - firstIndex + 1;
    if (at < 1 || at >= cells.length) {
      throw LoupeException.badInput(file + ", row " + row + ": index " + token.substring(0, colon) + " is not from "
          + firstIndex + " to " + (cells.length - 2 + firstIndex) + "; the card's first-index says where they begin");
    }
    cells[(int) at] = token.substring(colon + 1);
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public int columns() {
    return cells.length;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    return cells[column];
  }

  @Override
  public LoupeException wrong(int column, String what) {
    return LoupeException.badInput(file + ", row " + row + ", " + (column == 0 ? "label"
        : "index " + (column - 1 + firstIndex)) + ": " + what);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      // Nothing was written: what was read stays as good as it is.
    }
  }
}
