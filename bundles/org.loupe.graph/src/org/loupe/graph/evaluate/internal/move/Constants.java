/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.evaluate.internal.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.loupe.graph.Attribute;
import org.loupe.graph.DataType;
import org.loupe.graph.evaluate.internal.Call;
import org.loupe.graph.evaluate.internal.Dims;
import org.loupe.graph.evaluate.internal.Operator;
import org.loupe.graph.evaluate.internal.Value;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.math.tensor.ElementType;

/** Operators that make values, say something about a value's shape, or give it another type. */
public final class Constants {
  private static final long TRAINING_INPUT_SINCE = 12;

  private Constants() {
  }

  public static void addTo(Map<String, Operator> table) {
    table.put("Constant", Operator.single(Constants::constant));
    table.put("ConstantOfShape", Operator.single(Constants::constantOfShape));
    table.put("Range", Operator.single(Constants::range));
    table.put("EyeLike", Operator.single(Constants::eyeLike));
    table.put("Shape", Operator.single(Constants::shape));
    table.put("Size", Operator.single(call -> Value.list(call.input(0).size()).reshape()));
    table.put("Identity", Operator.single(call -> call.input(0)));
    table.put("Dropout", Constants::dropout);
    table.put("Cast", Operator.single(call -> cast(call.input(0), type(call.node().intValue("to", 0)))));
    table.put("CastLike", Operator.single(call -> cast(call.input(0), call.input(1).type())));
  }

  private static ElementType type(long code) {
    return DataType.ofCode(code).flatMap(DataType::elementType)
        .orElseThrow(() -> new IllegalArgumentException("elements of type " + code + " cannot be evaluated"));
  }

  private static Value constant(Call call) {
    for (Attribute a : call.node().attributes().values()) {
      switch (a) {
        case Attribute.TensorValue t -> {
          return read(t);
        }
        case Attribute.IntValue v -> {
          return Value.list(v.value()).reshape();
        }
        case Attribute.IntList v -> {
          return Value.list(v.values());
        }
        case Attribute.FloatValue v -> {
          return Value.reals(new int[0], i -> v.value());
        }
        case Attribute.FloatList v -> {
          return Value.reals(new int[] {v.values().length}, i -> v.values()[i]);
        }
        default -> {
          // Other attributes do not hold the value.
        }
      }
    }
    throw new IllegalArgumentException("there is no value that can be evaluated");
  }

  private static Value read(Attribute.TensorValue tensor) {
    try {
      return Value.of(ConstantReader.tensor(tensor.tensor()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value constantOfShape(Call call) {
    Value element = call.node().attributes().get("value") instanceof Attribute.TensorValue t ? read(t)
        : Value.zeros(ElementType.FLOAT32, 1);
    Value out = element.like(Dims.ints(call.input(0).longs()));
    element.scalar();
    for (int i = 0; i < out.size(); i++) {
      out.set(i, element, 0);
    }
    return out;
  }

  private static Value range(Call call) {
    Value start = call.input(0);
    Value step = call.input(2);
    double length = Math.ceil((call.input(1).scalar() - start.scalar()) / step.scalar());
    if (Double.isNaN(length) || length > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("the range has " + length + " elements");
    }
    Value out = start.like(Math.max(0, (int) length));
    for (int i = 0; i < out.size(); i++) {
      if (out.isReal()) {
        out.setReal(i, start.real(0) + i * step.real(0));
      } else {
        out.setWhole(i, start.whole(0) + i * step.whole(0));
      }
    }
    return out;
  }

  private static Value eyeLike(Call call) {
    Value like = call.input(0);
    if (like.rank() != 2) {
      throw new IllegalArgumentException("a matrix is wanted, not " + like);
    }
    long code = call.node().intValue("dtype", 0);
    long diagonal = call.node().intValue("k", 0);
    Value out = Value.zeros(code == 0 ? like.type() : type(code), like.dims());
    for (int i = 0; i < out.size(); i++) {
      int[] at = Dims.unravel(i, out.dims());
      out.setWhole(i, at[1] - at[0] == diagonal ? 1 : 0);
    }
    return out;
  }

  private static Value shape(Call call) {
    Value x = call.input(0);
    int from = clamp(call.node().intValue("start", 0), x.rank());
    int to = clamp(call.node().intValue("end", x.rank()), x.rank());
    long[] extents = new long[Math.max(0, to - from)];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = x.dim(from + i);
    }
    return Value.list(extents);
  }

  private static int clamp(long axis, int rank) {
    return Math.clamp(axis < 0 ? axis + rank : axis, 0, rank);
  }

  /** At inference it does nothing; its mask says that every element stays. */
  private static List<Value> dropout(Call call) {
    if (call.opset() >= TRAINING_INPUT_SINCE && call.has(2) && call.input(2).truth(0)) {
      throw new IllegalArgumentException("the training mode is not supported");
    }
    Value x = call.input(0);
    boolean truth = call.opset() >= 10;
    Value mask = Value.zeros(truth ? ElementType.BOOL : x.type(), x.dims());
    for (int i = 0; i < mask.size(); i++) {
      mask.setWhole(i, 1);
    }
    return List.of(x, mask);
  }

  private static Value cast(Value x, ElementType type) {
    Value out = Value.zeros(type, x.dims());
    for (int i = 0; i < out.size(); i++) {
      out.set(i, x, i);
    }
    return out;
  }
}
