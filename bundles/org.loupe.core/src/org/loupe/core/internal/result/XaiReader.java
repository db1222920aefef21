/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import com.google.gson.JsonObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.loupe.api.LoupeException;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.core.internal.json.StrictJson;
import org.loupe.core.result.RunRecord;
import org.loupe.core.result.StoredResult;
import org.loupe.core.run.RunStatus;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Tensor;

/**
 * Reads a record from a zip file that may be hostile: nothing is unpacked to disk, only parts that the record names are
 * read, and what they swell to is bounded. Large tensors stay in the file.
 */
public final class XaiReader implements Parts.Source, AutoCloseable {
  private static final int LARGEST_RECORD = 64 << 20;
  private static final long ALWAYS = 256L << 20;
  private static final int PROPORTION = 100;
  private static final Pattern TENSOR = Pattern.compile(
      "(parts/\\d{1,4}/)?(values|inputs|base|scores|interactions|channels|table|points)\\.npy"
          + "|(inputs|background)/\\d{1,4}\\.npy");
  private static final Pattern PICTURE = Pattern.compile("picture(-\\d{1,4})?\\.png");
  private final ZipFile zip;
  private final Map<String, Parts.Pixels> pictures = new HashMap<>();
  private final Path file;
  private long left;
  private long pixels = Parts.MOST_PIXELS;

  private XaiReader(Path file) throws IOException {
    this.file = file;
    left = Math.max(ALWAYS, Math.min(Long.MAX_VALUE / PROPORTION, Files.size(file)) * PROPORTION);
    zip = new ZipFile(file.toFile());
  }

  /** @throws LoupeException BAD_INPUT, one line that names the file and what is wrong */
  public static RunRecord read(Path file) throws LoupeException {
    return reading(file, reader -> reader.record(reader.json()));
  }

  /** What a list shows of the record; its tensors are not read. */
  public static StoredResult summary(String id, Path file) throws LoupeException {
    return reading(file, reader -> reader.summary(id, reader.json()));
  }

  private interface Step<T> {
    T read(XaiReader reader) throws IOException, LoupeException;
  }

  private static <T> T reading(Path file, Step<T> step) throws LoupeException {
    try (XaiReader reader = new XaiReader(file)) {
      return step.read(reader);
    } catch (IOException | LoupeException | IllegalArgumentException e) {
      // Records refuse what contradicts itself by IllegalArgumentException.
      throw LoupeException.badInput("cannot read " + file + ": "
          + (Files.exists(file) ? String.valueOf(e.getMessage()).replaceAll("\\s+", " ") : "there is no such file"), e);
    }
  }

  private JsonPath json() throws IOException, LoupeException {
    if (zip.size() > Parts.MOST) {
      throw new IOException("it has " + zip.size() + " entries, more than any result");
    }
    JsonObject json;
    try (InputStream in = open(XaiWriter.RECORD)) {
      json = StrictJson.object(in, LARGEST_RECORD);
    }
    JsonPath root = JsonPath.root(json);
    long version = root.get(XaiWriter.FORMAT).whole();
    if (version < 1 || version > XaiWriter.VERSION) {
      throw root.get(XaiWriter.FORMAT).wrong("this Loupe reads results of version 1 to " + XaiWriter.VERSION);
    }
    return root;
  }

  private RunRecord record(JsonPath json) throws LoupeException {
    return new RunRecord(status(json), ResultJson.read(json.get("result"), this),
        SubjectJson.read(json.get("subject"), this), json.has("background")
            ? Optional.of(SubjectJson.read(json.get("background"), this)) : Optional.empty(),
        ProvenanceJson.read(json.get("provenance")), ResultJson.texts(json.get("notes")));
  }

  private StoredResult summary(String id, JsonPath json) throws LoupeException {
    return new StoredResult(id, status(json), ResultJson.kind(json.get("result")),
        ProvenanceJson.read(json.get("provenance")), ResultJson.figures(json.get("result")),
        ResultJson.texts(json.get("notes")));
  }

  private static RunStatus status(JsonPath json) throws LoupeException {
    return switch (json.get("status").text()) {
      case "COMPLETED" -> RunStatus.COMPLETED;
      case "PARTIAL" -> RunStatus.PARTIAL;
      default -> throw json.get("status").wrong("must be COMPLETED or PARTIAL");
    };
  }

  @Override
  public Tensor tensor(JsonPath name, long at) throws LoupeException {
    String entry = allowed(name, TENSOR);
    try (InputStream in = open(entry)) {
      Optional<FileTensor> slice = XaiSlices.slice(file, zip, entry, at);
      return slice.isPresent() ? slice.get() : NpyReader.read(in, Math.min(left, Integer.MAX_VALUE));
    } catch (IOException e) {
      throw name.wrong(e.getMessage());
    }
  }

  @Override
  public Parts.Pixels picture(JsonPath name) throws LoupeException {
    String entry = allowed(name, PICTURE);
    if (!pictures.containsKey(entry)) {
      try (InputStream in = open(entry)) {
        Parts.Pixels read = PngPictures.read(in.readAllBytes(), pixels);
        pixels -= read.argb().length;
        pictures.put(entry, read);
      } catch (IOException e) {
        throw name.wrong(e.getMessage());
      }
    }
    return pictures.get(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static String allowed(JsonPath name, Pattern pattern) throws LoupeException {
    if (!pattern.matcher(name.text()).matches()) {
      throw name.wrong("no part of a result has this name");
    }
    return name.text();
  }

  private InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      throw new IOException("it has no " + name);
    }
    return new Bounded(zip.getInputStream(entry));
  }

  /** Counts what comes out, whatever the directory of the zip file claims. */
  private final class Bounded extends FilterInputStream {
    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = in.read(b, off, len);
      left -= Math.max(0, n);
      if (left < 0) {
        throw new IOException("it swells out of all proportion to its size");
      }
      return n;
    }
  }
}
