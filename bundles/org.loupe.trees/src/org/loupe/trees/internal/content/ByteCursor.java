/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the bytes of a file in order; never beyond their end. Not for several threads. */
public final class ByteCursor {
  private final ByteBuffer bytes;

  public ByteCursor(byte[] content, ByteOrder order) {
    bytes = ByteBuffer.wrap(content).order(order);
  }

  public int position() {
    return bytes.position();
  }

  public int remaining() {
    return bytes.remaining();
  }

  /** A count of things of at least {@code size} bytes each that follow. @throws FormatException if they cannot */
  public int count(String what, long claimed, int size) throws FormatException {
    if (claimed < 0 || claimed > bytes.remaining() / size) {
      throw new FormatException(what + " at byte " + position() + " claims " + claimed + " entries, and "
          + bytes.remaining() + " bytes follow");
    }
    return (int) claimed;
  }

  public byte int8(String what) throws FormatException {
    need(what, 1);
    return bytes.get();
  }

  /** The next byte, which stays the next. @return -1 at the end */
  public int peek() {
    return bytes.hasRemaining() ? bytes.get(bytes.position()) & 0xff : -1;
  }

  public short int16(String what) throws FormatException {
    need(what, 2);
    return bytes.getShort();
  }

  public int int32(String what) throws FormatException {
    need(what, 4);
    return bytes.getInt();
  }

  public long int64(String what) throws FormatException {
    need(what, 8);
    return bytes.getLong();
  }

  public float float32(String what) throws FormatException {
    need(what, 4);
    return bytes.getFloat();
  }

  public double float64(String what) throws FormatException {
    need(what, 8);
    return bytes.getDouble();
  }

  public String text(String what, int length) throws FormatException {
    need(what, length);
    String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
    skip(what, length);
    return text;
  }

  public void skip(String what, int length) throws FormatException {
    need(what, length);
    bytes.position(bytes.position() + length);
  }

  private void need(String what, int length) throws FormatException {
    if (length < 0 || bytes.remaining() < length) {
      throw new FormatException("the file ends at byte " + bytes.limit() + ", within " + what);
    }
  }
}
