/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.file;

import java.io.IOException;
import java.io.RandomAccessFile;

/**
 * What decoding alone does not tell: the orientation that a camera recorded, and what is wrong with a JPEG file.
 *
 * @param orientation 1 to 8 as in EXIF 2.32, section 4.6.4, tag 274; 1 if there is none
 * @param components number of colour components of a JPEG file; 0 for other formats
 * @param truncated whether a JPEG file ends before its end marker
 */
record FileFacts(int orientation, int components, boolean truncated) {

  static FileFacts read(RandomAccessFile file, PictureFormat format) throws IOException {
    return switch (format) {
      case JPEG -> jpeg(file);
      case PNG -> new FileFacts(png(file), 0, false);
      case TIFF -> new FileFacts(TiffOrientation.read(file, 0, file.length()), 0, false);
      case BMP -> new FileFacts(1, 0, false);
    };
  }

  /** Walks the segments up to the first scan (ITU-T T.81, annex B), then looks for the end marker. */
  private static FileFacts jpeg(RandomAccessFile file) throws IOException {
    int orientation = 1;
    int components = 0;
    long at = 2;
    while (at + 4 <= file.length()) {
      file.seek(at);
      if (file.read() != 0xff) {
        return new FileFacts(orientation, components, true);
      }
      int marker = file.read();
      if (marker == 0xff) {
        at++;
        continue;
      }
      int length = file.readUnsignedShort();
      if (marker == 0xe1 && length >= 16 && file.readInt() == 0x45786966 && file.readUnsignedShort() == 0) {
        orientation = TiffOrientation.read(file, at + 10, Math.min(at + 2 + length, file.length()));
      }
      boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame && length >= 8 && at + 10 <= file.length()) {
        file.seek(at + 9);
        components = file.read();
      }
      if (marker == 0xda) {
        return new FileFacts(orientation, components, !endMarker(file, at + 2 + length));
      }
      at += 2 + Math.max(length, 2);
    }
    return new FileFacts(orientation, components, true);
  }

  /** In a scan, 0xff is followed by 0, so the two bytes of an end marker are one. */
  private static boolean endMarker(RandomAccessFile file, long from) throws IOException {
    byte[] block = new byte[1 << 16];
    file.seek(Math.min(from, file.length()));
    int last = 0;
    for (int n = file.read(block); n > 0; n = file.read(block)) {
      for (int i = 0; i < n; i++) {
        int b = block[i] & 0xff;
        if (last == 0xff && b == 0xd9) {
          return true;
        }
        last = b;
      }
    }
    return false;
  }

  /** Walks the chunks to an eXIf chunk (PNG specification, third edition, 11.3.4.5). */
  private static int png(RandomAccessFile file) throws IOException {
    long at = PictureFormat.SIGNATURE;
    while (at + 12 <= file.length()) {
      file.seek(at);
      long length = file.readInt() & 0xffffffffL;
      if (file.readInt() == 0x65584966) {
        return TiffOrientation.read(file, at + 8, Math.min(at + 8 + length, file.length()));
      }
      at += 12 + length;
    }
    return 1;
  }
}
