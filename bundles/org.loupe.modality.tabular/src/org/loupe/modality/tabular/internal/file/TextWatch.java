/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.file;

import java.io.IOException;
import java.io.Reader;

/**
 * Looks at a text on its way to the parser, which does not tell a quote that is never closed from the end of a cell,
 * nor a binary file from text.
 */
final class TextWatch extends Reader {
  private final Reader in;
  private final char separator;
  private final int longest;
  private boolean quoted;
  private boolean cellBegins = true;
  private boolean afterQuote;
  private long line = 1;
  private long openedAt;
  private long openedFor;

  /** What is wrong with the text as a whole, with its line. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /** @param longest characters of a cell */
  TextWatch(Reader in, char separator, int longest) {
    this.in = in;
    this.separator = separator;
    this.longest = longest;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    if (n < 0 && quoted && !afterQuote) {
      throw new Malformed("line " + openedAt + ": a quote is opened and never closed");
    }
    for (int i = offset; i < offset + n; i++) {
      look(buffer[i]);
    }
    return n;
  }

  private void look(char c) throws Malformed {
    if (c == 0) {
      throw new Malformed("line " + line + ": holds a NUL character, so this is no text");
    }
    if (c == '\n') {
      line++;
    }
    if (quoted) {
      if (c == '"') {
        afterQuote = !afterQuote;
        return;
      }
      if (!afterQuote) {
        if (++openedFor > longest) {
          throw new Malformed("line " + openedAt + ": the cell in quotes has more than " + longest
              + " characters; is a quote not closed?");
        }
        return;
      }
      quoted = false;
      afterQuote = false;
    }
    if (cellBegins && c == '"') {
      quoted = true;
      openedAt = line;
      openedFor = 0;
    }
    cellBegins = c == separator || c == '\n' || c == '\r';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
