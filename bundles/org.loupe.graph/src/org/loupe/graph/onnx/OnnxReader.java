/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.OnnxModel;

/**
 * Reads ONNX files (IR version 3 and newer) into the operator graph. Weights stay in the file: only their place is
 * noted. See the <a href="https://onnx.ai/onnx/repo-docs/IR.html">ONNX specification</a>.
 */
public final class OnnxReader {
  private OnnxReader() {
  }

  /**
   * Reads a model. Whether its graph makes sense is for {@link org.loupe.graph.analysis.GraphCheck} to say.
   *
   * @throws ModelFormatException if the file is no ONNX model, is damaged, or asks for what no model needs
   * @throws org.loupe.graph.MissingExternalDataException if files with weights are missing beside it
   * @throws IOException if the file cannot be read
   */
  public static OnnxModel read(Path file) throws IOException {
    return read(file, ReadLimits.ofHeap());
  }

  static OnnxModel read(Path file, ReadLimits limits) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ModelFormatException(file.getFileName() + " is a folder: name the .onnx file in it");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such model file");
    }
    if (Files.size(file) == 0) {
      throw new ModelFormatException(file.getFileName() + " is empty: copy or export the model again");
    }
    Optional<String> other = FileSignature.otherKind(file);
    if (other.isPresent()) {
      throw new ModelFormatException(file.getFileName() + " is no ONNX model but " + other.get());
    }
    try (WireInput in = new WireInput(file, 0, -1, limits)) {
      return new ModelParser(in).parse();
    }
  }
}
