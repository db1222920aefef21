/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Everything that repeats {@code target-platform/pinned.txt} agrees with it; {@code releng/tools/pinned.py} writes it.
 */
class PinnedTest {
  private static final Pattern DEPENDENCY = Pattern.compile(
      "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

  /**
   * A line of the list.
   *
   * @param section the heading that it stands under
   * @param coordinates group:artifact:version
   * @param bundle the symbolic name
   */
  private record Pin(String section, String coordinates, String bundle) {
  }

  @Test
  void targetAndManagedDependencies() throws IOException {
    Set<String> pinned = new TreeSet<>();
    pins().forEach(p -> pinned.add(p.coordinates()));
    String target = Files.readString(Bundle.root().resolve("target-platform/loupe.target"));
    assertEquals(pinned, coordinates(target), "the target definition");
    String pom = Files.readString(Bundle.root().resolve("pom.xml"));
    String managed = pom.substring(pom.indexOf("<!-- pinned -->"), pom.indexOf("<!-- /pinned -->"));
    assertEquals(pinned, coordinates(managed), "dependencyManagement of the root pom");
  }

  @Test
  void targetResolvesNothingByItself() throws IOException {
    String target = Files.readString(Bundle.root().resolve("target-platform/loupe.target"));
    Matcher location = Pattern.compile("<location ([^>]*)>").matcher(target);
    assertTrue(location.find());
    do {
      assertTrue(location.group(1).contains("includeDependencyDepth=\"none\""), location.group());
      assertTrue(location.group(1).contains("type=\"Maven\""), location.group());
    } while (location.find());
  }

  @Test
  void platformFeature() throws IOException {
    Set<String> platform = new TreeSet<>();
    Set<String> known = new HashSet<>(Bundle.all().keySet());
    for (Pin pin : pins()) {
      known.add(pin.bundle());
      if (pin.section().equals("platform")) {
        platform.add(pin.bundle());
      }
    }
    var features = Features.plugins();
    assertEquals(platform, new TreeSet<>(features.get("org.loupe.platform.feature")));
    features.forEach((feature, plugins) -> plugins.forEach(
        p -> assertTrue(known.contains(p), feature + " lists " + p + ", which is neither ours nor pinned")));
  }

  @Test
  void notices() throws IOException {
    String notice = Files.readString(Bundle.root().resolve("NOTICE.md"));
    for (Pin pin : pins()) {
      String[] c = pin.coordinates().split(":");
      boolean listed = notice.contains("| " + c[0] + ":" + c[1] + " | " + c[2] + " |");
      assertEquals(!pin.section().equals("test"), listed, pin.coordinates() + " in NOTICE.md");
    }
  }

  private static Set<String> coordinates(String xml) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = DEPENDENCY.matcher(xml);
    while (matcher.find()) {
      found.add(matcher.group(1) + ":" + matcher.group(2) + ":" + matcher.group(3));
    }
    return found;
  }

  private static List<Pin> pins() throws IOException {
    List<Pin> pins = new ArrayList<>();
    String section = "";
    for (String line : Files.readAllLines(Bundle.root().resolve("target-platform/pinned.txt"))) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ");
        assertTrue(words[1].startsWith("bundle="), line);
        pins.add(new Pin(section, words[0], words[1].substring("bundle=".length())));
      }
    }
    assertFalse(pins.isEmpty());
    return pins;
  }
}
