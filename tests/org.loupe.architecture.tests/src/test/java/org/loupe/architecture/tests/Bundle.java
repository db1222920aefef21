/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.architecture.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A bundle as its sources lie in the checkout.
 *
 * @param folder the folder that holds {@code META-INF/MANIFEST.MF}
 * @param headers the main attributes of the manifest
 */
record Bundle(Path folder, Attributes headers) {

  /** The checkout that the tests run in. */
  static Path root() {
    return Path.of(System.getProperty("loupe.root"));
  }

  /** All bundles under {@code bundles/}, by symbolic name. */
  static Map<String, Bundle> all() throws IOException {
    Map<String, Bundle> found = new LinkedHashMap<>();
    try (Stream<Path> folders = Files.list(root().resolve("bundles"))) {
      for (Path folder : folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF"))).sorted().toList()) {
        Bundle bundle = read(folder);
        found.put(bundle.name(), bundle);
      }
    }
    return found;
  }

  static Bundle read(Path folder) {
    try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
      return new Bundle(folder, new Manifest(in).getMainAttributes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the manifest in " + folder, e);
    }
  }

  String name() {
    return clauses("Bundle-SymbolicName").get(0).name();
  }

  String header(String key) {
    return headers.getValue(key);
  }

  /** The comma-separated parts of a header; empty if the manifest lacks it. */
  List<Clause> clauses(String key) {
    String value = headers.getValue(key);
    List<Clause> parts = new ArrayList<>();
    if (value == null) {
      return parts;
    }
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == ',' && !quoted) {
        parts.add(Clause.parse(value.substring(start, i)));
        start = i + 1;
      } else if (value.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return parts;
  }

  Properties buildProperties() {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(folder.resolve("build.properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read build.properties in " + folder, e);
    }
    return properties;
  }

  /**
   * One part of a manifest header.
   *
   * @param name what stands before the first semicolon
   * @param options the attributes and directives, a directive with its colon ({@code resolution:})
   */
  record Clause(String name, Map<String, String> options) {
    static Clause parse(String text) {
      String[] parts = text.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
      Map<String, String> options = new LinkedHashMap<>();
      for (int i = 1; i < parts.length; i++) {
        int equals = parts[i].indexOf('=');
        options.put(parts[i].substring(0, equals).strip(), parts[i].substring(equals + 1).strip().replace("\"", ""));
      }
      return new Clause(parts[0].strip(), options);
    }
  }
}
