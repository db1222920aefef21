/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loupe.graph.Attribute;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.TensorStorage;
import org.loupe.graph.ValueType;

/** Reads attributes of nodes. */
final class AttributeParser {
  /** Longer strings are no text that anybody reads, but compiled models and the like. */
  private static final int LONGEST_TEXT = 1 << 20;

  private final WireInput in;
  private final GraphParser graphs;
  private final TensorParser tensors;
  private final TypeParser types;

  AttributeParser(WireInput in, GraphParser graphs, TensorParser tensors, TypeParser types) {
    this.in = in;
    this.graphs = graphs;
    this.tensors = tensors;
    this.types = types;
  }

  /** Reads one attribute and adds it to the others of the node. */
  void parse(Map<String, Attribute> attributes) throws IOException {
    in.limits().charge(in.file(), 200);
    Parts parts = new Parts();
    in.message(parts::field);
    if (parts.name.isEmpty()) {
      throw in.damaged("an attribute has no name");
    }
    attributes.put(parts.name, parts.build());
  }

  private final class Parts {
    private final NumberList ints = new NumberList();
    private final NumberList floats = new NumberList();
    private final List<String> strings = new ArrayList<>(0);
    private final List<Initializer> tensorList = new ArrayList<>(0);
    private final List<Graph> graphList = new ArrayList<>(0);
    private final List<ValueType> typeList = new ArrayList<>(0);
    private String name = "";
    private String reference = "";
    private int type;
    private int guess;
    private long i;
    private float f;
    private Attribute s = new Attribute.StringValue("");
    private Initializer t;
    private GraphParser.Parts g;
    private ValueType tp = ValueType.UNKNOWN;

    void field(int field) throws IOException {
      switch (field) {
        case OnnxFields.Attribute.NAME -> name = in.string().intern();
        case OnnxFields.Attribute.TYPE -> type = (int) in.integer();
        case OnnxFields.Attribute.REF_ATTR_NAME -> reference = in.string();
        case OnnxFields.Attribute.F -> {
          f = in.float32();
          guess = OnnxFields.AttributeType.FLOAT;
        }
        case OnnxFields.Attribute.I -> {
          i = in.integer();
          guess = OnnxFields.AttributeType.INT;
        }
        case OnnxFields.Attribute.S -> {
          s = text();
          guess = OnnxFields.AttributeType.STRING;
        }
        case OnnxFields.Attribute.FLOATS -> {
          in.fixed(4, v -> floats.add(v), 16);
          guess = OnnxFields.AttributeType.FLOATS;
        }
        case OnnxFields.Attribute.INTS -> {
          in.integers(v -> ints.add(v), 16);
          guess = OnnxFields.AttributeType.INTS;
        }
        case OnnxFields.Attribute.STRINGS -> {
          strings.add(in.string());
          guess = OnnxFields.AttributeType.STRINGS;
        }
        default -> nested(field);
      }
    }

    private void nested(int field) throws IOException {
      switch (field) {
        case OnnxFields.Attribute.T -> {
          t = tensors.tensor();
          guess = OnnxFields.AttributeType.TENSOR;
        }
        case OnnxFields.Attribute.SPARSE_TENSOR -> {
          t = tensors.sparse();
          guess = OnnxFields.AttributeType.SPARSE_TENSOR;
        }
        case OnnxFields.Attribute.G -> {
          g = new GraphParser.Parts();
          graphs.parse(g);
          guess = OnnxFields.AttributeType.GRAPH;
        }
        case OnnxFields.Attribute.TP -> {
          tp = types.type();
          guess = OnnxFields.AttributeType.TYPE_PROTO;
        }
        case OnnxFields.Attribute.TENSORS -> {
          tensorList.add(tensors.tensor());
          guess = OnnxFields.AttributeType.TENSORS;
        }
        case OnnxFields.Attribute.SPARSE_TENSORS -> {
          tensorList.add(tensors.sparse());
          guess = OnnxFields.AttributeType.SPARSE_TENSORS;
        }
        case OnnxFields.Attribute.GRAPHS -> {
          GraphParser.Parts inner = new GraphParser.Parts();
          graphs.parse(inner);
          graphList.add(inner.build());
          guess = OnnxFields.AttributeType.GRAPHS;
        }
        case OnnxFields.Attribute.TYPE_PROTOS -> {
          typeList.add(types.type());
          guess = OnnxFields.AttributeType.TYPE_PROTOS;
        }
        default -> in.skip();
      }
    }

    /** Old exporters leave the type out; then it is that of the field which is there. */
    Attribute build() throws IOException {
      int kind = type == 0 ? guess : type;
      if (!reference.isEmpty()) {
        return new Attribute.Reference(reference, kind);
      }
      return switch (kind) {
        case OnnxFields.AttributeType.FLOAT -> new Attribute.FloatValue(f);
        case OnnxFields.AttributeType.INT -> new Attribute.IntValue(i);
        case OnnxFields.AttributeType.STRING -> s;
        case OnnxFields.AttributeType.FLOATS -> new Attribute.FloatList(floats.toFloats());
        case OnnxFields.AttributeType.INTS -> new Attribute.IntList(ints.toLongs());
        case OnnxFields.AttributeType.STRINGS -> new Attribute.StringList(strings);
        case OnnxFields.AttributeType.TENSOR, OnnxFields.AttributeType.SPARSE_TENSOR ->
          new Attribute.TensorValue(required(t));
        case OnnxFields.AttributeType.GRAPH -> new Attribute.GraphValue(required(g).build());
        case OnnxFields.AttributeType.TENSORS, OnnxFields.AttributeType.SPARSE_TENSORS ->
          new Attribute.TensorList(tensorList);
        case OnnxFields.AttributeType.GRAPHS -> new Attribute.GraphList(graphList);
        case OnnxFields.AttributeType.TYPE_PROTO -> new Attribute.TypeValue(tp);
        case OnnxFields.AttributeType.TYPE_PROTOS -> new Attribute.TypeList(typeList);
        default -> throw in.damaged("attribute '" + name + "' has no value of a known type");
      };
    }

    private <T> T required(T value) throws IOException {
      if (value == null) {
        throw in.damaged("attribute '" + name + "' has no value");
      }
      return value;
    }

    private Attribute text() throws IOException {
      WireInput.Bytes bytes = in.bytesUpTo(LONGEST_TEXT);
      if (bytes.content() != null) {
        try {
          return new Attribute.StringValue(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.content())).toString());
        } catch (CharacterCodingException e) {
          // Not text: falls through to leaving it in the file.
        }
      }
      WireInput.Span span = bytes.span();
      return new Attribute.BytesValue(new TensorStorage.FileSlice(in.file(), span.offset(), span.length()));
    }
  }
}
