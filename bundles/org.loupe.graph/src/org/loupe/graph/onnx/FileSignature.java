/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Recognises files that are certainly not ONNX models by their first bytes. */
final class FileSignature {
  private static final int BYTES = 256;

  private FileSignature() {
  }

  /** What the file is instead, with what to do about it; empty if it may be a model. */
  static Optional<String> otherKind(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(BYTES);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String kind = null;
    if (text.startsWith("version https://git-lfs")) {
      kind = "a Git LFS pointer; fetch the model itself with 'git lfs pull'";
    } else if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
      kind = "a ZIP archive (PyTorch and Keras files are too); unpack it or export the model to ONNX";
    } else if (text.startsWith("\u0089PNG")) {
      kind = "a PNG picture";
    } else if (text.startsWith("\u00ff\u00d8\u00ff")) {
      kind = "a JPEG picture";
    } else if (text.startsWith("\u0089HDF")) {
      kind = "an HDF5 file; export the model to ONNX";
    } else if (text.startsWith("\u001f\u008b")) {
      kind = "compressed with gzip; unpack it first";
    } else if (text.startsWith("ORTM", 4)) {
      kind = "in ONNX Runtime's own format; open the .onnx file that it was made from";
    } else if (text.startsWith("TFL3", 4)) {
      kind = "a TensorFlow Lite model; convert it to ONNX";
    } else if (isText(head)) {
      kind = "text";
    }
    return Optional.ofNullable(kind);
  }

  /** A model begins with field 1 as a varint, byte 8, or with another short tag: printable characters only is text. */
  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if ((b & 0xff) < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return head.length > 0;
  }
}
