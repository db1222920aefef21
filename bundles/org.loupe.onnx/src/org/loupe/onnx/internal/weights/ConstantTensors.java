/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.graph.DataType;
import org.loupe.graph.Initializer;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.TensorStorage;
import org.loupe.graph.evaluate.EvaluationException;
import org.loupe.graph.evaluate.Evaluator;
import org.loupe.graph.onnx.ConstantReader;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Gives the numbers of constants. */
final class ConstantTensors {
  /** What is computed from constants is computed in double precision and in memory. */
  private static final long MOST_COMPUTED = 1 << 24;
  private static final Set<String> RESHAPING =
      Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze");

  private final OnnxModel model;
  private final ConstantValues values;
  private final long inMemory;

  /** @param inMemory how many bytes are read at once; what is larger stays in the file */
  ConstantTensors(OnnxModel model, ConstantValues values, long inMemory) {
    this.model = model;
    this.values = values;
    this.inMemory = inMemory;
  }

  /** @throws LoupeException NOT_APPLICABLE if it is too large to be computed, or of a type or form that is not read */
  Tensor read(Constant constant, Progress progress) throws LoupeException, IOException {
    progress.check();
    if (constant.stored().isPresent()) {
      return stored(constant.stored().get());
    }
    Node node = values.index().producer(constant.name()).orElseThrow();
    if (node.domain().isEmpty() && RESHAPING.contains(node.opType())) {
      Constant inner = values.find(node.input(0)).orElse(null);
      if (inner != null && inner.shape().size() == constant.shape().size()) {
        return read(inner, progress).reshape(constant.shape());
      }
    }
    return computed(constant, progress);
  }

  private Tensor stored(Initializer kept) throws IOException, LoupeException {
    if (kept.type().bits() > 0 && kept.type().bits() < Byte.SIZE && isWhole(kept.type())
        && kept.storage() instanceof TensorStorage.FileSlice packed) {
      return unpacked(kept, packed);
    }
    try {
      Tensor tensor = ConstantReader.tensor(kept);
      return tensor instanceof FileTensor slice && slice.byteSize() <= inMemory ? slice.load() : tensor;
    } catch (ModelFormatException e) {
      throw LoupeException.notApplicable(e.getMessage());
    }
  }

  private static boolean isWhole(DataType type) {
    return Set.of(DataType.INT4, DataType.UINT4, DataType.INT2, DataType.UINT2).contains(type);
  }

  /** Several whole numbers to a byte, the first one in the lowest bits. */
  private Tensor unpacked(Initializer kept, TensorStorage.FileSlice packed) throws LoupeException, IOException {
    if (kept.size() > inMemory) {
      throw tooLarge(kept.name(), kept.type(), kept.shape());
    }
    int bits = kept.type().bits();
    boolean signed = kept.type() == DataType.INT4 || kept.type() == DataType.INT2;
    ElementType type = signed ? ElementType.INT8 : ElementType.UINT8;
    ByteBuffer bytes = new FileTensor(ElementType.UINT8, Shape.of(kept.type().byteLength(kept.size())), packed.file(),
        packed.offset()).load().data();
    ByteBuffer out = ArrayTensor.allocate(type, kept.shape());
    int each = Byte.SIZE / bits;
    for (int i = 0; i < kept.size(); i++) {
      int field = (bytes.get(i / each) & 0xff) >> bits * (i % each) & (1 << bits) - 1;
      out.put(i, (byte) (signed ? field << Integer.SIZE - bits >> Integer.SIZE - bits : field));
    }
    return ArrayTensor.wrap(type, kept.shape(), out);
  }

  private Tensor computed(Constant constant, Progress progress) throws LoupeException, IOException {
    long elements = constant.behind().stream().mapToLong(Initializer::size).sum();
    if (Math.max(elements, constant.shape().size()) > MOST_COMPUTED) {
      throw tooLarge(constant.name(), constant.type(), constant.shape());
    }
    ElementType type = constant.type().elementType().orElseThrow(() -> LoupeException.notApplicable(
        "weights '" + constant.name() + "' have elements of type " + constant.type() + ", which cannot be shown"));
    try {
      Map<String, Tensor> made =
          Evaluator.of(model).run(dequantized(constant, progress), List.of(constant.name()));
      Tensor exact = made.get(constant.name());
      return ArrayTensor.convert(type, exact.shape(), exact.toDoubles());
    } catch (EvaluationException e) {
      throw LoupeException.notApplicable("weights '" + constant.name() + "' are computed by nodes of the file, and "
          + e.getMessage());
    }
  }

  /** What the nodes behind a constant make of quantised numbers. */
  private Map<String, Tensor> dequantized(Constant constant, Progress progress) throws LoupeException, IOException {
    Map<String, Tensor> made = new HashMap<>();
    for (Node node : values.nodesBehind(constant.name())) {
      if (node.is("DequantizeLinear")) {
        Optional<Tensor> zero = node.input(2).isEmpty() ? Optional.empty() : Optional.of(input(node, 2, progress));
        made.put(node.output(0), Dequantization.of(node, input(node, 0, progress), input(node, 1, progress), zero));
      }
    }
    return made;
  }

  private Tensor input(Node node, int i, Progress progress) throws LoupeException, IOException {
    Constant constant = values.find(node.input(i)).orElseThrow(() -> LoupeException.notApplicable(
        "input " + node.input(i) + " of " + node.label() + " is not known, so its weights cannot be read"));
    return read(constant, progress);
  }

  private static LoupeException tooLarge(String name, DataType type, Shape shape) {
    return LoupeException.notApplicable("weights '" + name + "' are " + type + " " + shape
        + " and have to be computed: more than can be held");
  }
}
