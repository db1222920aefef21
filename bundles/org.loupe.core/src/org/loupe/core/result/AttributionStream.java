/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import com.google.gson.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.core.internal.export.AttributionCsv;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.core.internal.json.StrictJson;

/**
 * Attributions of a table of any length as {@code .csv}, written block by block to {@code FILE.part}, which becomes the
 * file when it is complete. Beside it {@code FILE.part.json} says how far it is and what it depends on, so that a run
 * that was broken off goes on where it stopped. Not for several threads.
 */
public final class AttributionStream implements AutoCloseable {
  private static final int LARGEST = 1 << 16;
  private final Path file;
  private final Path part;
  private final Path state;
  private final String fingerprint;
  private long rows;
  private String target = "";
  private FileChannel channel;
  private Writer out;

  private AttributionStream(Path file, String fingerprint) {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.state = file.resolveSibling(file.getFileName() + ".part.json");
    this.fingerprint = fingerprint;
  }

  /**
   * Begins a file, or goes on with what is there of one with the same fingerprint.
   *
   * @param fingerprint of all that the content depends on, without the target if that is chosen by the first rows
   * @throws LoupeException FAILED if it cannot be written
   */
  public static AttributionStream open(Path file, String fingerprint) throws LoupeException {
    AttributionStream stream = new AttributionStream(file, fingerprint);
    try {
      long bytes = stream.there();
      stream.channel = FileChannel.open(stream.part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      stream.channel.truncate(bytes);
      stream.channel.position(bytes);
      stream.out = new BufferedWriter(Channels.newWriter(stream.channel, StandardCharsets.UTF_8), 1 << 16);
      return stream;
    } catch (IOException e) {
      throw Failures.writing(stream.part, e);
    }
  }

  private long there() throws IOException {
    if (!Files.isRegularFile(part) || !Files.isRegularFile(state)) {
      return 0;
    }
    try (InputStream in = Files.newInputStream(state)) {
      JsonPath json = JsonPath.root(StrictJson.object(in, LARGEST));
      long bytes = json.get("bytes").whole();
      long had = json.get("rows").whole();
      if (json.get("fingerprint").text().equals(fingerprint) && bytes > 0 && had > 0 && bytes <= Files.size(part)) {
        rows = had;
        target = json.get("target").text();
        return bytes;
      }
    } catch (LoupeException | IOException e) {
      // Cut off or none of ours: the work is done again.
      return 0;
    }
    return 0;
  }

  /** How many rows are written; at the beginning those of the run that was broken off. */
  public long rows() {
    return rows;
  }

  /** The target of the run that was broken off; empty if there was none. */
  public String target() {
    return target;
  }

  /**
   * Adds rows.
   *
   * @param explained their target
   * @throws LoupeException FAILED if they cannot be written
   */
  public void append(AttributionTable block, String explained) throws LoupeException {
    try {
      if (rows == 0) {
        AttributionCsv.heading(block, out);
      }
      AttributionCsv.rows(block, out);
      out.flush();
      rows += block.rows().size();
      target = explained;
      JsonObject json = new JsonObject();
      json.addProperty("fingerprint", fingerprint);
      json.addProperty("rows", rows);
      json.addProperty("bytes", channel.position());
      json.addProperty("target", target);
      byte[] text = Json.pretty(json).getBytes(StandardCharsets.UTF_8);
      AtomicFiles.write(state, to -> to.write(text));
    } catch (IOException e) {
      throw Failures.writing(part, e);
    }
  }

  /** Puts the complete file in its place. @throws LoupeException FAILED if that cannot be done */
  public void finish() throws LoupeException {
    try {
      out.close();
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(state);
    } catch (IOException e) {
      throw Failures.writing(file, e);
    }
  }

  /** Leaves what is there for a later run. */
  @Override
  public void close() throws LoupeException {
    try {
      out.close();
    } catch (IOException e) {
      throw Failures.writing(part, e);
    }
  }
}
