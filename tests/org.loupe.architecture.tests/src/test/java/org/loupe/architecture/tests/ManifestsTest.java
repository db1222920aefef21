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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every manifest of {@code bundles/} says and leaves unsaid. */
class ManifestsTest {
  private static final Pattern SCHEMA = Pattern.compile("schema=\"([^\"]+)\"");

  static Stream<String> bundles() throws IOException {
    return Bundle.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void headers(String name) throws IOException {
    Bundle bundle = Bundle.all().get(name);
    assertEquals(name, bundle.folder().getFileName().toString(), "a bundle's folder is named as the bundle");
    assertEquals("true", bundle.clauses("Bundle-SymbolicName").get(0).options().get("singleton:"));
    assertEquals("0.1.0.qualifier", bundle.header("Bundle-Version"));
    assertEquals("Loupe", bundle.header("Bundle-Vendor"));
    assertEquals("JavaSE-21", bundle.header("Bundle-RequiredExecutionEnvironment"));
    assertEquals(name, bundle.header("Automatic-Module-Name"));
    assertFalse(bundle.header("Bundle-Name").isBlank());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void exports(String name) throws IOException {
    Bundle bundle = Bundle.all().get(name);
    for (Bundle.Clause exported : bundle.clauses("Export-Package")) {
      assertTrue(exported.options().containsKey("version"), exported.name() + " is exported without a version");
      assertFalse(List.of(exported.name().split("\\.")).contains("internal"), exported.name() + " is exported");
      assertTrue(exported.name().startsWith(name), exported.name() + " does not begin with its bundle's name");
      Path folder = bundle.folder().resolve("src").resolve(exported.name().replace('.', '/'));
      try (Stream<Path> files = Files.list(folder)) {
        assertTrue(files.anyMatch(f -> f.toString().endsWith(".java")), exported.name() + " holds no class");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void whatPluginXmlNamesIsShipped(String name) throws IOException {
    Bundle bundle = Bundle.all().get(name);
    Path xml = bundle.folder().resolve("plugin.xml");
    if (!Files.exists(xml)) {
      return;
    }
    List<String> shipped = List.of(bundle.buildProperties().getProperty("bin.includes").split("\\s*,\\s*"));
    assertTrue(shipped.contains("plugin.xml"), "bin.includes lacks plugin.xml");
    Matcher schemas = SCHEMA.matcher(Files.readString(xml));
    while (schemas.find()) {
      assertTrue(Files.exists(bundle.folder().resolve(schemas.group(1))), schemas.group(1) + " is missing");
      assertTrue(shipped.contains("schema/"), "bin.includes lacks schema/");
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void oneFeatureShipsIt(String name) throws IOException {
    Map<String, List<String>> features = Features.plugins();
    List<String> shipping = features.entrySet().stream()
        .filter(e -> e.getValue().contains(name)).map(Map.Entry::getKey).toList();
    assertEquals(1, shipping.size(), name + " is in the features " + shipping);
  }
}
