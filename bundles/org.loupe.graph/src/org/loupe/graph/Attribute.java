/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.Arrays;
import java.util.List;

/** The value of a node's attribute, by the types of the ONNX specification ({@code AttributeProto}). */
public sealed interface Attribute {
  record IntValue(long value) implements Attribute {
  }

  record FloatValue(float value) implements Attribute {
  }

  record StringValue(String value) implements Attribute {
  }

  /** Bytes that are not text, or very long, left in the file. */
  record BytesValue(TensorStorage.FileSlice bytes) implements Attribute {
  }

  record StringList(List<String> values) implements Attribute {
    public StringList {
      values = List.copyOf(values);
    }
  }

  /** A constant tensor, dense or sparse. */
  record TensorValue(Initializer tensor) implements Attribute {
  }

  record TensorList(List<Initializer> tensors) implements Attribute {
    public TensorList {
      tensors = List.copyOf(tensors);
    }
  }

  /** A subgraph: a branch of If, the body of Loop or Scan. */
  record GraphValue(Graph graph) implements Attribute {
  }

  record GraphList(List<Graph> graphs) implements Attribute {
    public GraphList {
      graphs = List.copyOf(graphs);
    }
  }

  record TypeValue(ValueType type) implements Attribute {
  }

  record TypeList(List<ValueType> types) implements Attribute {
    public TypeList {
      types = List.copyOf(types);
    }
  }

  /** Inside a function: attribute {@code name} of the node that calls it; {@code typeCode} as in the specification. */
  record Reference(String name, int typeCode) implements Attribute {
  }

  /** Whole numbers; kept as an array because tree ensembles have very many. */
  record IntList(long... values) implements Attribute {
    @Override
    public long[] values() {
      return values.clone();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof IntList other && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return Arrays.toString(values);
    }
  }

  /** Single-precision numbers; kept as an array because tree ensembles have very many. */
  record FloatList(float... values) implements Attribute {
    @Override
    public float[] values() {
      return values.clone();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof FloatList other && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
      return Arrays.toString(values);
    }
  }
}
