/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.model.Model;

/**
 * Prints how far the gradients of a folder of goldens are off, and in parentheses how far PyTorch's single precision
 * is, as a table for {@code docs/gradients.md}. The one argument is a folder as
 * {@code tests/golden/gradient_full_width.py} or {@code gradient_goldens.py} writes it.
 */
final class GradientErrors {
  private GradientErrors() {
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    PrintStream out = System.out;
    out.println("| Architecture | Exporter, opset | By the input | By an early value | By a late value | |");
    out.println("| --- | --- | --- | --- | --- | --- |");
    for (GradientGolden golden : GradientGolden.all(folder)) {
      for (String exporter : golden.models().keySet().stream().sorted().toList()) {
        print(golden, exporter, folder, out);
      }
    }
  }

  private static void print(GradientGolden golden, String exporter, Path folder, PrintStream out) {
    GradientGolden.Exported exported = golden.models().get(exporter);
    String start = "| " + golden.architecture() + " | " + exporter + ", " + exported.opset() + " | ";
    try (Model model = Models.open(folder.resolve(exported.file()))) {
      GradientRun run = new GradientRun(golden, exported, model);
      Map<String, GradientError> errors = run.compare(0, golden.items());
      for (int item = 0; item < golden.items(); item++) {
        run.compare(item, 1).forEach((value, error) -> errors.merge(value, error, GradientError::or));
      }
      boolean tolerable = errors.values().stream().allMatch(GradientError::tolerable);
      out.println(start + errors.values().stream().map(GradientErrors::cell).collect(Collectors.joining(" | "))
          + (tolerable ? " | |" : " | too far |"));
    } catch (LoupeException e) {
      out.println(start + e.getMessage() + " | | | failed |");
    }
  }

  private static String cell(GradientError error) {
    return String.format(Locale.ROOT, "%.1e (%.1e)", error.element(), error.floor());
  }
}
