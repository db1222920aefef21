/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathSourceTest {
  private static final String PLUGIN = """
      <?xml version="1.0" encoding="UTF-8"?>
      <plugin>
        <extension point="org.loupe.api.explainers">
          <explainer id="m" name="%m.name" description="100%" class="java.lang.StringBuilder">
            <profile id="p"><set key="k" value="v"/></profile>
          </explainer>
          <explainer id="n" name="%%n" class="java.util.concurrent.atomic.Striped64"/>
        </extension>
        <extension point="org.eclipse.ui.views"><view id="other"/></extension>
      </plugin>
      """;
  private static final String MANIFEST = """
      Manifest-Version: 1.0
      Bundle-SymbolicName: vendor.methods;singleton:=true
      Bundle-Version: 2.0.1
      Bundle-Localization: plugin

      """;
  @TempDir
  Path folder;

  private static List<Contribution> explainers(ContributionSource source) {
    return source.contributions("explainers");
  }

  private Path plugin(String name, String xml) throws IOException {
    Path root = Files.createDirectories(folder.resolve(name));
    Files.writeString(root.resolve("plugin.xml"), xml);
    return root;
  }

  private static ClassPathSource read(Path... roots) throws IOException {
    URL[] urls = new URL[roots.length];
    for (int i = 0; i < roots.length; i++) {
      urls[i] = roots[i].toUri().toURL();
    }
    // Only what the test puts there: no parent.
    return new ClassPathSource(new URLClassLoader(urls, null));
  }

  @Test
  void readsAFolder() throws Exception {
    Path root = plugin("bundle", PLUGIN);
    Files.createDirectories(root.resolve("META-INF"));
    Files.writeString(root.resolve("META-INF/MANIFEST.MF"), MANIFEST);
    Files.writeString(root.resolve("plugin.properties"), "m.name = Method\n");
    List<Contribution> found = explainers(read(root));
    Contribution m = found.get(0);
    assertEquals(2, found.size());
    assertEquals(List.of("m", "Method", "100%", "vendor.methods", "2.0.1"),
        List.of(m.id(), m.name(), m.description(), m.bundle(), m.bundleVersion()));
    assertEquals("v", m.children("profile").get(0).children("set").get(0).attribute("value"));
    assertEquals("", m.attribute("nothing"));
    assertEquals("%n", found.get(1).name());
    assertEquals(StringBuilder.class, m.create().getClass());
    assertThrows(ReflectiveOperationException.class, found.get(1)::create);
  }

  @Test
  void readsAnArchive() throws Exception {
    Path jar = folder.resolve("a b+ä.jar");
    try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var e : Map.of("META-INF/MANIFEST.MF", MANIFEST, "plugin.xml", PLUGIN).entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    Contribution m = explainers(read(jar)).get(0);
    assertEquals("vendor.methods", m.bundle());
    assertEquals("%m.name", m.name(), "a text without translation stays");
  }

  @Test
  void withoutManifestTheFolderNamesTheBundle() throws IOException {
    Path root = plugin("org.vendor.plain/target/classes", PLUGIN);
    assertEquals("org.vendor.plain", explainers(read(root)).get(0).bundle());
  }

  @Test
  void hostileAndBrokenFilesAreProblemsAndTheOthersAreRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "s3cret");
    Path entity = plugin("entity", "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY e SYSTEM \"" + secret.toUri()
        + "\">]><plugin><extension point=\"org.loupe.api.explainers\"><explainer id=\"&e;\"/></extension></plugin>");
    Path broken = plugin("broken", "<plugin><extension>");
    Path good = plugin("good", PLUGIN);
    ClassPathSource source = read(entity, broken, good);
    assertEquals(List.of("m", "n"), explainers(source).stream().map(Contribution::id).toList());
    assertEquals(List.of("entity", "broken"), source.problems().stream().map(Problem::bundle).toList());
    assertTrue(source.problems().get(0).message().contains("DOCTYPE"), source.problems().get(0).message());
  }
}
