/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An installation, run as processes.
 *
 * @param folder what holds {@code plugins/} and, in the product, the start script
 */
record Installation(Path folder) {
  static final Path ROOT = Path.of(System.getProperty("loupe.root"));
  static final Path SITE = ROOT.resolve("releng/org.loupe.repository/target/repository");

  /** The product as the build left it. Others run it as well: do not change it. */
  static Installation product() {
    Path folder = ROOT.resolve("releng/org.loupe.repository/target/products/loupe/linux/gtk/x86_64/loupe");
    assertTrue(Files.isExecutable(folder.resolve("loupe")), folder + " is not built");
    return new Installation(folder);
  }

  Installation copyTo(Path target) throws IOException {
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(target.resolve(folder.relativize(from)));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
        Files.copy(from, target.resolve(folder.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
        return FileVisitResult.CONTINUE;
      }
    });
    return new Installation(target);
  }

  /** The start script with these words, run in a folder that also is the user's home. */
  Finished.Command loupe(Path home, String... words) {
    List<String> command = new ArrayList<>(List.of(folder.resolve("loupe").toString()));
    command.addAll(List.of(words));
    return new Finished.Command(home, command).with("HOME", home.toString()).with("LOUPE_JAVA", java().toString())
        .without("XDG_CACHE_HOME", "XDG_STATE_HOME", "LOUPE_JAVA_OPTS", "LOUPE_STATE", "JAVA_TOOL_OPTIONS");
  }

  /** An application of this installation, started through Equinox itself with a configuration area of its own. */
  Finished.Command application(Path work, String id, String... words) {
    List<String> command = new ArrayList<>(List.of(java().toString(), "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED", "-Duser.home=" + work, "-jar", equinox().toString(),
        "-install", folder.toString(), "-configuration", work.resolve("configuration").toString(),
        "-application", id, "-data", "@none", "-nosplash"));
    command.addAll(List.of(words));
    return new Finished.Command(work, command);
  }

  /**
   * Installs from p2 sites with the p2 director of this installation.
   *
   * @param target the installation to change or to make
   */
  Installation install(Path work, Path target, List<Path> sites, String unit)
      throws IOException, InterruptedException {
    String repositories = String.join(",", sites.stream().map(s -> s.toUri().toString()).toList());
    application(work, "org.eclipse.equinox.p2.director", "-repository", repositories, "-installIU", unit,
        "-destination", target.toString(), "-profile", "DefaultProfile",
        "-profileProperties", "org.eclipse.update.install.features=true",
        "-p2.os", "linux", "-p2.ws", "gtk", "-p2.arch", "x86_64").run().expect(0);
    return new Installation(target);
  }

  private Path equinox() {
    try (Stream<Path> jars = Files.list(folder.resolve("plugins"))) {
      return jars.filter(j -> j.getFileName().toString().matches("org\\.eclipse\\.equinox\\.launcher_.*\\.jar"))
          .findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Whether a JSON document holds an object with this text as its {@code id}. */
  static boolean hasId(JsonElement json, String id) {
    if (json instanceof JsonArray array) {
      return array.asList().stream().anyMatch(e -> hasId(e, id));
    }
    if (json instanceof JsonObject object) {
      JsonElement own = object.get("id");
      return own != null && own.isJsonPrimitive() && own.getAsString().equals(id)
          || object.asMap().values().stream().anyMatch(e -> hasId(e, id));
    }
    return false;
  }
}
