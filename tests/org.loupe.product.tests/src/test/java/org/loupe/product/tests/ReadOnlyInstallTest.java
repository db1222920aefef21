/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An installation that belongs to somebody else and cannot be written to. */
@EnabledOnOs(OS.LINUX)
class ReadOnlyInstallTest {
  @TempDir
  Path folder;
  private Installation installation;
  private Path home;

  @BeforeEach
  void makeAnInstallation() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    installation = Installation.product().copyTo(folder.resolve("install"));
    new Finished.Command(folder, List.of("rm", "-rf", installation.folder() + "/configuration/org.loupe.cli"))
        .run().expect(0);
    new Finished.Command(folder, List.of("chmod", "-R", "a-w,a+rX", installation.folder().toString())).run().expect(0);
    home = Files.createDirectories(folder.resolve("home"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @AfterEach
  void makeItDeletable() throws Exception {
    new Finished.Command(folder, List.of("chmod", "-R", "u+w", folder.toString())).run();
  }

  /** Runs as somebody without rights where the tests run as root, who may write everywhere. */
  private Finished loupe(Path user, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    boolean root = new Finished.Command(folder, List.of("id", "-u")).run().out().strip().equals("0");
    if (root) {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs setpriv to give up root's rights");
      command.addAll(List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.add(installation.folder().resolve("loupe").toString());
    command.addAll(List.of(words));
    return new Finished.Command(folder, command).with("HOME", user.toString())
        .with("LOUPE_JAVA", Installation.java().toString())
        .without("XDG_CACHE_HOME", "XDG_STATE_HOME", "LOUPE_JAVA_OPTS", "LOUPE_STATE", "JAVA_TOOL_OPTIONS").run();
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(installation.folder())) {
      Set<String> names = new TreeSet<>();
      all.forEach(f -> names.add(installation.folder().relativize(f).toString()));
      return names;
    }
  }

  @Test
  void keepsItsStateInTheUsersCache() throws Exception {
    Set<String> before = files();
    String first = loupe(home, "list", "explainers").expect(0).out();
    assertTrue(first.contains("occlusion"), first);
    try (Stream<Path> areas = Files.list(home.resolve(".cache/loupe"))) {
      assertEquals(1, areas.count());
    }
    assertEquals(first, loupe(home, "list", "explainers").expect(0).out(), "from the state that is there now");
    assertEquals(before, files());
  }

  @Test
  void runsWithoutAnyPlaceForItsState() throws Exception {
    Set<String> before = files();
    String out = loupe(Path.of("/nonexistent"), "list", "explainers").expect(0).out();
    assertTrue(out.contains("occlusion"), out);
    assertEquals(before, files());
  }
}
