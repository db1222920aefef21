/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OnnxJavaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps ONNX Runtime's native libraries unpacked in the user's cache. Left alone, the runtime unpacks 28 MB into the
 * temporary folder at every start, which takes most of the time of a short command and leaves files behind when the
 * process is killed.
 */
final class NativeLibraries {
  /** The runtime loads its libraries from the folder that this names. */
  static final String PATH_PROPERTY = "onnxruntime.native.path";
  private static final String[] NAMES = {"onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared"};

  private NativeLibraries() {
  }

  /**
   * Has the libraries loaded from the cache. Where that is impossible (no such folder, no space, an unknown platform)
   * nothing changes, and the runtime unpacks them itself.
   */
  static void prepare() {
    if (System.getProperty(PATH_PROPERTY) != null) {
      return;
    }
    try {
      Optional<Path> folder = unpack(UserCache.folder());
      folder.ifPresent(f -> System.setProperty(PATH_PROPERTY, f.toString()));
    } catch (IOException | SecurityException e) {
      // The runtime's own way remains, slower.
    }
  }

  /**
   * Unpacks what is not there yet; several processes may do so at once.
   *
   * @return the folder, empty if the runtime has no libraries for this platform
   */
  static Optional<Path> unpack(Path cache) throws IOException {
    Map<String, URL> libraries = resources();
    if (libraries.isEmpty()) {
      return Optional.empty();
    }
    Path folder = cache.resolve("onnxruntime-" + key(libraries)).toAbsolutePath();
    Files.createDirectories(folder);
    for (Map.Entry<String, URL> library : libraries.entrySet()) {
      Path file = folder.resolve(library.getKey());
      if (!Files.isRegularFile(file) || Files.size(file) != size(library.getValue())) {
        copy(library.getValue(), file);
      }
    }
    return Optional.of(folder);
  }

  /** Whole or not at all: a reader never sees half a library. */
  private static void copy(URL from, Path file) throws IOException {
    Path part = Files.createTempFile(file.getParent(), "part", null);
    try {
      try (InputStream in = from.openStream()) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Map<String, URL> resources() {
    Map<String, URL> found = new LinkedHashMap<>();
    for (String name : NAMES) {
      String file = System.mapLibraryName(name);
      // This class of the runtime does not load the native library when it is initialised.
      URL url = OnnxJavaType.class.getResource("/ai/onnxruntime/native/" + platform() + "/" + file);
      if (url != null) {
        found.put(file, url);
      }
    }
    return found;
  }

  /** Different for each build of the runtime: the small library's digest, and the sizes of all. */
  private static String key(Map<String, URL> libraries) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      URL small = libraries.get(System.mapLibraryName("onnxruntime4j_jni"));
      if (small != null) {
        try (InputStream in = small.openStream()) {
          digest.update(in.readAllBytes());
        }
      }
      for (URL url : libraries.values()) {
        digest.update(Long.toString(size(url)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private static long size(URL url) throws IOException {
    return url.openConnection().getContentLengthLong();
  }

  /** The runtime's name for operating system and processor, as {@code linux-x64}. */
  static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    String processor = arch.startsWith("amd64") || arch.startsWith("x86_64") ? "x64" : arch;
    return system + "-" + processor;
  }
}
