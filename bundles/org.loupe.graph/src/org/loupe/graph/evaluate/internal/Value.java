/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A dense array in row-major order: floating-point numbers as doubles; whole numbers and truth values as longs, which
 * wrap around as their type does. Written only by the operator that makes it.
 */
public final class Value {
  private final ElementType type;
  private final int[] dims;
  private final double[] reals;
  private final long[] wholes;

  private Value(ElementType type, int[] dims, double[] reals, long[] wholes) {
    this.type = type;
    this.dims = dims.clone();
    this.reals = reals;
    this.wholes = wholes;
  }

  /** Zeros of a type; all floating-point types become double precision. */
  public static Value zeros(ElementType type, int... dims) {
    if (type == ElementType.STRING) {
      throw new IllegalArgumentException("text cannot be evaluated");
    }
    int size = Dims.size(dims);
    return type.isFloating() ? new Value(ElementType.FLOAT64, dims, new double[size], null)
        : new Value(type, dims, null, new long[size]);
  }

  /** Floating-point numbers, one for each position. */
  public static Value reals(int[] dims, IntToDoubleFunction element) {
    Value out = zeros(ElementType.FLOAT64, dims);
    Arrays.setAll(out.reals, element);
    return out;
  }

  /** A list of whole numbers. */
  public static Value list(long... numbers) {
    return new Value(ElementType.INT64, new int[] {numbers.length}, null, numbers.clone());
  }

  /** A copy of a tensor. */
  public static Value of(Tensor tensor) {
    if (tensor.shape().size() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a value of shape " + tensor.shape() + " is too large to be evaluated");
    }
    Value out = zeros(tensor.type(), Dims.ints(tensor.shape().dims()));
    Tensor memory = tensor instanceof FileTensor f ? f.load() : tensor;
    for (int i = 0; i < out.size(); i++) {
      if (out.isReal()) {
        out.reals[i] = memory.get(i);
      } else {
        out.wholes[i] = memory.type().bytes() == Long.BYTES && memory instanceof ArrayTensor a
            ? a.data().getLong(i * Long.BYTES) : (long) memory.get(i);
      }
    }
    return out;
  }

  public Tensor toTensor() {
    Shape shape = Shape.of(Arrays.stream(dims).asLongStream().toArray());
    if (isReal()) {
      return ArrayTensor.of(shape, reals);
    }
    if (type.bytes() < Long.BYTES) {
      return ArrayTensor.convert(type, shape, Arrays.stream(wholes).asDoubleStream().toArray());
    }
    ByteBuffer data = ArrayTensor.allocate(type, shape);
    data.asLongBuffer().put(wholes);
    return ArrayTensor.wrap(type, shape, data);
  }

  public ElementType type() {
    return type;
  }

  /** Whether elements are floating-point numbers. */
  public boolean isReal() {
    return reals != null;
  }

  public int[] dims() {
    return dims.clone();
  }

  public int dim(int axis) {
    return dims[axis];
  }

  public int rank() {
    return dims.length;
  }

  public int size() {
    return isReal() ? reals.length : wholes.length;
  }

  /** An element as a floating-point number. */
  public double real(int i) {
    return isReal() ? reals[i] : wholes[i];
  }

  /** An element as a whole number, the fraction cut off. */
  public long whole(int i) {
    return isReal() ? (long) reals[i] : wholes[i];
  }

  public boolean truth(int i) {
    return isReal() ? reals[i] != 0 : wholes[i] != 0;
  }

  /** The only element. */
  public double scalar() {
    if (size() != 1) {
      throw new IllegalArgumentException("a single number is wanted, but the shape is " + Arrays.toString(dims));
    }
    return real(0);
  }

  /** The only element as a whole number. */
  public long wholeScalar() {
    scalar();
    return whole(0);
  }

  /** All elements as whole numbers. */
  public long[] longs() {
    long[] out = new long[size()];
    Arrays.setAll(out, this::whole);
    return out;
  }

  /** Sets an element; whole numbers lose the fraction. */
  public void setReal(int i, double v) {
    if (isReal()) {
      reals[i] = v;
    } else {
      setWhole(i, type == ElementType.BOOL && v != 0 ? 1 : (long) v);
    }
  }

  /** Sets an element; types of fewer bits keep the lowest. */
  public void setWhole(int i, long v) {
    if (isReal()) {
      reals[i] = v;
    } else {
      wholes[i] = switch (type) {
        case BOOL -> v != 0 ? 1 : 0;
        case INT8 -> (byte) v;
        case UINT8 -> v & 0xff;
        case INT16 -> (short) v;
        case UINT16 -> v & 0xffff;
        case INT32 -> (int) v;
        case UINT32 -> v & 0xffffffffL;
        default -> v;
      };
    }
  }

  /** Sets an element to that of another value. */
  public void set(int i, Value from, int at) {
    if (from.isReal()) {
      setReal(i, from.reals[at]);
    } else {
      setWhole(i, from.wholes[at]);
    }
  }

  /** Zeros of the same type. */
  public Value like(int... otherDims) {
    return zeros(type, otherDims);
  }

  /** The same elements in another shape of as many. */
  public Value reshape(int... otherDims) {
    if (Dims.size(otherDims) != size()) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(dims) + " cannot become " + Arrays.toString(otherDims));
    }
    return new Value(type, otherDims, reals, wholes);
  }

  /** A function of each element, as floating-point numbers. */
  public Value map(DoubleUnaryOperator f) {
    return reals(dims, i -> f.applyAsDouble(real(i)));
  }

  @Override
  public String toString() {
    return type + " " + Arrays.toString(dims);
  }
}
