/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.tensor;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/**
 * Copies what a run returned into tensors of our own. A sequence of tensors of one shape becomes a tensor with one more
 * axis; class scores as maps become rows of scores with the labels beside.
 */
public final class OutputReader {
  private OutputReader() {
  }

  /** A value as a tensor. @param labels of the last axis, where the value itself carried them; else empty */
  public record Read(Tensor tensor, List<String> labels) {
    static Read of(Tensor tensor) {
      return new Read(tensor, List.of());
    }
  }

  /**
   * Reads a value, which stays open.
   *
   * @param name of the value, for messages
   * @param labels the order that the model gives its classes; empty if it gives none
   * @throws LoupeException NOT_APPLICABLE if it is nothing that a tensor can hold
   */
  public static Read read(String name, OnnxValue value, List<String> labels) throws LoupeException, OrtException {
    return switch (value) {
      case OnnxTensor tensor -> labelled(tensor(name, tensor), labels);
      case OnnxMap map -> ScoreMaps.read(name, List.of(map), labels, true);
      case OnnxSequence sequence -> sequence(name, sequence, labels);
      default -> throw LoupeException.notApplicable("value '" + name + "' is a "
          + value.getType().name().replace("ONNX_TYPE_", "").toLowerCase(Locale.ROOT)
          + ", and only tensors can be shown");
    };
  }

  /** With the labels of its last axis, if there are as many. */
  private static Read labelled(Tensor tensor, List<String> labels) {
    int rank = tensor.shape().rank();
    return rank > 0 && tensor.shape().dim(rank - 1) == labels.size() ? new Read(tensor, labels) : Read.of(tensor);
  }

  private static Read sequence(String name, OnnxSequence sequence, List<String> labels)
      throws LoupeException, OrtException {
    List<? extends OnnxValue> items = sequence.getValue();
    try {
      if (!items.isEmpty() && items.stream().allMatch(OnnxMap.class::isInstance)) {
        return ScoreMaps.read(name, items.stream().map(OnnxMap.class::cast).toList(), labels, false);
      }
      List<Tensor> tensors = new ArrayList<>();
      for (OnnxValue item : items) {
        tensors.add(read(name, item, List.of()).tensor());
      }
      return Read.of(stack(name, tensors));
    } finally {
      OnnxValue.close(items);
    }
  }

  private static Tensor stack(String name, List<Tensor> tensors) throws LoupeException {
    if (tensors.isEmpty()) {
      throw LoupeException.notApplicable("value '" + name
          + "' is an empty sequence for this input: ask for other values");
    }
    Tensor first = tensors.get(0);
    if (!tensors.stream().allMatch(t -> t.type() == first.type() && t.shape().equals(first.shape()))) {
      throw LoupeException.notApplicable("value '" + name
          + "' is a sequence of tensors of different shapes, which is no tensor: ask for other values");
    }
    long[] dims = new long[first.shape().rank() + 1];
    dims[0] = tensors.size();
    System.arraycopy(first.shape().dims(), 0, dims, 1, dims.length - 1);
    Shape shape = Shape.of(dims);
    if (first.type() == ElementType.STRING) {
      return new TextTensor(shape, tensors.stream().flatMap(t -> ((TextTensor) t).values().stream()).toList());
    }
    ByteBuffer all = ArrayTensor.allocate(first.type(), shape);
    tensors.forEach(t -> all.put(((ArrayTensor) t).data()));
    return ArrayTensor.wrap(first.type(), shape, all.flip());
  }

  private static Tensor tensor(String name, OnnxTensor tensor) throws LoupeException, OrtException {
    Optional<ElementType> type = OrtTypes.elementType(tensor.getInfo().onnxType);
    if (type.isEmpty()) {
      throw LoupeException.notApplicable("value '" + name + "' has elements of type "
          + tensor.getInfo().onnxType.name().replace("ONNX_TENSOR_ELEMENT_DATA_TYPE_", "") + ", which cannot be shown");
    }
    Shape shape = Shape.of(tensor.getInfo().getShape());
    if (type.get() == ElementType.STRING) {
      List<String> texts = new ArrayList<>();
      flatten(tensor.getValue(), texts);
      return new TextTensor(shape, texts);
    }
    if (shape.size() > Integer.MAX_VALUE / type.get().bytes()) {
      throw LoupeException.notApplicable("value '" + name + "' is " + type.get() + " " + shape
          + ", more than 2 GiB: give the model fewer items at a time");
    }
    ByteBuffer copy = shape.size() == 0 ? ArrayTensor.allocate(type.get(), shape) : tensor.getByteBuffer();
    return ArrayTensor.wrap(type.get(), shape, copy);
  }

  private static void flatten(Object texts, List<String> into) {
    if (texts instanceof String text) {
      into.add(text);
    } else {
      for (int i = 0; i < Array.getLength(texts); i++) {
        flatten(Array.get(texts, i), into);
      }
    }
  }
}
