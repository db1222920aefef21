/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import org.loupe.graph.ModelFormatException;

/**
 * Reads the Protocol Buffers wire format from a file through a small buffer, with positions of 64 bits. What is
 * skipped is never read. Trusts nothing: each length is checked against the enclosing message before it is used, the
 * nesting of messages is limited, and so is the memory that the reader builds up from what it finds.
 */
final class WireInput implements Closeable {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final int BUFFER = 1 << 16;
  private static final int MAX_STRING = 1 << 24;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private final ReadLimits limits;
  private final long size;
  private long base;
  private long end;
  private int depth;
  private int wireType;

  /** What to do with one field of a message; it must read or {@link #skip} it. */
  @FunctionalInterface
  interface FieldReader {
    void read(int field) throws IOException;
  }

  /** Where a message was in the file, without its length prefix. */
  record Span(long offset, long length) {
  }

  /** A bytes field; no content if it was too long. */
  record Bytes(Span span, byte[] content) {
  }

  /** Opens a part of a file: {@code length} bytes from {@code offset}, or all that follows if that is negative. */
  WireInput(Path file, long offset, long length, ReadLimits limits) throws IOException {
    this.file = file;
    this.limits = limits;
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    this.size = channel.size();
    this.base = offset;
    this.end = length < 0 ? size : offset + length;
    buffer.limit(0);
    if (offset > size || end > size) {
      channel.close();
      throw new ModelFormatException(file.getFileName() + " has become shorter since it was opened: load it again");
    }
  }

  Path file() {
    return file;
  }

  ReadLimits limits() {
    return limits;
  }

  long position() {
    return base + buffer.position();
  }

  /** Reads all fields up to the end of the current message. */
  void fields(FieldReader reader) throws IOException {
    while (position() < end) {
      long tag = varint();
      wireType = (int) (tag & 7);
      long field = tag >>> 3;
      if (field == 0 || field >= 1 << 29) {
        throw damaged("no field has the number " + field);
      }
      reader.read((int) field);
    }
  }

  /** Reads an embedded message field by field. */
  Span message(FieldReader reader) throws IOException {
    long length = length();
    long outerEnd = end;
    long start = position();
    end = start + length;
    limits.checkMessageDepth(file, ++depth);
    fields(reader);
    depth--;
    end = outerEnd;
    return new Span(start, length);
  }

  /** The value of an integer field. */
  long integer() throws IOException {
    expect(VARINT);
    return varint();
  }

  /** The value of a single-precision field. */
  float float32() throws IOException {
    expect(FIXED32);
    return Float.intBitsToFloat((int) little(4));
  }

  /** The value of a text field, malformed UTF-8 replaced. */
  String string() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The value of a short text or bytes field, on the heap and counted against the limits. */
  byte[] bytes() throws IOException {
    Bytes bytes = bytesUpTo(MAX_STRING);
    if (bytes.content() == null) {
      throw damaged("a text of " + bytes.span().length() + " bytes is longer than any name or property");
    }
    return bytes.content();
  }

  /** The value of a bytes field if it is not longer than {@code longest}, and where it is in any case. */
  Bytes bytesUpTo(int longest) throws IOException {
    long length = length();
    Span span = new Span(position(), length);
    if (length > longest) {
      seek(position() + length);
      return new Bytes(span, null);
    }
    limits.charge(file, 56 + length);
    byte[] out = new byte[(int) length];
    copy(out);
    return new Bytes(span, out);
  }

  /** Where the value of a bytes field is; the value is skipped. */
  Span span() throws IOException {
    long length = length();
    long start = position();
    seek(start + length);
    return new Span(start, length);
  }

  /** Whether the current field holds several numbers packed, or bytes; else it is a single number. */
  boolean packed() {
    return wireType == BYTES;
  }

  /** Reads the numbers of a repeated integer field, packed or single; each is counted as {@code cost} bytes. */
  void integers(LongConsumer sink, int cost) throws IOException {
    if (!packed()) {
      limits.charge(file, cost);
      sink.accept(integer());
      return;
    }
    long length = length();
    long stop = position() + length;
    while (position() < stop) {
      limits.charge(file, cost);
      sink.accept(varint());
    }
    if (position() != stop) {
      throw damaged("a list of numbers ends inside a number");
    }
  }

  /** Reads the elements of a repeated field of 4 or 8 bytes each, packed or single, as bits. Costs as above. */
  void fixed(int width, LongConsumer sink, int cost) throws IOException {
    if (!packed()) {
      limits.charge(file, cost);
      expect(width == 4 ? FIXED32 : FIXED64);
      sink.accept(little(width));
      return;
    }
    long length = length();
    if (length % width != 0) {
      throw damaged("a list of numbers ends inside a number");
    }
    for (long i = 0; i < length; i += width) {
      limits.charge(file, cost);
      sink.accept(little(width));
    }
  }

  /** Passes over the current field, whatever it is. */
  void skip() throws IOException {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED64 -> seek(checkInside(8) + 8);
      case BYTES -> span();
      case FIXED32 -> seek(checkInside(4) + 4);
      default -> throw damaged("there is no field type " + wireType);
    }
  }

  /** An error about the current place in the file. */
  ModelFormatException damaged(String what) {
    return new ModelFormatException(file.getFileName() + " is damaged or no ONNX model: " + what + " (near byte "
        + position() + " of " + size + ")");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void expect(int type) throws IOException {
    if (wireType != type) {
      throw damaged("a field has type " + wireType + " where " + type + " belongs");
    }
  }

  private long length() throws IOException {
    expect(BYTES);
    long length = varint();
    if (length < 0 || length > end - position()) {
      throw damaged("a field claims " + Long.toUnsignedString(length) + " bytes where " + (end - position())
          + " are left");
    }
    return length;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = oneByte();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw damaged("a number has more than ten bytes");
  }

  private long little(int width) throws IOException {
    checkInside(width);
    if (buffer.remaining() >= width) {
      return width == 4 ? buffer.getInt() & 0xffffffffL : buffer.getLong();
    }
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (oneByte() & 0xffL) << (8 * i);
    }
    return value;
  }

  private void copy(byte[] out) throws IOException {
    for (int done = 0; done < out.length;) {
      fill();
      int n = Math.min(out.length - done, buffer.remaining());
      buffer.get(out, done, n);
      done += n;
    }
  }

  private byte oneByte() throws IOException {
    if (position() >= end) {
      throw damaged("a message ends inside a field");
    }
    fill();
    return buffer.get();
  }

  private long checkInside(int bytes) throws IOException {
    if (end - position() < bytes) {
      throw damaged("a message ends inside a field");
    }
    return position();
  }

  private void seek(long position) {
    if (position - base <= buffer.limit()) {
      buffer.position((int) (position - base));
    } else {
      base = position;
      buffer.position(0).limit(0);
    }
  }

  private void fill() throws IOException {
    if (buffer.hasRemaining()) {
      return;
    }
    base = position();
    buffer.clear();
    int n = channel.read(buffer, base);
    buffer.flip();
    if (n <= 0) {
      throw new ModelFormatException(file.getFileName() + " was cut short while it was read: load it again");
    }
  }
}
