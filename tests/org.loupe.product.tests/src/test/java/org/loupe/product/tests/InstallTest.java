/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Installing from p2 sites: Loupe into a platform that knows nothing of it, a vendor's plug-in into Loupe. */
@EnabledOnOs(OS.LINUX)
class InstallTest {
  private static final String EXPLAINER = "vendor.finite-differences";

  @TempDir
  Path folder;

  private Path work(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  @Test
  void loupeIntoABarePlatform() throws Exception {
    Path target = folder.resolve("eclipse");
    Installation product = Installation.product();
    Installation bare = product.install(work("bare"), target, List.of(Installation.SITE), "org.loupe.bare");
    assertFalse(has(bare, "org.loupe."), "the platform knows nothing of Loupe");
    product.install(work("feature"), target, List.of(Installation.SITE), "org.loupe.feature.feature.group");
    assertTrue(has(bare, "org.loupe.cli_"));
    assertTrue(has(bare, "org.loupe.ui_"));
    assertFalse(has(bare, "org.loupe.product_"), "the branding stays with the product");
    Finished listed = bare.application(work("run"), "org.loupe.cli.app", "list", "explainers", "--json")
        .run().expect(0);
    assertTrue(Installation.hasId(JsonParser.parseString(listed.out()), "occlusion"), listed.out());
  }

  @Test
  void aVendorsExplainerIntoTheProduct() throws Exception {
    Path site = buildVendor();
    Installation product = Installation.product().copyTo(folder.resolve("loupe"));
    product.install(work("director"), product.folder(), List.of(site, Installation.SITE),
        "com.example.sensitivity.feature.feature.group");
    Path home = work("home");
    Finished listed = product.loupe(home, "list", "explainers", "--json").run().expect(0);
    assertTrue(Installation.hasId(JsonParser.parseString(listed.out()), EXPLAINER), listed.out());
    Path model = LinearModel.writeModel(home.resolve("linear.onnx"));
    Path input = LinearModel.writeInput(home.resolve("x.npy"), 1, 2, 3);
    Path out = home.resolve("slope.npy");
    product.loupe(home, "explain", model.toString(), "--input", input.toString(), "--method", EXPLAINER,
        "--target", "1", "--set", "step=0.125", "--out", out.toString()).run().expect(0);
    assertArrayEquals(LinearModel.SLOPE_OF_ONE, LinearModel.read(out), 1e-6);
  }

  /** Builds the vendor's project apart from the checkout, against the p2 site, and returns its site. */
  private Path buildVendor() throws Exception {
    Path project = new Installation(Installation.ROOT.resolve("vendor")).copyTo(folder.resolve("vendor")).folder();
    String maven = Path.of(System.getProperty("loupe.maven"), "bin", "mvn").toString();
    new Finished.Command(project, List.of(maven, "-B", "-ntp", "-o",
        "-Dmaven.repo.local=" + System.getProperty("loupe.repository"),
        "-Dloupe.site=" + Installation.SITE.toUri(), "clean", "package"))
        .with("JAVA_HOME", System.getProperty("java.home")).run().expect(0);
    return project.resolve("site/target/repository");
  }

  private static boolean has(Installation installation, String start) throws IOException {
    try (Stream<Path> plugins = Files.list(installation.folder().resolve("plugins"))) {
      return plugins.anyMatch(p -> p.getFileName().toString().startsWith(start));
    }
  }
}
