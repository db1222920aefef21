/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start script of the product, with a stand-in for Java that writes down its arguments, one a line, and ends with
 * the codes that it was told, one after the other.
 */
@EnabledOnOs(OS.LINUX)
class StartScriptTest {
  @TempDir
  Path folder;
  private Path home;
  private Path jdk;

  @BeforeEach
  void makeAnInstallation() throws IOException {
    home = Files.createDirectories(folder.resolve("an install"));
    Files.copy(Installation.ROOT.resolve("features/org.loupe.product.feature/root/loupe"), home.resolve("loupe"));
    assertTrue(home.resolve("loupe").toFile().setExecutable(true));
    Files.createDirectories(home.resolve("plugins"));
    Files.createFile(home.resolve("plugins/org.eclipse.equinox.launcher_1.0.0.jar"));
    Path bundles = home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    Files.createDirectories(bundles.getParent());
    Files.writeString(bundles, "org.example,1.0.0,plugins/org.example_1.0.0.jar,4,false\n");
    Files.writeString(home.resolve("eclipse.ini"), "-name\nLoupe\n-vmargs\n-Xmx2g\n-Dsome=thing\n");
    jdk = java("21.0.4");
  }

  /** A stand-in: with {@code -configuration DIR} it also makes the folder that Equinox would keep its state in. */
  private Path java(String version) throws IOException {
    Path made = Files.createDirectories(folder.resolve("jdk-" + version));
    Files.createDirectories(made.resolve("bin"));
    Files.writeString(made.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(made.resolve("bin/java"), """
        #!/bin/sh
        cd "%s"
        run=$(ls | grep -c '^run')
        for a; do printf '%%s\\n' "$a"; done >"run$run"
        last=
        for a; do if [ "$last" = -configuration ]; then mkdir -p "$a/org.eclipse.osgi"; fi; last=$a; done
        if [ -e "say$run" ]; then cat "say$run"; fi
        read -r code <"code$run" 2>/dev/null || code=0
        exit "$code"
        """.formatted(folder));
    assertTrue(made.resolve("bin/java").toFile().setExecutable(true));
    return made;
  }

  private void ends(int run, int code, String... output) throws IOException {
    Files.writeString(folder.resolve("code" + run), code + "\n");
    Files.writeString(folder.resolve("say" + run), String.join("\n", output));
  }

  private List<String> arguments(int run) throws IOException {
    return Files.readAllLines(folder.resolve("run" + run));
  }

  private long runs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith("run")).count();
    }
  }

  private Finished.Command loupe(String... words) {
    return new Installation(home).loupe(folder, words).with("LOUPE_JAVA", jdk.toString()).with("DISPLAY", ":0");
  }

  @Test
  void passesEveryArgumentOfACommandMarked() throws Exception {
    loupe("explain", "a b", "", "-data", "x*", "--set", "k=v", "\"quoted\"").run().expect(0);
    List<String> arguments = arguments(1);
    int first = arguments.indexOf("=explain");
    assertEquals(List.of("=explain", "=a b", "=", "=-data", "=x*", "=--set", "=k=v", "=\"quoted\""),
        arguments.subList(first, arguments.size()));
    assertEquals("org.loupe.cli.app", arguments.get(arguments.indexOf("-application") + 1));
    assertTrue(arguments.contains("-Dloupe.arguments=prefixed"), arguments::toString);
  }

  @Test
  void fillsTheStateOnceAndOnlyReadsItThen() throws Exception {
    loupe("list").run().expect(0);
    assertEquals(2, runs());
    assertFalse(arguments(0).contains("-Dosgi.configuration.area.readOnly=true"));
    assertTrue(arguments(1).contains("-Dosgi.configuration.area.readOnly=true"));
    loupe("list").run().expect(0);
    assertEquals(3, runs());
    Files.writeString(home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"), "changed\n");
    loupe("list").run().expect(0);
    assertEquals(5, runs(), "new bundles, new state");
  }

  @Test
  void startsQuicklyWhatComputesLittle() throws Exception {
    String quick = "-XX:TieredStopAtLevel=1";
    loupe("list").run().expect(0);
    assertTrue(arguments(1).contains(quick));
    loupe("explain", "m.onnx").run().expect(0);
    assertFalse(arguments(2).contains(quick));
    loupe("explain", "--help").run().expect(0);
    assertTrue(arguments(3).contains(quick));
  }

  @Test
  void handsTheExitCodeOn() throws Exception {
    ends(1, 6);
    loupe("list").run().expect(6);
  }

  @Test
  void opensTheWorkbenchWithTheOptionsOfTheIniFile() throws Exception {
    loupe().run().expect(0);
    List<String> arguments = arguments(0);
    assertEquals(List.of("-Xmx2g", "-Dsome=thing"), arguments.subList(0, 2));
    assertFalse(arguments.contains("-application"), "config.ini names the application");
    assertFalse(arguments.contains("-data"), "the workspace chooser asks");
  }

  @Test
  void restartsWithTheSameArguments() throws Exception {
    ends(0, 23);
    loupe("ide", "--workspace", "/a b/w").run().expect(0);
    assertEquals(2, runs());
    assertEquals(arguments(0), arguments(1));
    assertEquals("/a b/w", arguments(1).get(arguments(1).indexOf("-data") + 1));
  }

  @Test
  void restartsWithTheWorkspaceThatWasChosen() throws Exception {
    ends(0, 24, "something that a plug-in printed", "-data", "file:/other/place/", "", "");
    loupe("ide", "--workspace", "/first").run().expect(0);
    List<String> second = arguments(1);
    assertEquals("file:/other/place/", second.get(second.indexOf("-data") + 1));
    assertFalse(second.contains("/first"), second::toString);
  }

  @Test
  void saysWhyThereIsNoWorkbench() throws Exception {
    Finished noDisplay = loupe().without("DISPLAY", "WAYLAND_DISPLAY").run().expect(5);
    assertTrue(noDisplay.err().startsWith("loupe: no display"), noDisplay.err());
    assertEquals(1, noDisplay.err().lines().count());
    ends(0, 13);
    Finished failed = loupe().with("DISPLAY", ":4711").run().expect(5);
    assertTrue(failed.err().contains(":4711"), failed.err());
  }

  @Test
  void refusesAWorkspaceWithoutAName() throws Exception {
    Finished ended = loupe("ide", "--workspace").run().expect(2);
    assertTrue(ended.err().contains("--workspace"), ended.err());
  }

  @Test
  void passesAnOlderJavaOver() throws Exception {
    Path old = java("17.0.9");
    Finished.Command command = new Installation(home).loupe(folder, "list").with("LOUPE_JAVA", old.toString())
        .with("JAVA_HOME", jdk.toString());
    Finished ended = command.run().expect(0);
    assertTrue(ended.err().contains("LOUPE_JAVA"), ended.err());
  }

  @Test
  void startsThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("linked"), home.resolve("loupe"));
    new Finished.Command(folder, List.of(link.toString(), "list")).with("LOUPE_JAVA", jdk.toString()).run().expect(0);
    assertTrue(arguments(0).contains(home.toRealPath().toString()), arguments(0)::toString);
  }

  @Test
  void namesWhatAnIncompleteInstallationLacks() throws Exception {
    Files.delete(home.resolve("plugins/org.eclipse.equinox.launcher_1.0.0.jar"));
    Finished ended = loupe("list").run().expect(5);
    assertTrue(ended.err().contains("org.eclipse.equinox.launcher"), ended.err());
  }
}
