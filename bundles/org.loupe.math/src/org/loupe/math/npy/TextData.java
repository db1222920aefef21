/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.loupe.math.tensor.TextTensor;

/** Text elements of NPY: a fixed number of UTF-32 code points, or of bytes taken as UTF-8, padded with zeros. */
final class TextData {
  private static final int MAX_ELEMENTS = 1 << 22;
  private static final long MAX_BYTES = 1L << 30;

  private TextData() {
  }

  static TextTensor read(NpyHeader header, InputStream in) throws IOException {
    if (header.shape().size() > MAX_ELEMENTS || header.dataBytes() > MAX_BYTES) {
      throw new IOException("an NPY array of " + header.shape().size() + " texts is beyond the limit of "
          + MAX_ELEMENTS + " texts and 1 GiB");
    }
    int n = (int) header.shape().size();
    String[] values = new String[n];
    FortranOrder.Walk walk = header.fortranOrder() ? new FortranOrder.Walk(header.shape()) : null;
    for (int i = 0; i < n; i++) {
      byte[] item = in.readNBytes(header.itemBytes());
      if (item.length < header.itemBytes()) {
        throw new EOFException("the NPY file ends after " + i + " of " + n + " texts");
      }
      values[walk == null ? i : walk.next()] = header.unicode() ? codePoints(item, header.bigEndian()) : utf8(item);
    }
    return new TextTensor(header.shape(), Arrays.asList(values));
  }

  private static String utf8(byte[] item) {
    int end = item.length;
    while (end > 0 && item[end - 1] == 0) {
      end--;
    }
    return new String(item, 0, end, StandardCharsets.UTF_8);
  }

  private static String codePoints(byte[] item, boolean big) throws IOException {
    int[] points = new int[item.length / 4];
    int end = 0;
    for (int i = 0; i < points.length; i++) {
      int v = 0;
      for (int b = 0; b < 4; b++) {
        v |= (item[4 * i + b] & 0xff) << 8 * (big ? 3 - b : b);
      }
      if (!Character.isValidCodePoint(v)) {
        throw new IOException("an NPY text holds " + Integer.toUnsignedString(v) + ", which is no Unicode character");
      }
      points[i] = v;
      end = v == 0 ? end : i + 1;
    }
    return new String(points, 0, end);
  }

  /** Length of the longest text in code points, at least 1. */
  static int width(List<String> values) throws IOException {
    int width = 1;
    for (String s : values) {
      width = Math.max(width, s.codePointCount(0, s.length()));
    }
    if ((long) width * 4 * values.size() > MAX_BYTES) {
      throw new IOException(values.size() + " texts of up to " + width
          + " characters would make an NPY file of more than 1 GiB; shorten the texts");
    }
    return width;
  }

  static void write(List<String> values, int width, OutputStream out) throws IOException {
    byte[] item = new byte[width * 4];
    for (String s : values) {
      Arrays.fill(item, (byte) 0);
      int i = 0;
      for (int at = 0; at < s.length(); at += Character.charCount(s.codePointAt(at))) {
        int v = s.codePointAt(at);
        for (int b = 0; b < 4; b++) {
          item[i++] = (byte) (v >>> 8 * b);
        }
      }
      out.write(item);
    }
  }
}
