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
import java.nio.charset.StandardCharsets;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/**
 * What the first bytes of an NPY file say.
 *
 * @param type element type; {@link ElementType#STRING} for text
 * @param itemBytes bytes of one element in the file
 * @param bigEndian whether the bytes of an element stand most significant first
 * @param unicode for text: UTF-32 code points rather than bytes of UTF-8
 * @param fortranOrder whether the first axis varies fastest
 * @param shape extents
 * @param dataOffset position of the first element, in bytes from the start of the file
 */
public record NpyHeader(ElementType type, int itemBytes, boolean bigEndian, boolean unicode, boolean fortranOrder,
    Shape shape, long dataOffset) {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_HEADER_BYTES = 1 << 20;

  /** Reads the header and leaves the stream at the first element. @throws IOException if this is no NPY file */
  public static NpyHeader read(InputStream in) throws IOException {
    byte[] start = in.readNBytes(8);
    for (int i = 0; i < MAGIC.length; i++) {
      if (start.length < 8 || start[i] != MAGIC[i]) {
        throw new IOException("not an NPY file: it does not start with the NPY signature");
      }
    }
    int major = start[6] & 0xff;
    if (major < 1 || major > 3) {
      throw new IOException("NPY format " + major + "." + (start[7] & 0xff) + " is not known, only 1.0 to 3.0");
    }
    int lengthBytes = major == 1 ? 2 : 4;
    long length = 0;
    byte[] field = exactly(in, lengthBytes);
    for (int i = lengthBytes - 1; i >= 0; i--) {
      length = length << 8 | field[i] & 0xff;
    }
    if (length > MAX_HEADER_BYTES) {
      throw new IOException("the NPY header claims " + length + " bytes, more than the limit of " + MAX_HEADER_BYTES);
    }
    byte[] text = exactly(in, (int) length);
    String literal = new String(text, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    return new HeaderParser(literal).parse(8L + lengthBytes + length);
  }

  private static byte[] exactly(InputStream in, int n) throws IOException {
    byte[] bytes = in.readNBytes(n);
    if (bytes.length < n) {
      throw new EOFException("the NPY file ends within its header");
    }
    return bytes;
  }

  /** Length of the data in bytes. @throws IOException if it does not fit a {@code long} */
  public long dataBytes() throws IOException {
    try {
      return Math.multiplyExact(shape.size(), (long) itemBytes);
    } catch (ArithmeticException e) {
      throw new IOException("the NPY header claims an impossible size: " + shape + " of " + itemBytes + " bytes", e);
    }
  }
}
