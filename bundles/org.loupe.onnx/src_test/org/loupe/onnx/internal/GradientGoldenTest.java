/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.loupe.api.model.Model;

/** Gradients of well-known architectures, as both of PyTorch's exporters write them, against PyTorch's. */
class GradientGoldenTest {
  static Path folder() throws Exception {
    return Path.of(GradientGoldenTest.class.getResource("golden/gradients").toURI());
  }

  static Stream<Arguments> files() throws Exception {
    return GradientGolden.all(folder()).stream().flatMap(golden -> golden.models().keySet().stream().sorted()
        .map(exporter -> Arguments.of(golden.architecture(), exporter, golden)));
  }

  @ParameterizedTest(name = "{0}, {1} exporter")
  @MethodSource("files")
  void differsFromPyTorchByNoMoreThanRounding(String architecture, String exporter, GradientGolden golden)
      throws Exception {
    GradientGolden.Exported exported = golden.models().get(exporter);
    List<String> problems = new ArrayList<>();
    try (Model model = Models.open(folder().resolve(exported.file()))) {
      GradientRun run = new GradientRun(golden, exported, model);
      check("whole batch", run.compare(0, golden.items()), problems);
      for (int item = 0; item < golden.items(); item++) {
        check("item " + item + " alone", run.compare(item, 1), problems);
      }
    }
    assertEquals(List.of(), problems);
  }

  private static void check(String what, Map<String, GradientError> errors, List<String> problems) {
    errors.forEach((value, error) -> {
      if (!error.tolerable()) {
        problems.add(what + ", " + value + ": " + error);
      }
    });
  }

  @Test
  void coversBothExportersOfEachArchitecture() throws Exception {
    List<GradientGolden> all = GradientGolden.all(folder());
    assertTrue(all.size() >= 12, () -> all.size() + " architectures");
    for (GradientGolden golden : all) {
      assertEquals(Set.of("old", "new"), golden.models().keySet());
      assertEquals(3, golden.items());
      assertEquals(3, golden.gradients().size());
      golden.gradients().values().forEach(g -> {
        assertTrue(g.floor() < 1e-4, "a reference this noisy shows nothing");
        assertEquals(golden.items(), g.values().length);
      });
    }
  }
}
