/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.loupe.scene.Raster;

/**
 * Writes pixels as PNG, 8 bits a channel, with alpha only where a pixel needs it. Source: Portable Network Graphics
 * (PNG) Specification, Third Edition, W3C.
 */
public final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int RGB = 2;
  private static final int RGBA = 6;

  private PngEncoder() {
  }

  /** Where rows of pixels come from. */
  interface Rows {
    /** Copies row {@code y}, {@code 0xAARRGGBB} not premultiplied. */
    void row(int y, int[] into);
  }

  /** Writes a picture to a stream, which stays open. */
  public static void write(Raster raster, OutputStream out) throws IOException {
    write(raster.width(), raster.height(), raster::row, out);
  }

  static void write(int width, int height, Rows rows, OutputStream out) throws IOException {
    boolean opaque = opaque(width, height, rows);
    DataOutputStream data = new DataOutputStream(out);
    data.write(SIGNATURE);
    byte[] header = {(byte) (width >> 24), (byte) (width >> 16), (byte) (width >> 8), (byte) width,
        (byte) (height >> 24), (byte) (height >> 16), (byte) (height >> 8), (byte) height,
        8, (byte) (opaque ? RGB : RGBA), 0, 0, 0};
    chunk(data, "IHDR", header, header.length);
    chunk(data, "sRGB", new byte[1], 1);
    Deflater deflater = new Deflater(6);
    try (DeflaterOutputStream packed = new DeflaterOutputStream(new DataChunks(data), deflater, 1 << 13)) {
      filtered(width, height, opaque ? 3 : 4, rows, packed);
    } finally {
      deflater.end();
    }
    chunk(data, "IEND", new byte[0], 0);
    data.flush();
  }

  private static boolean opaque(int width, int height, Rows rows) {
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      rows.row(y, row);
      for (int argb : row) {
        if (argb >>> 24 != 0xff) {
          return false;
        }
      }
    }
    return true;
  }

  /** Of the filters None, Sub, Up and Paeth, each row takes the one whose bytes have the smallest sum. */
  private static void filtered(int width, int height, int bytes, Rows rows, OutputStream out) throws IOException {
    int[] pixels = new int[width];
    byte[] current = new byte[width * bytes];
    byte[] above = new byte[width * bytes];
    byte[][] tries = new byte[5][width * bytes + 1];
    for (int y = 0; y < height; y++) {
      rows.row(y, pixels);
      unpack(pixels, bytes, current);
      byte[] best = null;
      long least = Long.MAX_VALUE;
      for (int filter : new int[] {0, 1, 2, 4}) {
        long sum = filter(filter, current, above, bytes, tries[filter]);
        if (sum < least) {
          least = sum;
          best = tries[filter];
        }
      }
      out.write(best);
      byte[] swap = above;
      above = current;
      current = swap;
    }
  }

  private static void unpack(int[] pixels, int bytes, byte[] into) {
    int at = 0;
    for (int argb : pixels) {
      into[at++] = (byte) (argb >> 16);
      into[at++] = (byte) (argb >> 8);
      into[at++] = (byte) argb;
      if (bytes == 4) {
        into[at++] = (byte) (argb >> 24);
      }
    }
  }

  private static long filter(int filter, byte[] current, byte[] above, int bytes, byte[] into) {
    into[0] = (byte) filter;
    long sum = 0;
    for (int i = 0; i < current.length; i++) {
      int left = i < bytes ? 0 : current[i - bytes] & 0xff;
      int up = above[i] & 0xff;
      int predicted = switch (filter) {
        case 0 -> 0;
        case 1 -> left;
        case 2 -> up;
        default -> paeth(left, up, i < bytes ? 0 : above[i - bytes] & 0xff);
      };
      byte rest = (byte) (current[i] - predicted);
      into[i + 1] = rest;
      sum += Math.abs(rest);
    }
    return sum;
  }

  private static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
  }

  private static void chunk(DataOutputStream out, String type, byte[] data, int length) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    out.writeInt(length);
    out.write(name);
    out.write(data, 0, length);
    out.writeInt((int) crc.getValue());
  }

  /** Cuts compressed data into chunks; closing it leaves the stream below open. */
  private static final class DataChunks extends OutputStream {
    private final DataOutputStream out;

    DataChunks(DataOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int from, int length) throws IOException {
      chunk(out, "IDAT", from == 0 ? data : Arrays.copyOfRange(data, from, from + length), length);
    }
  }
}
