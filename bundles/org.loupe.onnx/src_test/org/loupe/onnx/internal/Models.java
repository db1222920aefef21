/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.graph.Graph;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.Tensor;

/** What tests do with models again and again. */
final class Models {
  static final long OPSET = 17;

  private Models() {
  }

  static Path write(Path file, GraphBuilder graph) throws IOException {
    return write(file, graph.build(), OPSET);
  }

  static Path write(Path file, Graph graph, long opset) throws IOException {
    return write(file, new ModelBuilder(graph, opset).build());
  }

  static Path write(Path file, OnnxModel model) throws IOException {
    OnnxWriter.write(model, file);
    return file;
  }

  static Model open(Path file) throws LoupeException {
    return new OnnxModelLoader().load(new ModelSource(file), LoadOptions.DEFAULT, Progress.NONE);
  }

  static ForwardResult forward(Model model, Map<String, Tensor> inputs, String... values) throws LoupeException {
    return model.forward(new ForwardRequest(inputs, List.of(values)), Progress.NONE);
  }

  /** Opens, runs once, closes. */
  static ForwardResult run(Path file, Map<String, Tensor> inputs, String... values) throws LoupeException {
    try (Model model = open(file)) {
      return forward(model, inputs, values);
    }
  }

  /** The one line of an error of this kind. */
  static String refused(LoupeException.Kind kind, org.junit.jupiter.api.function.Executable action) {
    LoupeException e = assertThrows(LoupeException.class, action);
    if (e.kind() != kind) {
      throw new AssertionError(e.kind() + " instead of " + kind + ": " + e.getMessage(), e);
    }
    if (e.getMessage().contains("\n") || e.getMessage().length() > 700) {
      throw new AssertionError("not a line for a person: " + e.getMessage());
    }
    return e.getMessage();
  }
}
