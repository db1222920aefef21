/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.tensor;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** The inputs of a run in ONNX Runtime's hands. Direct buffers are used where they are; they live as long as this. */
public final class InputTensors implements AutoCloseable {
  private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

  private InputTensors() {
  }

  /** @param values tensors of exactly the types that the model takes, by input */
  public static InputTensors of(OrtEnvironment environment, Map<String, Tensor> values)
      throws LoupeException, OrtException {
    InputTensors inputs = new InputTensors();
    try {
      for (Map.Entry<String, Tensor> value : values.entrySet()) {
        inputs.tensors.put(value.getKey(), make(environment, value.getValue()));
      }
      return inputs;
    } catch (OrtException | LoupeException | RuntimeException e) {
      inputs.close();
      throw e;
    }
  }

  public Map<String, OnnxTensor> byName() {
    return tensors;
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }

  private static OnnxTensor make(OrtEnvironment environment, Tensor tensor) throws LoupeException, OrtException {
    return switch (tensor) {
      case TextTensor text ->
        OnnxTensor.createTensor(environment, text.values().toArray(String[]::new), text.shape().dims());
      case FileTensor file -> make(environment, file.load());
      case ArrayTensor array -> {
        Optional<OnnxJavaType> type = OrtTypes.javaType(array.type());
        yield type.isEmpty() ? UnsignedTensors.make(environment, array)
            : OnnxTensor.createTensor(environment, direct(array), array.shape().dims(), type.get());
      }
    };
  }

  /** The tensor's own memory if it is outside the heap, else a copy. */
  static ByteBuffer direct(ArrayTensor tensor) {
    ByteBuffer data = tensor.nativeData();
    if (data.isDirect()) {
      return data;
    }
    return ArrayTensor.allocate(tensor.type(), tensor.shape()).put(data).rewind();
  }
}
