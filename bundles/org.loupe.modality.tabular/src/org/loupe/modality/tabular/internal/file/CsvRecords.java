/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.TabularCard.Heading;
import org.loupe.modality.tabular.internal.TabularCard.Separator;

/** A file of cells after RFC 4180, UTF-8 with or without a byte order mark. Empty lines are no rows. */
final class CsvRecords implements Records {
  static final int MOST_COLUMNS = 100_000;
  private static final int LONGEST_CELL = 1 << 20;
  private static final int LONGEST_ROW = 64 << 20;
  private final String file;
  private final CloseableIterator<CsvRecord> rows;
  private List<String> names = List.of();
  private int columns;
  private CsvRecord first;
  private CsvRecord current;
  private long row;

  private CsvRecords(String file, CloseableIterator<CsvRecord> rows) {
    this.file = file;
    this.rows = rows;
  }

  /** @param wanted names of columns by which a heading is known */
  static CsvRecords open(Path path, TabularCard card, Collection<String> wanted) throws LoupeException {
    Sample sample = Sample.of(path);
    char separator = card.separator() == Separator.AUTO ? sample.separator(card.decimalComma())
        : card.separator().sign();
    CsvRecords out = new CsvRecords(String.valueOf(path.getFileName()), iterator(path, separator));
    try {
      out.begin(card, wanted);
    } catch (LoupeException | RuntimeException e) {
      out.close();
      throw e;
    }
    return out;
  }

  /** Bounds what a file can make a reader keep. */
  static CsvRecordHandler handler() {
    return CsvRecordHandler.builder().maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_CELL).maxRecordSize(LONGEST_ROW)
        .build();
  }

  private static CloseableIterator<CsvRecord> iterator(Path path, char separator) throws LoupeException {
    InputStream in;
    try {
      in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      in.mark(3);
      byte[] mark = in.readNBytes(3);
      if (mark.length < 3 || mark[0] != (byte) 0xef || mark[1] != (byte) 0xbb || mark[2] != (byte) 0xbf) {
        in.reset();
      }
    } catch (IOException e) {
      throw LoupeException.badInput("cannot read " + path + ": " + e.getMessage(), e);
    }
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    return CsvReader.builder().fieldSeparator(separator).allowExtraFields(true).allowMissingFields(true)
        .skipEmptyLines(true).allowExtraCharsAfterClosingQuote(false)
        .build(handler(), new TextWatch(new InputStreamReader(in, decoder), separator, LONGEST_CELL)).iterator();
  }

  private void begin(TabularCard card, Collection<String> wanted) throws LoupeException {
    CsvRecord top = read();
    if (top == null) {
      throw LoupeException.badInput(file + " holds no rows");
    }
    columns = top.getFieldCount();
    boolean heading = card.header() == Heading.YES || card.header() == Heading.AUTO && looksNamed(top, card, wanted);
    if (heading) {
      names = top.getFields().stream().map(String::strip).toList();
      refuseDoubles();
    }
    first = heading ? read() : top;
    if (first == null) {
      throw LoupeException.badInput(file + " has a heading and no rows");
    }
  }

  private static boolean looksNamed(CsvRecord top, TabularCard card, Collection<String> wanted) {
    List<String> cells = top.getFields().stream().map(String::strip).toList();
    return cells.stream().anyMatch(wanted::contains)
        || cells.stream().noneMatch(c -> Numerals.is(c, card.decimalComma()) || card.missing().contains(c))
            && cells.stream().anyMatch(c -> !c.isEmpty());
  }

  private void refuseDoubles() throws LoupeException {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer before = names.get(i).isEmpty() ? null : seen.put(names.get(i), i);
      if (before != null) {
        throw LoupeException.badInput(file + ": columns " + (before + 1) + " and " + (i + 1) + " are both called "
            + Texts.quoted(names.get(i)) + "; rename one");
      }
    }
  }

  private CsvRecord read() throws LoupeException {
    String at = file + ", row " + (row + 1);
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException | UncheckedIOException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof TextWatch.Malformed m) {
          throw LoupeException.badInput(file + ", " + m.getMessage(), e);
        }
        if (cause instanceof CharacterCodingException) {
          throw LoupeException.badInput(file + " is not UTF-8 text (after row " + row + "); save it as UTF-8", e);
        }
        if (cause instanceof IOException) {
          throw LoupeException.badInput(at + ": cannot be read: " + cause.getMessage(), e);
        }
      }
      Throwable deepest = e.getCause() == null ? e : e.getCause();
      throw LoupeException.badInput(at + ": " + Texts.line(deepest.getMessage()), e);
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public boolean next() throws LoupeException {
    current = first != null ? first : read();
    first = null;
    if (current == null) {
      return false;
    }
    row++;
    if (current.getFieldCount() != columns) {
      throw LoupeException.badInput(place() + ": " + current.getFieldCount() + " cells, where "
          + (names.isEmpty() ? "the first row" : "the heading") + " has " + columns);
    }
    return true;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public String cell(int column) {
    return current.getField(column).strip();
  }

  @Override
  public LoupeException wrong(int column, String what) {
    return LoupeException.badInput(place() + ", column " + Texts.column(column, names) + ": " + what);
  }

  private String place() {
    return file + ", row " + row + " (line " + current.getStartingLineNumber() + ")";
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException | UncheckedIOException e) {
      // Nothing was written: what was read stays as good as it is.
    }
  }
}
