/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.subject.TableRows;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.Tensor;

/** Small models of trees with tables; see {@code tests/golden/shap_goldens.py} and {@code xgboost_goldens.py}. */
final class TreeModels {
  private TreeModels() {
  }

  static Path file(String name) {
    return references("shap").resolve(name + ".model");
  }

  /** Files that some version of XGBoost has written. */
  static List<Path> xgboost(String version) throws IOException {
    try (Stream<Path> files = Files.list(references("xgboost").resolve(version))) {
      return files.filter(f -> !f.toString().endsWith(".npy")).sorted().toList();
    }
  }

  static Tensor xgboostInputs() throws IOException {
    return NpyReader.read(references("xgboost").resolve("inputs.npy"));
  }

  /** What is stored for a file of XGBoost. @param ending as {@code .npy} */
  static Optional<Tensor> beside(Path file, String ending) throws IOException {
    String name = file.getFileName().toString();
    Path answers = file.resolveSibling(name.substring(0, name.indexOf('.')) + ending);
    return Files.exists(answers) ? Optional.of(NpyReader.read(answers)) : Optional.empty();
  }

  private static Path references(String of) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("bundles"))) {
      folder = folder.getParent();
    }
    return folder.resolve("bundles/org.loupe.trees/src_test/org/loupe/trees/internal/golden").resolve(of);
  }

  static Tensor numbers(String name, String what) throws IOException {
    return NpyReader.read(references("shap").resolve(name + "." + what + ".npy"));
  }

  static Subject.Single rows(ValueSpec input, Tensor tensor) {
    int rows = tensor.shape().intDim(0);
    List<TableColumn> columns = IntStream.range(0, tensor.shape().intDim(1))
        .mapToObj(c -> TableColumn.plain("column " + c)).toList();
    List<String> names = IntStream.range(0, rows).mapToObj(Integer::toString).toList();
    return new Subject.Single("rows", Map.of(input.name(), new DecodedInput(input.name(), tensor, "tabular",
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.of(new TableRows(columns, names,
            List.of())))), Map.of(), List.of(input.name()));
  }
}
