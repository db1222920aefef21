/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.measure;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.loupe.graph.DataType;
import org.loupe.graph.Initializer;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.samples.model.OnnxExport;
import org.loupe.samples.picture.PicturePainter;

/** A model of the sample in ONNX Runtime, with logits and last maps as further outputs. To be closed. */
public final class Classifier implements AutoCloseable {
  private static final int SIZE = PicturePainter.SIZE;
  private static final int PIXELS = 3 * SIZE * SIZE;
  private static final int LARGEST_BATCH = 64;

  /**
   * What it says of pictures.
   *
   * @param logits [N, classes]
   * @param probabilities [N, classes]
   * @param maps [N, channels, side, side]: what is pooled
   */
  public record Answer(float[][] logits, float[][] probabilities, float[][][][] maps) {
  }

  private final OrtSession session;
  private final float[][] dense;

  /** @throws IOException if ONNX Runtime does not take the model */
  public Classifier(OnnxModel model) throws IOException {
    GraphBuilder graph = GraphBuilder.of(model.graph()).output(OnnxExport.LOGITS, DataType.FLOAT, "batch, ?")
        .output(OnnxExport.features(), DataType.FLOAT, "batch, ?, ?, ?");
    ModelBuilder extended = new ModelBuilder(graph.build(), model.opsets().get(""));
    var buffer = OnnxWriter.toBuffer(extended.build());
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    try {
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      session = OrtEnvironment.getEnvironment().createSession(bytes, options);
    } catch (OrtException e) {
      throw new IOException("ONNX Runtime does not take the model: " + e.getMessage(), e);
    }
    dense = dense(model);
  }

  private static float[][] dense(OnnxModel model) throws IOException {
    for (Initializer initializer : model.graph().initializers()) {
      if (initializer.name().equals(OnnxExport.DENSE)) {
        float[] values = ConstantReader.tensor(initializer).toFloats();
        int columns = initializer.shape().intDim(1);
        float[][] rows = new float[initializer.shape().intDim(0)][];
        for (int i = 0; i < rows.length; i++) {
          rows[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
        }
        return rows;
      }
    }
    throw new IOException("the model has no " + OnnxExport.DENSE);
  }

  /** The dense layer's weights of a class, one for each map. */
  public float[] dense(int target) {
    return dense[target].clone();
  }

  /** @param input [N, 3, SIZE, SIZE] */
  public Answer answer(float[] input) throws IOException {
    int count = input.length / PIXELS;
    Answer all = new Answer(new float[count][], new float[count][], new float[count][][][]);
    for (int from = 0; from < count; from += LARGEST_BATCH) {
      int batch = Math.min(LARGEST_BATCH, count - from);
      FloatBuffer part = FloatBuffer.wrap(input, from * PIXELS, batch * PIXELS);
      try (OnnxTensor x = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), part,
          new long[] {batch, 3, SIZE, SIZE}); OrtSession.Result out = session.run(Map.of(OnnxExport.INPUT, x))) {
        System.arraycopy((float[][]) out.get(OnnxExport.OUTPUT).get().getValue(), 0, all.probabilities, from, batch);
        System.arraycopy((float[][]) out.get(OnnxExport.LOGITS).get().getValue(), 0, all.logits, from, batch);
        System.arraycopy((float[][][][]) out.get(OnnxExport.features()).get().getValue(), 0, all.maps, from, batch);
      } catch (OrtException e) {
        throw new IOException("ONNX Runtime failed: " + e.getMessage(), e);
      }
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IOException("ONNX Runtime failed: " + e.getMessage(), e);
    }
  }
}
