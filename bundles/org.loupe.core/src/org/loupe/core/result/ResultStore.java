/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.io.Hashes;
import org.loupe.core.internal.result.ResultIds;
import org.loupe.core.internal.result.Results;
import org.loupe.core.internal.result.XaiReader;
import org.loupe.core.model.ModelLease;

/**
 * Keeps results as {@code .xai} files in a folder that several processes may share: each file is written whole or not
 * at all, and the folder is its own index. Where it cannot be written, results stay in memory.
 */
public final class ResultStore {
  private static final System.Logger LOG = System.getLogger("org.loupe.core");
  private static final String ENDING = ".xai";
  private final Path folder;
  private final Map<String, RunRecord> inMemory = new ConcurrentHashMap<>();
  private final Map<String, StoredResult> known = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile String problem = "";

  /** @param stateDir results lie in its folder {@code results}; null keeps them in memory */
  public ResultStore(Path stateDir) {
    folder = stateDir == null ? null : stateDir.toAbsolutePath().normalize().resolve("results");
  }

  /** Keeps a record. @throws LoupeException FAILED, naming the bundle, if a contributed result cannot say what it is */
  public StoredResult add(RunRecord record) throws LoupeException {
    String id = ResultIds.next(Instant.now());
    StoredResult stored = new StoredResult(id, record.status(),
        Results.kind(record.result(), record.provenance().bundle()), record.provenance(), record.result().figures(),
        record.notes());
    if (!written(record, id)) {
      inMemory.put(id, record);
    }
    known.put(id, stored);
    changed();
    return stored;
  }

  /** Why the last result was kept in memory only, one line; empty if it was written. */
  public String problem() {
    return problem;
  }

  /** What is there, newest first. A file that is damaged is left out. May read files: not for the UI thread. */
  public List<StoredResult> list() {
    List<StoredResult> out = new ArrayList<>();
    inMemory.keySet().forEach(id -> out.add(known.get(id)));
    for (Path file : files()) {
      String name = file.getFileName().toString();
      String id = name.substring(0, name.length() - ENDING.length());
      try {
        StoredResult stored = known.get(id);
        if (stored == null && ResultIds.valid(id)) {
          stored = XaiReader.summary(id, file);
          known.put(id, stored);
        }
        if (stored != null) {
          out.add(stored);
        }
      } catch (LoupeException e) {
        LOG.log(Level.DEBUG, e.getMessage(), e);
      }
    }
    out.sort(Comparator.comparing(StoredResult::id).reversed());
    return List.copyOf(out);
  }

  /** @throws LoupeException USAGE if there is none of this id; BAD_INPUT if its file is damaged */
  public RunRecord load(String id) throws LoupeException {
    RunRecord record = inMemory.get(id);
    return record != null ? record : XaiFile.read(existing(id));
  }

  /** @throws LoupeException USAGE if there is none of this id; FAILED if its file cannot be deleted */
  public void delete(String id) throws LoupeException {
    if (inMemory.remove(id) == null) {
      Path file = existing(id);
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw Failures.writing(file, e);
      }
    }
    known.remove(id);
    changed();
  }

  /**
   * Whether the model file is gone or no longer the one that was explained. A file that is older than the result is
   * taken to be the same; a newer one is read: not for the UI thread.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public boolean stale(StoredResult stored, Progress progress) {
    try {
      Path model = Path.of(stored.provenance().model());
      if (!Files.isRegularFile(model)) {
        return true;
      }
      boolean older = Files.getLastModifiedTime(model).toInstant().isBefore(started(stored));
      return !older && !Hashes.files(List.of(model), progress).equals(stored.provenance().modelHash());
    } catch (IOException | InvalidPathException e) {
      return true;
    }
  }

  /**
   * Whether the result is of another state of the model than the one that is open, or that has changed on disk.
   *
   * @throws LoupeException BAD_INPUT if the model's files are gone
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public boolean stale(StoredResult stored, ModelLease model, Progress progress) throws LoupeException {
    return model.stale() || !model.hash(progress).equals(stored.provenance().modelHash());
  }

  /** Called after each change that this process makes, on the thread that made it. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private boolean written(RunRecord record, String id) throws LoupeException {
    if (folder == null) {
      return false;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      problem = "results stay in memory: the folder " + folder + " cannot be made";
      return false;
    }
    try {
      XaiFile.write(record, folder.resolve(id + ENDING));
      problem = "";
      return true;
    } catch (LoupeException e) {
      if (!(e.getCause() instanceof IOException)) {
        throw e;
      }
      problem = "results stay in memory: " + e.getMessage();
      return false;
    }
  }

  private List<Path> files() {
    List<Path> out = new ArrayList<>();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*" + ENDING)) {
        stream.forEach(out::add);
      } catch (IOException | DirectoryIteratorException e) {
        LOG.log(Level.DEBUG, "cannot list " + folder, e);
      }
    }
    return out;
  }

  /** An id never leads out of the folder. */
  private Path existing(String id) throws LoupeException {
    Path file = folder == null || !ResultIds.valid(id) ? null : folder.resolve(id + ENDING);
    if (file == null || !Files.isRegularFile(file)) {
      throw LoupeException.usage("there is no stored result " + id);
    }
    return file;
  }

  private static Instant started(StoredResult stored) {
    try {
      return Instant.parse(stored.provenance().started());
    } catch (DateTimeParseException e) {
      return Instant.MIN;
    }
  }

  private void changed() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.log(Level.DEBUG, "a listener of the result store failed", e);
      }
    }
  }
}
