/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.io.IOException;
import java.nio.file.Path;
import org.loupe.api.LoupeException;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.result.XaiReader;
import org.loupe.core.internal.result.XaiWriter;

/**
 * Records as {@code .xai} files: a zip of {@code record.json} (with the version of the format), {@code values.npy},
 * {@code channels.npy}, {@code table.npy} or {@code points.npy} (in {@code parts/N/} for the parts of a composite),
 * {@code inputs/N.npy}, and {@code picture.png}, {@code picture-N.png}. Every bit of the numbers is kept, and no code
 * of whoever made the result is needed to read it.
 */
public final class XaiFile {
  private XaiFile() {
  }

  /** Atomic. @throws LoupeException FAILED if it cannot be written */
  public static void write(RunRecord record, Path file) throws LoupeException {
    LoupeException[] contributed = new LoupeException[1];
    try {
      AtomicFiles.write(file, out -> {
        try {
          XaiWriter.write(record, out);
        } catch (LoupeException e) {
          contributed[0] = e;
          throw new IOException(e);
        }
      });
    } catch (IOException e) {
      throw contributed[0] != null ? contributed[0] : Failures.writing(file, e);
    }
  }

  /**
   * Tensors of more than 64 MiB stay in the file, as {@link org.loupe.math.tensor.FileTensor}: it must stay as it is
   * while the record is in use.
   *
   * @throws LoupeException BAD_INPUT if it is no record, damaged, hostile, or of a newer format
   */
  public static RunRecord read(Path file) throws LoupeException {
    return XaiReader.read(file);
  }
}
