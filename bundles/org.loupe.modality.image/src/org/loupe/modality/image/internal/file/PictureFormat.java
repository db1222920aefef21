/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.file;

import java.util.Optional;

/** The kinds of picture files that are read, told by their first bytes, not by the file's ending. */
enum PictureFormat {
  PNG("png"), JPEG("jpeg"), BMP("bmp"), TIFF("tiff");

  /** Bytes that {@link #of} needs. */
  static final int SIGNATURE = 8;

  private final String readerName;

  PictureFormat(String readerName) {
    this.readerName = readerName;
  }

  /** Name of the JDK's reader. */
  String readerName() {
    return readerName;
  }

  /** @param b the first bytes of the file, at most {@link #SIGNATURE} */
  static Optional<PictureFormat> of(byte[] b) {
    if (starts(b, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return Optional.of(PNG);
    }
    if (starts(b, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (starts(b, 'I', 'I', 42, 0) || starts(b, 'M', 'M', 0, 42)) {
      return Optional.of(TIFF);
    }
    return starts(b, 'B', 'M') ? Optional.of(BMP) : Optional.empty();
  }

  private static boolean starts(byte[] b, int... signature) {
    for (int i = 0; i < signature.length; i++) {
      if (i >= b.length || (b[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
