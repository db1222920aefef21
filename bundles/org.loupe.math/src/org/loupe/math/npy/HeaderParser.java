/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.npy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/** Reads the Python dictionary literal of an NPY header: the keys descr, fortran_order and shape, each once. */
final class HeaderParser {
  private static final int MAX_RANK = 64;
  private static final int MAX_QUOTE = 80;
  private static final int MAX_TEXT_BYTES = 1 << 28;

  private final String text;
  private int at;

  HeaderParser(String text) {
    this.text = text;
  }

  NpyHeader parse(long dataOffset) throws IOException {
    String descr = null;
    Boolean fortran = null;
    Shape shape = null;
    expect('{');
    while (!accept('}')) {
      String key = string();
      expect(':');
      if (key.equals("descr") && descr == null) {
        descr = descr();
      } else if (key.equals("fortran_order") && fortran == null) {
        fortran = bool();
      } else if (key.equals("shape") && shape == null) {
        shape = shape();
      } else {
        throw bad("the key '" + shorten(key) + "' is unknown or stands twice");
      }
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    skipSpace();
    if (at < text.length()) {
      throw bad("there is text after the dictionary");
    }
    if (descr == null || fortran == null || shape == null) {
      throw bad("descr, fortran_order or shape is missing");
    }
    return header(descr, fortran, shape, dataOffset);
  }

  private static NpyHeader header(String descr, boolean fortran, Shape shape, long offset) throws IOException {
    boolean ordered = !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0;
    String kind = ordered ? descr.substring(1) : descr;
    boolean nativeBig = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
    boolean big = ordered && descr.charAt(0) == '>' || !descr.startsWith("<") && nativeBig;
    if (kind.matches("[US][0-9]{1,9}")) {
      boolean unicode = kind.charAt(0) == 'U';
      long bytes = Long.parseLong(kind.substring(1)) * (unicode ? 4 : 1);
      if (bytes > MAX_TEXT_BYTES) {
        throw new IOException("the NPY header claims text elements of " + bytes + " bytes");
      }
      return new NpyHeader(ElementType.STRING, (int) bytes, big, unicode, fortran, shape, offset);
    }
    ElementType type = switch (kind) {
      case "f2" -> ElementType.FLOAT16;
      case "f4" -> ElementType.FLOAT32;
      case "f8" -> ElementType.FLOAT64;
      case "i1" -> ElementType.INT8;
      case "i2" -> ElementType.INT16;
      case "i4" -> ElementType.INT32;
      case "i8" -> ElementType.INT64;
      case "u1" -> ElementType.UINT8;
      case "u2" -> ElementType.UINT16;
      case "u4" -> ElementType.UINT32;
      case "u8" -> ElementType.UINT64;
      case "b1", "?" -> ElementType.BOOL;
      default -> throw new IOException("NPY element type '" + shorten(descr) + "' " + whyNot(kind));
    };
    return new NpyHeader(type, type.bytes(), big, false, fortran, shape, offset);
  }

  private static String whyNot(String kind) {
    return switch (kind.isEmpty() ? ' ' : kind.charAt(0)) {
      case 'O' -> "holds Python objects, which are not read; save the array as numbers or text";
      case 'c' -> "is complex, which is not read; save the real and imaginary parts";
      case 'M', 'm' -> "is a date or a time span, which is not read; save it as int64";
      case 'V' -> "is raw bytes, which are not read; save the array as numbers";
      default -> "is not known";
    };
  }

  private String descr() throws IOException {
    skipSpace();
    if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
      throw new IOException("a structured NPY array is not read; save each field as an array of its own");
    }
    return string();
  }

  private boolean bool() throws IOException {
    skipSpace();
    for (String word : new String[] {"True", "False"}) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw bad("fortran_order is neither True nor False");
  }

  private Shape shape() throws IOException {
    long[] dims = new long[MAX_RANK];
    int rank = 0;
    boolean comma = true;
    expect('(');
    while (!accept(')')) {
      if (!comma || rank == MAX_RANK) {
        throw bad("the shape is malformed or has more than " + MAX_RANK + " axes");
      }
      dims[rank++] = extent();
      comma = accept(',');
    }
    if (rank == 1 && !comma) {
      throw bad("the shape is not a tuple");
    }
    try {
      return Shape.of(Arrays.copyOf(dims, rank));
    } catch (IllegalArgumentException e) {
      throw new IOException("the NPY header claims an impossible shape: " + e.getMessage(), e);
    }
  }

  private long extent() throws IOException {
    skipSpace();
    int from = at;
    if (at < text.length() && text.charAt(at) == '-') {
      throw bad("the shape has a negative extent");
    }
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > 19) {
      throw bad("the shape has an extent that is no number");
    }
    String digits = text.substring(from, at);
    if (at < text.length() && text.charAt(at) == 'L') {
      at++; // written by Python 2
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new IOException("malformed NPY header: the extent " + digits + " is too large", e);
    }
  }

  private String string() throws IOException {
    skipSpace();
    char quote = at < text.length() ? text.charAt(at) : ' ';
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw bad("a quoted string is missing");
    }
    String s = text.substring(at + 1, end);
    at = end + 1;
    return s;
  }

  private void expect(char c) throws IOException {
    if (!accept(c)) {
      throw bad("'" + c + "' is missing");
    }
  }

  private boolean accept(char c) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IOException bad(String what) {
    return new IOException("malformed NPY header: " + what + " (character " + at + ")");
  }

  private static String shorten(String s) {
    String plain = s.replaceAll("[^ -~]", "?");
    return plain.length() <= MAX_QUOTE ? plain : plain.substring(0, MAX_QUOTE) + "...";
  }
}
