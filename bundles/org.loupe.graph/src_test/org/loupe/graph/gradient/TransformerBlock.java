/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.random.RandomGenerator;
import org.loupe.graph.DataType;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/**
 * A transformer block on [N, 5, 6] with two heads, as exporters write it out: LayerNormalization from means, GELU from
 * Erf, heads by Reshape and Transpose with a batch size that is computed.
 */
final class TransformerBlock {
  private static final long AXES_ARE_INPUTS = 18;

  private final long opset;
  private final RandomGenerator random;
  private final GraphBuilder graph = new GraphBuilder("block").input("x", DataType.DOUBLE, "N, 5, 6");

  TransformerBlock(long opset, RandomGenerator random) {
    this.opset = opset;
    this.random = random;
  }

  private void weight(String name, long... dims) {
    Shape shape = Shape.of(dims);
    graph.initializer(name, ArrayTensor.of(shape, random.doubles(shape.size(), -0.7, 0.7).toArray()));
  }

  private void number(String name, double value) {
    graph.initializer(name, ArrayTensor.of(Shape.of(), value));
  }

  private void op(String operator, String output, String... inputs) {
    graph.node(NodeBuilder.of(operator).inputs(inputs).outputs(output));
  }

  private void mean(String input, String output) {
    NodeBuilder node = NodeBuilder.of("ReduceMean").outputs(output);
    graph.node(opset >= AXES_ARE_INPUTS ? node.inputs(input, "last") : node.inputs(input).ints("axes", -1));
  }

  private void layerNorm(String input, String output) {
    mean(input, output + ".mean");
    op("Sub", output + ".centred", input, output + ".mean");
    op("Pow", output + ".squares", output + ".centred", "two");
    mean(output + ".squares", output + ".variance");
    op("Add", output + ".stable", output + ".variance", "epsilon");
    op("Sqrt", output + ".deviation", output + ".stable");
    op("Div", output + ".normal", output + ".centred", output + ".deviation");
    op("Mul", output + ".scaled", output + ".normal", "gamma");
    op("Add", output, output + ".scaled", "beta");
  }

  /** [N, 5, 6] times weights, to [N, 2, 5, 3]. */
  private void heads(String input, String weights, String output) {
    op("MatMul", output + ".flat", input, weights);
    op("Reshape", output + ".split", output + ".flat", "head_shape");
    graph.node(NodeBuilder.of("Transpose").inputs(output + ".split").outputs(output).ints("perm", 0, 2, 1, 3));
  }

  private void gelu(String input, String output) {
    op("Div", output + ".argument", input, "root_two");
    op("Erf", output + ".erf", output + ".argument");
    op("Add", output + ".sum", output + ".erf", "one");
    op("Mul", output + ".product", input, output + ".sum");
    op("Mul", output, output + ".product", "half");
  }

  OnnxModel model() {
    number("one", 1);
    number("two", 2);
    number("half", 0.5);
    number("epsilon", 1e-5);
    number("root_two", Math.sqrt(2));
    number("scale", Math.sqrt(3));
    graph.initializer("last", ArrayTensor.of(Shape.of(1), -1L));
    graph.initializer("tail", ArrayTensor.of(Shape.of(3), 5L, 2L, 3L));
    graph.initializer("zero", ArrayTensor.of(Shape.of(1), 0L));
    weight("gamma", 6);
    weight("beta", 6);
    for (String name : new String[] {"w_q", "w_k", "w_v", "w_o"}) {
      weight(name, 6, 6);
    }
    weight("w_in", 6, 8);
    weight("w_out", 8, 6);
    op("Shape", "shape", "x");
    op("Gather", "batch", "shape", "zero");
    graph.node(NodeBuilder.of("Concat").inputs("batch", "tail").outputs("head_shape").intValue("axis", 0));
    layerNorm("x", "norm1");
    heads("norm1", "w_q", "q");
    heads("norm1", "w_k", "k");
    heads("norm1", "w_v", "v");
    graph.node(NodeBuilder.of("Transpose").inputs("k").outputs("k_t").ints("perm", 0, 1, 3, 2));
    op("MatMul", "products", "q", "k_t");
    op("Div", "scores", "products", "scale");
    graph.node(NodeBuilder.of("Softmax").inputs("scores").outputs("attention").intValue("axis", opset < 13 ? 3 : -1));
    op("MatMul", "mixed", "attention", "v");
    graph.node(NodeBuilder.of("Transpose").inputs("mixed").outputs("rows").ints("perm", 0, 2, 1, 3));
    graph.initializer("joined_shape", ArrayTensor.of(Shape.of(3), 0L, 0L, 6L));
    op("Reshape", "joined", "rows", "joined_shape");
    op("MatMul", "projected", "joined", "w_o");
    op("Add", "residual", "x", "projected");
    layerNorm("residual", "norm2");
    op("MatMul", "hidden", "norm2", "w_in");
    gelu("hidden", "active");
    op("MatMul", "out", "active", "w_out");
    op("Add", "y", "residual", "out");
    return new ModelBuilder(graph.output("y", DataType.DOUBLE, "N, 5, 6").build(), opset).build();
  }
}
