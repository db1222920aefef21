/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the orientation tag in a TIFF structure (TIFF 6.0, section 2), as in TIFF files and EXIF segments. */
final class TiffOrientation {
  private static final int TAG = 274;
  private static final int ENTRY = 12;

  private TiffOrientation() {
  }

  /**
   * Reads the tag of the first directory.
   *
   * @param start where the structure starts in the file
   * @param end where it ends
   * @return 1 to 8; 1 where there is no tag, or the structure is not sound
   */
  static int read(RandomAccessFile file, long start, long end) throws IOException {
    ByteBuffer header = bytes(file, start, end, 8);
    if (header == null) {
      return 1;
    }
    ByteOrder order = header.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    long directory = start + (header.order(order).getInt(4) & 0xffffffffL);
    ByteBuffer count = bytes(file, directory, end, 2);
    if (count == null) {
      return 1;
    }
    int entries = count.order(order).getShort(0) & 0xffff;
    for (int i = 0; i < entries; i++) {
      ByteBuffer entry = bytes(file, directory + 2 + (long) i * ENTRY, end, ENTRY);
      if (entry == null) {
        return 1;
      }
      if ((entry.order(order).getShort(0) & 0xffff) == TAG) {
        int value = entry.getShort(8);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }

  private static ByteBuffer bytes(RandomAccessFile file, long at, long end, int length) throws IOException {
    if (at + length > end) {
      return null;
    }
    byte[] out = new byte[length];
    file.seek(at);
    file.readFully(out);
    return ByteBuffer.wrap(out);
  }
}
