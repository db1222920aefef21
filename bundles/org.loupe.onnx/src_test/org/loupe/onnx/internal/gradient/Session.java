/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.Engine;

/** A bare session of ONNX Runtime for tests of what the runtime makes of a graph. */
final class Session implements AutoCloseable {
  private static final Map<ElementType, OnnxJavaType> TYPES = Map.of(ElementType.FLOAT32, OnnxJavaType.FLOAT,
      ElementType.FLOAT64, OnnxJavaType.DOUBLE, ElementType.INT64, OnnxJavaType.INT64, ElementType.BOOL,
      OnnxJavaType.BOOL);

  private final OrtEnvironment environment;
  private final OrtSession session;

  Session(OnnxModel model) throws IOException, OrtException, LoupeException {
    this(bytes(OnnxWriter.toBuffer(model)));
  }

  Session(byte[] model) throws OrtException, LoupeException {
    environment = Engine.environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      session = environment.createSession(model, options);
    }
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** All outputs, by name. */
  Map<String, Tensor> run(Map<String, Tensor> inputs) throws OrtException {
    Map<String, OnnxTensor> natives = new HashMap<>();
    List<OnnxTensor> made = new ArrayList<>();
    try {
      for (String name : session.getInputNames()) {
        ArrayTensor t = (ArrayTensor) inputs.get(name);
        OnnxTensor n = OnnxTensor.createTensor(environment, t.nativeData(), t.shape().dims(), TYPES.get(t.type()));
        made.add(n);
        natives.put(name, n);
      }
      Map<String, Tensor> outputs = new LinkedHashMap<>();
      try (OrtSession.Result result = session.run(natives)) {
        for (String name : session.getOutputNames()) {
          outputs.put(name, copy((OnnxTensor) result.get(name).orElseThrow()));
        }
      }
      return outputs;
    } finally {
      made.forEach(OnnxTensor::close);
    }
  }

  private static Tensor copy(OnnxTensor t) {
    ElementType type = TYPES.entrySet().stream().filter(e -> e.getValue() == t.getInfo().type).findFirst()
        .map(Map.Entry::getKey).orElseThrow(() -> new IllegalArgumentException(t.getInfo().toString()));
    ByteBuffer data = t.getByteBuffer();
    ByteBuffer copy = ByteBuffer.allocateDirect(data.remaining()).order(ByteOrder.nativeOrder()).put(data);
    return ArrayTensor.wrap(type, Shape.of(t.getInfo().getShape()), copy.flip());
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
