/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.OnnxModel;

/**
 * Writes models as ONNX files. Weights that are in files are copied from there, external ones into the file that is
 * written; doc strings of nodes and values are not kept.
 */
public final class OnnxWriter {
  /** What Protocol Buffers, and so every reader of ONNX, can take. */
  private static final long MAX_BYTES = Integer.MAX_VALUE;

  private OnnxWriter() {
  }

  /**
   * Writes a model to a file, replacing it; not the file that the model was read from.
   *
   * @throws IOException if it cannot be written, or would exceed 2 GiB
   */
  public static void write(OnnxModel model, Path file) throws IOException {
    if (model.file().isPresent() && model.file().get().toAbsolutePath().equals(file.toAbsolutePath())) {
      throw new IOException(file + " holds the weights of the model being written: choose another file");
    }
    WireOutput out = encode(model);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      out.writeTo(ByteSink.of(channel));
    }
  }

  /** Writes a model to a channel, which stays open. */
  public static void write(OnnxModel model, WritableByteChannel channel) throws IOException {
    encode(model).writeTo(ByteSink.of(channel));
  }

  /** A model's bytes in a direct buffer. */
  public static ByteBuffer toBuffer(OnnxModel model) throws IOException {
    return toBuffer(encode(model));
  }

  static ByteBuffer toBuffer(WireOutput out) throws IOException {
    checkSize(out);
    ByteBuffer buffer = ByteBuffer.allocateDirect((int) out.size());
    out.writeTo(ByteSink.of(buffer));
    return buffer.flip();
  }

  static void checkSize(WireOutput out) throws IOException {
    if (out.size() > MAX_BYTES) {
      throw new IOException("the model would have " + out.size()
          + " bytes, but an ONNX file can have 2 GiB at most: keep its weights in external data");
    }
  }

  private static WireOutput encode(OnnxModel model) throws IOException {
    OnnxModel.Header header = model.header();
    WireOutput out = new WireOutput();
    out.integer(OnnxFields.Model.IR_VERSION, header.irVersion());
    out.text(OnnxFields.Model.PRODUCER_NAME, header.producerName());
    out.text(OnnxFields.Model.PRODUCER_VERSION, header.producerVersion());
    out.text(OnnxFields.Model.DOMAIN, header.domain());
    out.integer(OnnxFields.Model.MODEL_VERSION, header.modelVersion());
    out.text(OnnxFields.Model.DOC_STRING, header.description());
    opsets(out, OnnxFields.Model.OPSET_IMPORT, model.opsets());
    header.metadata().forEach((key, value) -> {
      WireOutput entry = new WireOutput();
      entry.string(OnnxFields.Entry.KEY, key);
      entry.string(OnnxFields.Entry.VALUE, value);
      out.message(OnnxFields.Model.METADATA_PROPS, entry);
    });
    out.message(OnnxFields.Model.GRAPH, GraphEncoder.encode(model.graph()));
    model.functions().forEach(f -> out.message(OnnxFields.Model.FUNCTIONS, function(f)));
    checkSize(out);
    return out;
  }

  static void opsets(WireOutput out, int field, Map<String, Long> opsets) {
    opsets.forEach((domain, version) -> {
      WireOutput opset = new WireOutput();
      opset.string(OnnxFields.OpsetId.DOMAIN, domain);
      opset.integer(OnnxFields.OpsetId.VERSION, version);
      out.message(field, opset);
    });
  }

  private static WireOutput function(GraphFunction f) {
    WireOutput out = new WireOutput();
    out.string(OnnxFields.Function.NAME, f.name());
    f.inputs().forEach(i -> out.string(OnnxFields.Function.INPUT, i));
    f.outputs().forEach(o -> out.string(OnnxFields.Function.OUTPUT, o));
    f.attributes().forEach(a -> out.string(OnnxFields.Function.ATTRIBUTE, a));
    f.nodes().forEach(n -> out.message(OnnxFields.Function.NODE, GraphEncoder.encode(n)));
    opsets(out, OnnxFields.Function.OPSET_IMPORT, f.opsets());
    out.string(OnnxFields.Function.DOMAIN, f.domain());
    f.defaults().forEach(
        (name, value) -> out.message(OnnxFields.Function.ATTRIBUTE_PROTO, AttributeEncoder.encode(name, value)));
    out.text(OnnxFields.Function.OVERLOAD, f.overload());
    return out;
  }
}
