/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

/** Field numbers of the messages in an ONNX file, from the ONNX specification. */
final class OnnxFields {
  private OnnxFields() {
  }

  static final class Model {
    static final int IR_VERSION = 1;
    static final int PRODUCER_NAME = 2;
    static final int PRODUCER_VERSION = 3;
    static final int DOMAIN = 4;
    static final int MODEL_VERSION = 5;
    static final int DOC_STRING = 6;
    static final int GRAPH = 7;
    static final int OPSET_IMPORT = 8;
    static final int METADATA_PROPS = 14;
    static final int FUNCTIONS = 25;

    private Model() {
    }
  }

  static final class OpsetId {
    static final int DOMAIN = 1;
    static final int VERSION = 2;

    private OpsetId() {
    }
  }

  static final class Entry {
    static final int KEY = 1;
    static final int VALUE = 2;

    private Entry() {
    }
  }

  static final class Graph {
    static final int NODE = 1;
    static final int NAME = 2;
    static final int INITIALIZER = 5;
    static final int INPUT = 11;
    static final int OUTPUT = 12;
    static final int VALUE_INFO = 13;
    static final int SPARSE_INITIALIZER = 15;

    private Graph() {
    }
  }

  static final class Node {
    static final int INPUT = 1;
    static final int OUTPUT = 2;
    static final int NAME = 3;
    static final int OP_TYPE = 4;
    static final int ATTRIBUTE = 5;
    static final int DOMAIN = 7;
    static final int OVERLOAD = 8;

    private Node() {
    }
  }

  static final class Attribute {
    static final int NAME = 1;
    static final int F = 2;
    static final int I = 3;
    static final int S = 4;
    static final int T = 5;
    static final int G = 6;
    static final int FLOATS = 7;
    static final int INTS = 8;
    static final int STRINGS = 9;
    static final int TENSORS = 10;
    static final int GRAPHS = 11;
    static final int TP = 14;
    static final int TYPE_PROTOS = 15;
    static final int TYPE = 20;
    static final int REF_ATTR_NAME = 21;
    static final int SPARSE_TENSOR = 22;
    static final int SPARSE_TENSORS = 23;

    private Attribute() {
    }
  }

  /** Values of {@link Attribute#TYPE}. */
  static final class AttributeType {
    static final int FLOAT = 1;
    static final int INT = 2;
    static final int STRING = 3;
    static final int TENSOR = 4;
    static final int GRAPH = 5;
    static final int FLOATS = 6;
    static final int INTS = 7;
    static final int STRINGS = 8;
    static final int TENSORS = 9;
    static final int GRAPHS = 10;
    static final int SPARSE_TENSOR = 11;
    static final int SPARSE_TENSORS = 12;
    static final int TYPE_PROTO = 13;
    static final int TYPE_PROTOS = 14;

    private AttributeType() {
    }
  }

  static final class Tensor {
    static final int DIMS = 1;
    static final int DATA_TYPE = 2;
    static final int FLOAT_DATA = 4;
    static final int INT32_DATA = 5;
    static final int STRING_DATA = 6;
    static final int INT64_DATA = 7;
    static final int NAME = 8;
    static final int RAW_DATA = 9;
    static final int DOUBLE_DATA = 10;
    static final int UINT64_DATA = 11;
    static final int EXTERNAL_DATA = 13;
    static final int DATA_LOCATION = 14;

    private Tensor() {
    }
  }

  static final class SparseTensor {
    static final int VALUES = 1;
    static final int INDICES = 2;
    static final int DIMS = 3;

    private SparseTensor() {
    }
  }

  static final class ValueInfo {
    static final int NAME = 1;
    static final int TYPE = 2;

    private ValueInfo() {
    }
  }

  static final class Type {
    static final int TENSOR = 1;
    static final int SEQUENCE = 4;
    static final int MAP = 5;
    static final int OPAQUE = 7;
    static final int SPARSE_TENSOR = 8;
    static final int OPTIONAL = 9;

    static final int ELEM_TYPE = 1;
    static final int SHAPE = 2;
    static final int MAP_KEY = 1;
    static final int MAP_VALUE = 2;
    static final int OPAQUE_DOMAIN = 1;
    static final int OPAQUE_NAME = 2;
    static final int DIM = 1;
    static final int DIM_VALUE = 1;
    static final int DIM_PARAM = 2;

    private Type() {
    }
  }

  static final class Function {
    static final int NAME = 1;
    static final int INPUT = 4;
    static final int OUTPUT = 5;
    static final int ATTRIBUTE = 6;
    static final int NODE = 7;
    static final int OPSET_IMPORT = 9;
    static final int DOMAIN = 10;
    static final int ATTRIBUTE_PROTO = 11;
    static final int OVERLOAD = 13;

    private Function() {
    }
  }
}
