/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.file;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;

/** Decodes picture files with the JDK's readers, after looking at what they claim. */
public final class PictureReader {
  /** Most pixels of a picture: 100 megapixels. */
  static final long MAX_PIXELS = 100_000_000;
  /** A decoded picture and the copy that is worked on must fit this part of the heap. */
  private static final double HEAP_SHARE = 0.6;

  private PictureReader() {
  }

  /**
   * The first page of a picture file, turned upright.
   *
   * @param background red, green and blue (0 to 255) behind transparent pixels
   * @throws LoupeException BAD_INPUT if it is no PNG, JPEG, BMP or TIFF file, is cut short or corrupt, claims more than
   *     100 megapixels or more than the memory holds, or has colours other than grey and RGB
   * @throws CancellationException when cancelled
   */
  public static Pixels read(Path file, double[] background, Progress progress) throws LoupeException {
    try (RandomAccessFile in = open(file)) {
      byte[] signature = new byte[(int) Math.min(PictureFormat.SIGNATURE, in.length())];
      in.readFully(signature);
      PictureFormat format = PictureFormat.of(signature)
          .orElseThrow(() -> new IOException("it is no PNG, JPEG, BMP or TIFF picture"));
      FileFacts facts = FileFacts.read(in, format);
      if (facts.truncated()) {
        throw new EOFException("the file is cut short");
      }
      if (facts.components() == 4) {
        throw new IOException("it is a JPEG of four inks (CMYK); convert it to RGB");
      }
      in.seek(0);
      return decode(in, format, background, progress).oriented(facts.orientation());
    } catch (NoSuchFileException | java.io.FileNotFoundException e) {
      throw LoupeException.badInput("cannot read picture " + file + ": there is no such file", e);
    } catch (EOFException e) {
      throw LoupeException.badInput("cannot read picture " + file + ": the file is cut short", e);
    } catch (IOException e) {
      throw LoupeException.badInput("cannot read picture " + file + ": " + oneLine(e), e);
    } catch (OutOfMemoryError e) {
      throw LoupeException.badInput("cannot read picture " + file + ": it needs more memory than there is", e);
    }
  }

  private static RandomAccessFile open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    return new RandomAccessFile(file.toFile(), "r");
  }

  private static Pixels decode(RandomAccessFile file, PictureFormat format, double[] background, Progress progress)
      throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.readerName());
    if (!readers.hasNext()) {
      throw new IOException("this Java runtime has no reader for " + format);
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = new FileImageInputStream(file)) {
      // Without metadata: nothing of them is used, and compressed text in them may be a bomb.
      reader.setInput(in, true, true);
      checkSize(reader);
      DecodeWatch watch = DecodeWatch.on(reader, progress);
      BufferedImage image = reader.read(0);
      progress.check();
      if (watch.cutShort()) {
        throw new EOFException();
      }
      return RasterPixels.of(image, background);
    } catch (RuntimeException e) {
      if (e instanceof CancellationException) {
        throw e;
      }
      // The JDK's readers let index and size errors through for corrupt files.
      throw new IOException("the file is corrupt", e);
    } finally {
      reader.dispose();
    }
  }

  private static void checkSize(ImageReader reader) throws IOException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    long pixels = width * height;
    String claim = "it claims " + width + " x " + height + " pixels";
    if (width < 1 || height < 1) {
      throw new IOException(claim);
    }
    if (pixels > MAX_PIXELS) {
      throw new IOException(claim + ", more than the limit of " + MAX_PIXELS / 1_000_000 + " megapixels");
    }
    var type = reader.getRawImageType(0);
    int bytes = type == null ? 3 : type.getNumBands() * Math.max(1, type.getBitsPerBand(0) / 8);
    // The decoded image and the copy without transparency are there at once.
    if (2.0 * pixels * Math.max(3, bytes) > HEAP_SHARE * Runtime.getRuntime().maxMemory()) {
      throw new IOException(claim + ", more than fit the memory of this Java process");
    }
  }

  /** Messages of the JDK's readers, in one line; the innermost says what happened. */
  private static String oneLine(IOException e) {
    Throwable t = e;
    while (t instanceof IIOException && t.getCause() instanceof IOException inner) {
      t = inner;
    }
    if (t instanceof EOFException) {
      return "the file is cut short";
    }
    String message = t.getMessage() == null ? "the file is corrupt" : t.getMessage().strip();
    String line = message.lines().findFirst().orElse("the file is corrupt");
    return line.toLowerCase(Locale.ROOT).contains("end of file") ? "the file is cut short" : line;
  }
}
