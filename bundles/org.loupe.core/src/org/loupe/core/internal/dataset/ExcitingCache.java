/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.dataset;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.loupe.api.LoupeException;
import org.loupe.core.dataset.ExcitingFile;
import org.loupe.core.dataset.ExcitingFiles;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.io.Hashes;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.core.internal.json.StrictJson;

/**
 * Keeps answers as JSON files, whole or not at all, so that several processes may share the folder. A cache: what
 * cannot be written or is damaged is worked out again. The oldest go when there are many.
 */
public final class ExcitingCache {
  private static final System.Logger LOG = System.getLogger("org.loupe.core");
  private static final int VERSION = 1;
  private static final int LARGEST = 64 << 20;
  private static final int MOST = 200;
  private static final String ENDING = ".json";
  private final Path folder;

  /** @param stateDir null for no cache */
  public ExcitingCache(Path stateDir) {
    folder = stateDir == null ? null : stateDir.toAbsolutePath().normalize().resolve("exciting");
  }

  /** A name made from everything that the answer depends on. */
  public static String key(String... parts) {
    MessageDigest sha = Hashes.sha256();
    for (String part : parts) {
      sha.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  public Optional<ExcitingFiles> load(String key) {
    if (folder == null || !Files.isRegularFile(folder.resolve(key + ENDING))) {
      return Optional.empty();
    }
    Path file = folder.resolve(key + ENDING);
    try (InputStream in = Files.newInputStream(file)) {
      ExcitingFiles read = read(JsonPath.root(StrictJson.object(in, LARGEST)));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(read);
    } catch (IOException | LoupeException | RuntimeException e) {
      LOG.log(Level.DEBUG, "left out of the cache: " + file, e);
      return Optional.empty();
    }
  }

  public void store(String key, ExcitingFiles found) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      byte[] text = write(found).toString().getBytes(StandardCharsets.UTF_8);
      if (text.length <= LARGEST) {
        AtomicFiles.write(folder.resolve(key + ENDING), out -> out.write(text));
        forgetOldest();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "nothing was kept in " + folder, e);
    }
  }

  private void forgetOldest() throws IOException {
    record Aged(Path file, FileTime time) {
    }
    List<Aged> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        files.add(new Aged(file, Files.getLastModifiedTime(file)));
      }
    }
    files.sort(Comparator.comparing(Aged::time).reversed());
    for (Aged old : files.subList(Math.min(MOST, files.size()), files.size())) {
      Files.deleteIfExists(old.file());
    }
  }

  /** File names once, and each channel as a list of places in it. */
  private static JsonObject write(ExcitingFiles found) {
    Map<String, Integer> names = new LinkedHashMap<>();
    JsonArray channels = new JsonArray();
    for (List<ExcitingFile> best : found.channels()) {
      JsonArray list = new JsonArray();
      for (ExcitingFile f : best) {
        JsonArray entry = new JsonArray();
        entry.add(names.computeIfAbsent(f.file(), n -> names.size()));
        entry.add(Json.number(f.score()));
        entry.add(Json.number(f.peak()));
        entry.add(f.row());
        entry.add(f.column());
        list.add(entry);
      }
      channels.add(list);
    }
    JsonObject out = new JsonObject();
    out.addProperty("loupe-exciting", VERSION);
    out.addProperty("rows", found.rows());
    out.addProperty("columns", found.columns());
    out.addProperty("files", found.files());
    out.addProperty("read", found.read());
    out.addProperty("skipped", found.skipped());
    out.addProperty("first-skipped", found.firstSkipped());
    out.add("names", Json.texts(names.keySet()));
    out.add("channels", channels);
    return out;
  }

  private static ExcitingFiles read(JsonPath json) throws LoupeException {
    json.get("loupe-exciting").whole(VERSION, VERSION);
    List<String> names = new ArrayList<>();
    for (JsonPath name : json.get("names").elements()) {
      Path path = Path.of(name.text()).normalize();
      if (path.isAbsolute() || path.startsWith("..")) {
        throw name.wrong("leads out of the folder");
      }
      names.add(name.text());
    }
    List<List<ExcitingFile>> channels = new ArrayList<>();
    for (JsonPath channel : json.get("channels").elements()) {
      List<ExcitingFile> best = new ArrayList<>();
      for (JsonPath entry : channel.elements()) {
        List<JsonPath> f = entry.elements();
        best.add(new ExcitingFile(names.get(f.get(0).whole(0, names.size() - 1)), f.get(1).anyNumber(),
            f.get(2).anyNumber(), f.get(3).whole(0, Integer.MAX_VALUE), f.get(4).whole(0, Integer.MAX_VALUE)));
      }
      channels.add(best);
    }
    return new ExcitingFiles(count(json, "rows"), count(json, "columns"), channels, count(json, "files"),
        count(json, "read"), count(json, "skipped"), json.get("first-skipped").text(), true);
  }

  private static int count(JsonPath json, String key) throws LoupeException {
    return json.get(key).whole(0, Integer.MAX_VALUE);
  }
}
