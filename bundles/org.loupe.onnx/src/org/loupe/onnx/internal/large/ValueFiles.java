/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.large;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.graph.onnx.ModelExtension;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.TemporaryTensorFile;
import org.loupe.onnx.internal.engine.Engine;
import org.loupe.onnx.internal.tensor.OrtTypes;

/**
 * Temporary files that the runtime writes large values to: their memory is mapped and given to it as the place for its
 * outputs. What is too large for one buffer comes in slices, by nodes that cut it.
 */
public final class ValueFiles implements AutoCloseable {
  private final Map<String, FileTensor> tensors = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> places = new LinkedHashMap<>();
  private final List<TemporaryTensorFile> files = new ArrayList<>();
  private boolean kept;

  /** What a session must give for a value that is written in slices. */
  public record Cut(SizedValue value, long most) {
    boolean isWhole() {
      return value.bytes() <= most;
    }

    /** Adds what cuts the value. */
    public void addTo(ModelExtension model, long opset) {
      Slices.add(model, value.name(), Slices.of(value, most), opset);
    }
  }

  private ValueFiles() {
  }

  /** Those of the values that need slices. */
  public static List<Cut> cuts(List<SizedValue> values, MemoryLimits limits) {
    return values.stream().map(v -> new Cut(v, limits.mapped())).filter(c -> !c.isWhole()).toList();
  }

  /**
   * Makes the files.
   *
   * @throws LoupeException FAILED if there is no room for them
   */
  public static ValueFiles of(List<SizedValue> values, MemoryLimits limits, Progress progress) throws LoupeException {
    ValueFiles made = new ValueFiles();
    try {
      for (SizedValue value : values) {
        made.add(value, limits, progress);
      }
      return made;
    } catch (IOException | OrtException e) {
      made.close();
      throw LoupeException.failed("a temporary file for a large value cannot be made: " + e.getMessage(), e);
    } catch (LoupeException | RuntimeException e) {
      made.close();
      throw e;
    }
  }

  private void add(SizedValue value, MemoryLimits limits, Progress progress)
      throws IOException, OrtException, LoupeException {
    TemporaryTensorFile file = TemporaryTensorFile.create(value.bytes(), progress::check);
    files.add(file);
    if (value.bytes() <= limits.mapped()) {
      places.put(value.name(), place(file.map(0, value.bytes()), value.type(), value.shape()));
    } else {
      for (Slices.Slice slice : Slices.of(value, limits.mapped())) {
        long bytes = slice.shape().size() * value.type().bytes();
        places.put(slice.output(), place(file.map(slice.offset(), bytes), value.type(), slice.shape()));
      }
    }
    tensors.put(value.name(), file.tensor(value.type(), value.shape()));
  }

  private static OnnxTensor place(ByteBuffer memory, ElementType type, Shape shape)
      throws OrtException, LoupeException {
    return OnnxTensor.createTensor(Engine.environment(), memory, shape.dims(),
        OrtTypes.javaType(type).orElseThrow(() -> LoupeException.notApplicable(
            "values of type " + type + " cannot be larger than what is held in memory")));
  }

  /** Where the runtime is to write, by name of the session's output. */
  public Map<String, OnnxTensor> places() {
    return places;
  }

  /** The values, once the runtime has written them; the files are theirs from now on. */
  public Map<String, FileTensor> tensors() {
    kept = true;
    return tensors;
  }

  @Override
  public void close() {
    places.values().forEach(OnnxTensor::close);
    if (!kept) {
      files.forEach(TemporaryTensorFile::delete);
    }
  }
}
