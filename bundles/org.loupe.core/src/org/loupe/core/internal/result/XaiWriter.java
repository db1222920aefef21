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
import java.util.ArrayList;
import java.util.List;
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
  /** Larger tensors are stored as they are: a reader takes no file that swells out of proportion. */
  private static final long COMPRESSED = 16L << 20;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private final ZipOutputStream zip;
  private final List<Picture> pictures = new ArrayList<>();

  private XaiWriter(ZipOutputStream zip) {
    this.zip = zip;
  }

  /** Writes to a stream, which stays open. @throws LoupeException if a contributed result cannot say what it is */
  public static void write(RunRecord record, OutputStream out) throws IOException, LoupeException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    XaiWriter writer = new XaiWriter(zip);
    JsonObject json = new JsonObject();
    json.addProperty(FORMAT, VERSION);
    json.addProperty("status", record.status().name());
    json.add("result", ResultJson.write(record.result(), record.provenance().bundle(), writer));
    json.add("subject", SubjectJson.write(record.subject(), writer));
    json.add("provenance", ProvenanceJson.write(record.provenance()));
    json.add("notes", Json.texts(record.notes()));
    writer.begin(RECORD, Deflater.DEFAULT_COMPRESSION);
    zip.write(Json.pretty(json).getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  @Override
  public String tensor(String name, Tensor tensor) throws IOException {
    long bytes = tensor.size() * Math.max(1, tensor.type().bytes());
    begin(name, bytes > COMPRESSED ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
    NpyWriter.write(tensor, zip);
    return name;
  }

  @Override
  public String picture(Picture picture) throws IOException {
    for (int i = 0; i < pictures.size(); i++) {
      if (pictures.get(i).argb() == picture.argb() && pictures.get(i).width() == picture.width()) {
        return name(i);
      }
    }
    pictures.add(picture);
    String name = name(pictures.size() - 1);
    begin(name, Deflater.NO_COMPRESSION);
    PngPictures.write(picture, new OpenStream(zip));
    return name;
  }

  private static String name(int picture) {
    return picture == 0 ? "picture.png" : "picture-" + picture + ".png";
  }

  private void begin(String name, int level) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.setLevel(level);
    zip.putNextEntry(entry);
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
