/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.math.tensor;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A temporary file for the elements of a tensor that is too large for memory. It is there as long as this or a
 * {@link FileTensor} in it can be reached, and goes with the process at the latest.
 */
public final class TemporaryTensorFile {
  private static final int CHUNK = 1 << 20;
  private static final Cleaner CLEANER = Cleaner.create();
  private static final Set<Path> THERE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> THERE.forEach(TemporaryTensorFile::delete)));
  }

  private final Path file;
  private final Cleaner.Cleanable cleanable;

  private TemporaryTensorFile(Path file) {
    this.file = file;
    this.cleanable = CLEANER.register(this, () -> delete(file));
  }

  /**
   * Makes a file of zeros. All of it is written, so that a disk that is full is noticed here and not where memory is
   * mapped to it.
   *
   * @param pulse run now and then; what it throws ends the writing
   * @throws IOException if there is not enough room; one line that says how much there is
   */
  public static TemporaryTensorFile create(long bytes, Runnable pulse) throws IOException {
    Path path = Files.createTempFile("loupe-tensor", ".bin");
    THERE.add(path);
    TemporaryTensorFile made = new TemporaryTensorFile(path);
    boolean complete = false;
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      long room = Files.getFileStore(path).getUsableSpace();
      if (room < bytes) {
        throw new IOException(bytes + " bytes are needed in " + path.getParent() + ", and " + room + " are free");
      }
      ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK, bytes));
      for (long left = bytes; left > 0; left -= zeros.limit()) {
        pulse.run();
        zeros.clear().limit((int) Math.min(CHUNK, left));
        while (zeros.hasRemaining()) {
          channel.write(zeros);
        }
      }
      complete = true;
      return made;
    } finally {
      if (!complete) {
        made.delete();
      }
    }
  }

  /** Memory that is the file's, from an offset on; writing to it writes to the file. Native byte order. */
  public ByteBuffer map(long offset, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, offset, length).order(ByteOrder.nativeOrder());
    }
  }

  /** The elements from the file's beginning on, little-endian. */
  public FileTensor tensor(ElementType type, Shape shape) {
    return new FileTensor(type, shape, file, 0, this);
  }

  /** Deletes the file; tensors in it cannot be read any more. */
  public void delete() {
    cleanable.clean();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      THERE.remove(file);
    } catch (IOException e) {
      // Mapped memory may hold it for a while on some systems: it is tried again when the process ends.
      System.getLogger("org.loupe.math").log(System.Logger.Level.DEBUG, e.getMessage(), e);
    }
  }
}
