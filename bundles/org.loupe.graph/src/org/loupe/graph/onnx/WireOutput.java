/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message in the Protocol Buffers wire format under construction: small bytes of its own, and references to
 * buffers and parts of files that are copied only when the whole is written.
 */
final class WireOutput {
  private final List<Piece> pieces = new ArrayList<>();
  private byte[] bytes = new byte[64];
  private int used;
  private long finished;

  private sealed interface Piece {
  }

  private record Memory(ByteBuffer bytes) implements Piece {
  }

  private record FilePart(Path file, long offset, long length) implements Piece {
  }

  /** Length of the message so far in bytes. */
  long size() {
    return finished + used;
  }

  void integer(int field, long value) {
    tag(field, WireInput.VARINT);
    varint(value);
  }

  void float32(int field, float value) {
    tag(field, WireInput.FIXED32);
    little(Float.floatToRawIntBits(value));
  }

  /** A text; an empty one is written too. */
  void string(int field, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    tag(field, WireInput.BYTES);
    varint(text.length);
    reserve(text.length);
    System.arraycopy(text, 0, bytes, used, text.length);
    used += text.length;
  }

  /** A text unless it is empty. */
  void text(int field, String value) {
    if (!value.isEmpty()) {
      string(field, value);
    }
  }

  /** Whole numbers, packed if {@code packed}: which of the two is fixed for each field by the specification. */
  void integers(int field, long[] values, boolean packed) {
    if (!packed) {
      for (long v : values) {
        integer(field, v);
      }
      return;
    }
    WireOutput list = new WireOutput();
    for (long v : values) {
      list.varint(v);
    }
    message(field, list);
  }

  /** An embedded message, which must not change any more. */
  void message(int field, WireOutput message) {
    tag(field, WireInput.BYTES);
    varint(message.size());
    append(message);
  }

  /** The fields of another message, added to this one. */
  void append(WireOutput message) {
    if (message.pieces.isEmpty()) {
      reserve(message.used);
      System.arraycopy(message.bytes, 0, bytes, used, message.used);
      used += message.used;
      return;
    }
    flush();
    pieces.addAll(message.pieces);
    finished += message.finished;
    reserve(message.used);
    System.arraycopy(message.bytes, 0, bytes, used, message.used);
    used += message.used;
  }

  /** A bytes field from memory, not copied. */
  void memory(int field, ByteBuffer content) {
    tag(field, WireInput.BYTES);
    varint(content.remaining());
    piece(new Memory(content.slice()), content.remaining());
  }

  /** A bytes field from a file. */
  void filePart(int field, Path file, long offset, long length) {
    tag(field, WireInput.BYTES);
    varint(length);
    fields(file, offset, length);
  }

  /** Encoded fields from a file, added to this message. */
  void fields(Path file, long offset, long length) {
    piece(new FilePart(file, offset, length), length);
  }

  void writeTo(ByteSink sink) throws IOException {
    for (Piece piece : pieces) {
      switch (piece) {
        case Memory m -> sink.write(m.bytes.duplicate());
        case FilePart f -> sink.copy(f.file, f.offset, f.length);
      }
    }
    sink.write(ByteBuffer.wrap(bytes, 0, used));
  }

  private void piece(Piece piece, long length) {
    flush();
    pieces.add(piece);
    finished += length;
  }

  private void flush() {
    if (used > 0) {
      pieces.add(new Memory(ByteBuffer.wrap(Arrays.copyOf(bytes, used))));
      finished += used;
      used = 0;
    }
  }

  private void tag(int field, int wireType) {
    varint((long) field << 3 | wireType);
  }

  private void varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[used++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[used++] = (byte) rest;
  }

  private void little(int value) {
    reserve(4);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(used, value);
    used += 4;
  }

  private void reserve(int more) {
    if (bytes.length - used < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(used, more), (int) Math.min(1 << 30, bytes.length * 2L)));
    }
  }
}
