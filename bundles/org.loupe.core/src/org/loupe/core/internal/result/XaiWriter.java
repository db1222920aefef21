/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import com.google.gson.JsonObject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.Picture;
import org.loupe.core.internal.json.Json;
import org.loupe.core.result.RunRecord;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.Tensor;

/** Writes a record as a zip file. The same record gives the same bytes. */
public final class XaiWriter implements Parts.Sink {
  /** 2 added kinds of results, and colours of inputs; what 1 wrote is read as it is. */
  static final int VERSION = 2;
  static final String RECORD = "record.json";
  static final String FORMAT = "loupe-result";
  /** Larger tensors are stored as they are, for a reader to take slices of the file. */
  private static final long COMPRESSED = 16L << 20;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private final Counted counted;
  private final ZipOutputStream zip;
  private final Map<int[], Written> pictures = new IdentityHashMap<>();
  private long pixels;
  private long entryAt;
  private int parts;

  private XaiWriter(OutputStream out) {
    counted = new Counted(out);
    zip = new ZipOutputStream(counted, StandardCharsets.UTF_8);
  }

  private record Written(int width, String name) {
  }

  /** Writes to a stream, which stays open. @throws LoupeException if a contributed result cannot say what it is */
  public static void write(RunRecord record, OutputStream out) throws IOException, LoupeException {
    XaiWriter writer = new XaiWriter(out);
    JsonObject json = new JsonObject();
    json.addProperty(FORMAT, VERSION);
    json.addProperty("status", record.status().name());
    json.add("result", ResultJson.write(record.result(), record.provenance().bundle(), writer));
    json.add("subject", SubjectJson.write(record.subject(), "inputs/", writer));
    if (record.background().isPresent()) {
      json.add("background", SubjectJson.write(record.background().get(), "background/", writer));
    }
    json.add("provenance", ProvenanceJson.write(record.provenance()));
    json.add("notes", Json.texts(record.notes()));
    writer.begin(RECORD, Deflater.DEFAULT_COMPRESSION);
    writer.zip.write(Json.pretty(json).getBytes(StandardCharsets.UTF_8));
    writer.zip.finish();
  }

  @Override
  public Parts.Place tensor(String name, Tensor tensor) throws IOException {
    boolean large = tensor.size() > COMPRESSED / Math.max(1, tensor.type().bytes());
    if (large) {
      beginStored(name, tensor);
    } else {
      begin(name, Deflater.DEFAULT_COMPRESSION);
    }
    long at = large ? entryAt : -1;
    NpyWriter.write(tensor, zip);
    return new Parts.Place(name, at);
  }

  @Override
  public String picture(Picture picture) throws IOException {
    Written there = pictures.get(picture.argb());
    if (there != null && there.width() == picture.width()) {
      return there.name();
    }
    pixels += picture.argb().length;
    if (pixels > Parts.MOST_PIXELS) {
      throw new IOException("the pictures have more than " + Parts.MOST_PIXELS + " pixels together");
    }
    String name = pictures.isEmpty() ? "picture.png" : "picture-" + pictures.size() + ".png";
    pictures.put(picture.argb(), new Written(picture.width(), name));
    begin(name, Deflater.NO_COMPRESSION);
    PngPictures.write(picture, new OpenStream(zip));
    return name;
  }

  private void begin(String name, int level) throws IOException {
    zip.setLevel(level);
    begin(new ZipEntry(name));
  }

  /** An entry that is stored as it is says how long it is, and its checksum, before its content. */
  private void beginStored(String name, Tensor tensor) throws IOException {
    CRC32 crc = new CRC32();
    Counted length = new Counted(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
    NpyWriter.write(tensor, length);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(length.bytes);
    entry.setCompressedSize(length.bytes);
    entry.setCrc(crc.getValue());
    begin(entry);
  }

  private void begin(ZipEntry entry) throws IOException {
    if (++parts > Parts.MOST) {
      throw new IOException("the result has more than " + Parts.MOST + " parts");
    }
    entry.setTimeLocal(NO_TIME);
    zip.closeEntry();
    entryAt = counted.bytes;
    zip.putNextEntry(entry);
  }

  private static final class Counted extends FilterOutputStream {
    private long bytes;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      out.write(b, off, len);
      bytes += len;
    }
  }

  /** Writers of pictures close what they write to; the zip file goes on. */
  private static final class OpenStream extends FilterOutputStream {
    OpenStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      out.write(b, off, len);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
