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
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;

/**
 * Makes tensors of 16, 32 and 64-bit unsigned numbers, which ONNX Runtime knows but its Java binding cannot name: a
 * model of a single Cast makes one from the signed tensor of the same bits. One such session a type serves the process.
 */
final class UnsignedTensors {
  private static final Map<ElementType, OrtSession> CASTS = new EnumMap<>(ElementType.class);

  private UnsignedTensors() {
  }

  static OnnxTensor make(OrtEnvironment environment, ArrayTensor tensor) throws LoupeException, OrtException {
    ElementType type = tensor.type();
    OrtSession cast = cast(environment, type);
    long[] dims = tensor.shape().dims();
    ByteBuffer bits = InputTensors.direct(tensor);
    try (OnnxTensor signed = OnnxTensor.createTensor(environment, bits, dims, signed(type))) {
      // The result is taken over by the caller, so it is not closed here.
      OrtSession.Result result = cast.run(Map.of("x", signed));
      return (OnnxTensor) result.get(0);
    }
  }

  private static synchronized OrtSession cast(OrtEnvironment environment, ElementType type)
      throws LoupeException, OrtException {
    OrtSession session = CASTS.get(type);
    if (session == null) {
      DataType to = DataType.of(type);
      DataType from = switch (type) {
        case UINT16 -> DataType.INT16;
        case UINT32 -> DataType.INT32;
        case UINT64 -> DataType.INT64;
        default -> throw new IllegalArgumentException(type + " needs no cast");
      };
      Graph graph = new GraphBuilder("cast").input(anyShape("x", from)).output(anyShape("y", to))
          .node(NodeBuilder.of("Cast").inputs("x").outputs("y").intValue("to", to.code())).build();
      try (SessionOptions options = new SessionOptions()) {
        options.setIntraOpNumThreads(1);
        session = environment.createSession(OnnxWriter.toBuffer(new ModelBuilder(graph, 13).build()), options);
      } catch (IOException e) {
        throw LoupeException.failed("a model of one Cast could not be written: " + e.getMessage(), e);
      }
      CASTS.put(type, session);
    }
    return session;
  }

  private static ValueInfo anyShape(String name, DataType type) {
    return new ValueInfo(name, new ValueType.TensorType(type, Optional.empty()));
  }

  private static OnnxJavaType signed(ElementType type) {
    return switch (type) {
      case UINT16 -> OnnxJavaType.INT16;
      case UINT32 -> OnnxJavaType.INT32;
      default -> OnnxJavaType.INT64;
    };
  }
}
