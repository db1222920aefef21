/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.large;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.ModelExtension;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/**
 * Cuts a value into slices that follow one another in memory: ranges along one axis, for each index of the axes before
 * it.
 */
final class Slices {
  /** From this version on Slice takes its numbers as inputs. */
  private static final long INPUTS_SINCE = 10;

  /**
   * One slice.
   *
   * @param output name of the value that it becomes
   * @param starts first index of each axis that is cut
   * @param ends after the last index
   * @param offset of its first byte in the whole value
   */
  record Slice(String output, long[] starts, long[] ends, Shape shape, long offset) {
  }

  private final SizedValue value;
  private final long most;
  private final List<Slice> slices = new ArrayList<>();

  private Slices(SizedValue value, long most) {
    this.value = value;
    this.most = most;
  }

  /** Slices of at most so many bytes; {@code most} is at least one element. */
  static List<Slice> of(SizedValue value, long most) {
    Slices made = new Slices(value, most);
    made.cut(new long[0], 0);
    return made.slices;
  }

  /** Cuts what lies at an index of the outer axes. */
  private void cut(long[] index, long offset) {
    int axis = index.length;
    long extent = value.shape().dim(axis);
    long each = value.type().bytes();
    for (int i = axis + 1; i < value.shape().rank(); i++) {
      each *= value.shape().dim(i);
    }
    if (each > most) {
      for (long i = 0; i < extent; i++) {
        long[] deeper = Arrays.copyOf(index, axis + 1);
        deeper[axis] = i;
        cut(deeper, offset + i * each);
      }
      return;
    }
    long step = most / each;
    for (long from = 0; from < extent; from += step) {
      long to = Math.min(extent, from + step);
      long[] starts = Arrays.copyOf(index, axis + 1);
      long[] ends = Arrays.stream(starts).map(i -> i + 1).toArray();
      starts[axis] = from;
      ends[axis] = to;
      long[] dims = value.shape().dims();
      for (int i = 0; i <= axis; i++) {
        dims[i] = ends[i] - starts[i];
      }
      slices.add(new Slice("loupe.slice/" + slices.size() + "/" + value.name(), starts, ends, Shape.of(dims),
          offset + from * each));
    }
  }

  /** Adds the nodes that cut to a model, and makes what they give outputs. @param opset of the standard operators */
  static void add(ModelExtension model, String value, List<Slice> slices, long opset) {
    for (Slice slice : slices) {
      long[] axes = IntStream.range(0, slice.starts().length).asLongStream().toArray();
      NodeBuilder node = NodeBuilder.of("Slice").outputs(slice.output());
      if (opset < INPUTS_SINCE) {
        node.inputs(value).ints("starts", slice.starts()).ints("ends", slice.ends()).ints("axes", axes);
      } else {
        node.inputs(value, constant(model, slice, "starts", slice.starts()),
            constant(model, slice, "ends", slice.ends()), constant(model, slice, "axes", axes));
      }
      model.node(node);
      model.outputs(slice.output());
    }
  }

  private static String constant(ModelExtension model, Slice slice, String what, long... numbers) {
    String name = slice.output() + "/" + what;
    model.node(NodeBuilder.of("Constant").outputs(name).tensor("value",
        ArrayTensor.of(Shape.of(numbers.length), numbers)));
    return name;
  }
}
