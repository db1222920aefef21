/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.loupe.math.npy.NpyHeader;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;

/**
 * Large tensors that lie in a record as they are, so that they need not be read: slices of the zip file. The record
 * says where the entry begins; that is checked against the local header there (ZIP specification, 4.3.7), and an entry
 * that another program has packed again is just read.
 */
final class XaiSlices {
  private static final int LOCAL_HEADER = 30;
  private static final int SIGNATURE = 0x04034b50;

  private XaiSlices() {
  }

  /** @param at where the entry is said to begin in the file */
  static Optional<FileTensor> slice(Path file, ZipFile zip, String name, long at) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.getMethod() != ZipEntry.STORED || entry.getSize() <= NpyReader.MAX_IN_MEMORY) {
      return Optional.empty();
    }
    NpyHeader header;
    try (InputStream in = zip.getInputStream(entry)) {
      header = NpyHeader.read(in);
    }
    long start = contentStart(file, name, at);
    boolean plain = !header.bigEndian() && !header.fortranOrder() && header.type() != ElementType.STRING;
    boolean whole = header.dataBytes() == entry.getSize() - header.dataOffset()
        && start >= 0 && entry.getSize() <= Files.size(file) - start;
    return plain && whole
        ? Optional.of(new FileTensor(header.type(), header.shape(), file, start + header.dataOffset()))
        : Optional.empty();
  }

  /** -1 if there is no local header of a stored entry of this name. */
  private static long contentStart(Path file, String name, long at) throws IOException {
    byte[] expected = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer head = ByteBuffer.allocate(LOCAL_HEADER + expected.length).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (at < 0 || at > channel.size() - head.capacity()) {
        return -1;
      }
      while (head.hasRemaining() && channel.read(head, at + head.position()) >= 0) {
        // Until it is full: a channel may give less than asked for.
      }
    }
    boolean ours = !head.hasRemaining() && head.getInt(0) == SIGNATURE && head.getShort(8) == ZipEntry.STORED
        && (head.getShort(26) & 0xffff) == expected.length
        && head.slice(LOCAL_HEADER, expected.length).equals(ByteBuffer.wrap(expected));
    return ours ? at + LOCAL_HEADER + expected.length + (head.getShort(28) & 0xffff) : -1;
  }
}
