/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.graph.DataType;
import org.loupe.graph.MissingExternalDataException;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.TensorStorage;
import org.loupe.math.tensor.Shape;

/**
 * Finds weights that a model keeps in files beside it. A model comes from anywhere, so its paths must stay inside its
 * folder: neither absolute nor upwards nor out through a symbolic link.
 */
final class ExternalData {
  private final Path model;
  private final Path folder;
  private final Map<String, Optional<Found>> known = new HashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();

  private record Found(Path file, long size) {
  }

  ExternalData(Path model) {
    this.model = model;
    this.folder = model.toAbsolutePath().normalize().getParent();
  }

  /** Where the elements of a tensor are, as its entries {@code location}, {@code offset} and {@code length} say. */
  TensorStorage.FileSlice slice(String tensor, DataType type, Shape shape, Map<String, String> entries)
      throws IOException {
    if (type == DataType.STRING) {
      throw bad(tensor, "is text, which cannot be kept in another file");
    }
    String location = entries.getOrDefault("location", "");
    long needed = type.byteLength(shape.size());
    long offset = number(tensor, entries.getOrDefault("offset", "0"));
    long length = entries.containsKey("length") ? number(tensor, entries.get("length")) : needed;
    if (length != needed) {
      throw bad(tensor, "has " + length + " bytes of external data where " + needed + " belong to its shape " + shape);
    }
    Optional<Found> found = known.get(location);
    if (found == null) {
      found = find(tensor, location);
      known.put(location, found);
    }
    if (found.isEmpty()) {
      missing.add(location);
      return new TensorStorage.FileSlice(folder.resolve(location), offset, length);
    }
    if (offset > found.get().size() || length > found.get().size() - offset) {
      throw bad(tensor, "lies outside external file '" + location + "', which has " + found.get().size()
          + " bytes: it was cut short or belongs to another model");
    }
    return new TensorStorage.FileSlice(found.get().file(), offset, length);
  }

  /** Fails if a file was missing; says all of them at once. */
  void requireAll() throws MissingExternalDataException {
    if (!missing.isEmpty()) {
      throw new MissingExternalDataException(model.getFileName().toString(), new ArrayList<>(missing));
    }
  }

  private Optional<Found> find(String tensor, String location) throws IOException {
    Path path = inside(tensor, location);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Path real = path.toRealPath();
    if (!real.startsWith(folder.toRealPath())) {
      throw bad(tensor, "is in '" + location + "', a link out of the model's folder: copy the file itself there");
    }
    if (!Files.isRegularFile(real)) {
      throw bad(tensor, "is in '" + location + "', which is no file");
    }
    return Optional.of(new Found(real, Files.size(real)));
  }

  private Path inside(String tensor, String location) throws ModelFormatException {
    boolean rooted = location.startsWith("/") || location.startsWith("\\") || location.matches("[A-Za-z]:.*");
    boolean upwards = false;
    for (String part : location.split("[/\\\\]", -1)) {
      upwards |= part.equals("..");
    }
    if (location.isEmpty() || rooted || upwards) {
      throw bad(tensor, "is in '" + location + "', which is not inside the model's folder: this is not allowed");
    }
    try {
      return folder.resolve(location);
    } catch (InvalidPathException e) {
      throw bad(tensor, "is in a file whose name is impossible: '" + location.replaceAll("\\p{Cntrl}", "?") + "'");
    }
  }

  private long number(String tensor, String text) throws ModelFormatException {
    try {
      long value = Long.parseLong(text.strip());
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below, as a negative number is.
    }
    throw bad(tensor, "has the offset or length '" + text + "' for its external data, which is no such number");
  }

  private ModelFormatException bad(String tensor, String what) {
    return new ModelFormatException(model.getFileName() + ": tensor '" + tensor + "' " + what);
  }
}
