/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the bytes of a model go. */
interface ByteSink {
  void write(ByteBuffer bytes) throws IOException;

  /** Copies a part of a file without taking it onto the heap. */
  void copy(Path file, long offset, long length) throws IOException;

  /** A sink into a buffer with enough room. */
  static ByteSink of(ByteBuffer target) {
    return new ByteSink() {
      @Override
      public void write(ByteBuffer bytes) {
        target.put(bytes);
      }

      @Override
      public void copy(Path file, long offset, long length) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
          int end = target.limit();
          target.limit(target.position() + Math.toIntExact(length));
          long at = offset;
          while (target.hasRemaining()) {
            at += read(in, file, target, at);
          }
          target.limit(end);
        }
      }
    };
  }

  /** A sink into a channel, through a small direct buffer. */
  static ByteSink of(WritableByteChannel target) {
    return new ByteSink() {
      private static final int BUFFER = 1 << 20;
      private ByteBuffer buffer;

      @Override
      public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
          target.write(bytes);
        }
      }

      @Override
      public void copy(Path file, long offset, long length) throws IOException {
        if (buffer == null) {
          buffer = ByteBuffer.allocateDirect(BUFFER);
        }
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
          for (long done = 0; done < length;) {
            buffer.clear().limit((int) Math.min(BUFFER, length - done));
            done += read(in, file, buffer, offset + done);
            write(buffer.flip());
          }
        }
      }
    };
  }

  private static int read(FileChannel in, Path file, ByteBuffer target, long at) throws IOException {
    int n = in.read(target, at);
    if (n <= 0) {
      throw new EOFException(file.getFileName() + " has become shorter since it was opened: load the model again");
    }
    return n;
  }
}
