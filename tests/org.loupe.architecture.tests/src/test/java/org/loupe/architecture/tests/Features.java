/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.architecture.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code features/}. */
final class Features {
  private static final Pattern PLUGIN = Pattern.compile("<plugin\\s+id=\"([^\"]+)\"");

  private Features() {
  }

  /** The plug-ins that each feature lists. */
  static Map<String, List<String>> plugins() throws IOException {
    Map<String, List<String>> plugins = new TreeMap<>();
    try (Stream<Path> folders = Files.list(Bundle.root().resolve("features"))) {
      for (Path folder : folders.filter(f -> Files.exists(f.resolve("feature.xml"))).sorted().toList()) {
        List<String> listed = new ArrayList<>();
        Matcher matcher = PLUGIN.matcher(Files.readString(folder.resolve("feature.xml")));
        while (matcher.find()) {
          listed.add(matcher.group(1));
        }
        plugins.put(folder.getFileName().toString(), listed);
      }
    }
    return plugins;
  }
}
