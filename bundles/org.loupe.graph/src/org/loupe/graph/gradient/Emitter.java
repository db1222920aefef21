/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * Appends nodes to a graph: standard operators in the version that the model imports, under names that nobody else
 * uses. Equal nodes are emitted once. Values are given by name; methods return the name of the value that they make.
 * {@link #shapes()} has what moves, reduces and reshapes.
 */
public final class Emitter {
  private static final int REMEMBERED_CONSTANT = 256;

  /** A value that is another one times a factor for each channel. */
  public record ChannelScale(String value, String factors) {
  }

  private record ConstantKey(DataType type, Shape shape, List<Double> elements) {
  }

  private final GraphFacts graph;
  private final String prefix;
  private final ShapeEmitter shapes = new ShapeEmitter(this);
  private final List<Node> nodes = new ArrayList<>();
  private final List<Initializer> constants = new ArrayList<>();
  private final Map<String, DataType> types = new HashMap<>();
  private final Map<Node, List<String>> emitted = new HashMap<>();
  private final Map<ConstantKey, String> known = new HashMap<>();
  private final Parts parts = new Parts();
  private final Map<String, ChannelScale> channelScales = new HashMap<>();
  private int values;

  Emitter(GraphFacts graph, String prefix) {
    this.graph = graph;
    this.prefix = prefix;
  }

  /** Version of the standard operators. */
  public long opset() {
    return graph.opset();
  }

  /** Reshaping, reducing, moving. */
  public ShapeEmitter shapes() {
    return shapes;
  }

  Parts parts() {
    return parts;
  }

  GraphFacts graph() {
    return graph;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Initializer> constants() {
    return constants;
  }

  /** The element type of any value of the graph, emitted or not. */
  public DataType type(String value) {
    DataType type = types.get(value);
    return type == null ? graph.type(value) : type;
  }

  /** Makes a value known that no node gives. */
  void declare(String value, DataType type) {
    types.put(value, type);
  }

  /** Emits a node whose output has a name of its own. */
  String node(NodeBuilder builder, DataType type, String name) {
    types.put(name, type);
    nodes.add(builder.name(name).outputs(name).build(nodes.size()));
    return name;
  }

  /** Emits a node with one output that has the type of the first input. */
  public String node(NodeBuilder node) {
    return nodes(node, (DataType) null).get(0);
  }

  /** Emits a node with one output of a type. */
  public String node(NodeBuilder node, DataType type) {
    return nodes(node, type).get(0);
  }

  /**
   * Emits a node with an output for each type; a null stands for the type of the first input.
   *
   * @throws RuleException if the model's operator set does not have the operator
   */
  public List<String> nodes(NodeBuilder builder, DataType... outputs) {
    Node plain = builder.name("").outputs().build(0);
    long since = plain.domain().isEmpty() ? OperatorVersions.since(plain.opType()) : 0;
    if (since > opset()) {
      throw new RuleException("the gradient takes " + plain.opType() + ", which came with operator set " + since
          + ", but the model uses " + opset());
    }
    List<String> there = emitted.get(plain);
    if (there != null && there.size() >= outputs.length) {
      return there;
    }
    String[] names = new String[outputs.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = prefix + plain.opType() + "_" + values++;
      types.put(names[i], outputs[i] == null ? type(plain.input(0)) : outputs[i]);
    }
    nodes.add(builder.name(names[0]).outputs(names).build(nodes.size()));
    emitted.put(plain, List.of(names));
    return List.of(names);
  }

  /** Emits an operator without attributes. */
  public String op(String operator, String... inputs) {
    return node(NodeBuilder.of(operator).inputs(inputs));
  }

  /** A constant tensor; small ones of equal elements are made once. */
  public String constant(Tensor tensor) {
    DataType type = DataType.of(tensor.type());
    if (tensor.size() > REMEMBERED_CONSTANT) {
      return constant(type, tensor);
    }
    List<Double> elements = Arrays.stream(tensor.toDoubles()).boxed().toList();
    return known.computeIfAbsent(new ConstantKey(type, tensor.shape(), elements), k -> constant(type, tensor));
  }

  private String constant(DataType type, Tensor tensor) {
    String name = prefix + "constant_" + values++;
    types.put(name, type);
    constants.add(Initializer.of(name, tensor));
    return name;
  }

  /** A list of whole numbers as a constant. */
  public String wholes(long... numbers) {
    return constant(ArrayTensor.of(Shape.of(numbers.length), numbers));
  }

  /** A single whole number (no axes) as a constant. */
  public String whole(long number) {
    return constant(ArrayTensor.of(Shape.of(), number));
  }

  /** A single number (no axes) of the type of a value. */
  public String number(String like, double number) {
    return numbers(like, Shape.of(), number);
  }

  /** A constant of the type of a value. */
  public String numbers(String like, Shape shape, double... numbers) {
    ElementType type = type(like).elementType()
        .orElseThrow(() -> new RuleException("'" + like + "' has elements that Java cannot hold: " + type(like)));
    return constant(ArrayTensor.convert(type, shape, numbers));
  }

  public String add(String a, String b) {
    return op("Add", a, b);
  }

  public String add(String a, double b) {
    return b == 0 ? a : add(a, number(a, b));
  }

  public String sub(String a, String b) {
    return op("Sub", a, b);
  }

  /** {@code a - b} for a number {@code a}. */
  public String sub(double a, String b) {
    return sub(number(b, a), b);
  }

  public String mul(String a, String b) {
    return op("Mul", a, b);
  }

  public String mul(String a, double b) {
    return b == 1 ? a : b == -1 ? neg(a) : mul(a, number(a, b));
  }

  public String div(String a, String b) {
    return op("Div", a, b);
  }

  public String neg(String a) {
    return op("Neg", a);
  }

  public String square(String a) {
    return mul(a, a);
  }

  /** -1, 0 or 1. */
  public String sign(String a) {
    return opset() >= OperatorVersions.since("Sign") ? op("Sign", a)
        : sub(mask(greater(a, 0), a), mask(less(a, 0), a));
  }

  /** The remainder of whole numbers that are not negative. */
  public String remainder(String a, long divisor) {
    String b = whole(divisor);
    return opset() >= OperatorVersions.since("Mod") ? op("Mod", a, b) : sub(a, mul(div(a, b), b));
  }

  /** The sum of values of one shape. */
  public String sum(List<String> values) {
    List<String> wide = values.stream().filter(v -> parts.narrow(v).isEmpty()).toList();
    if (wide.isEmpty() || wide.size() == values.size()) {
      return sumOfWhole(values);
    }
    String sum = sumOfWhole(wide);
    for (String value : values) {
      sum = parts.narrow(value).isPresent() ? add(sum, parts.narrow(value).get()) : sum;
    }
    return sum;
  }

  private String sumOfWhole(List<String> values) {
    if (values.size() == 1) {
      return values.get(0);
    }
    Optional<List<Parts.Part>> filling = parts.filling(values);
    if (filling.isPresent()) {
      return shapes.concat(filling.get().get(0).axis(), filling.get().stream().map(Parts.Part::value).toList());
    }
    return values.size() == 2 ? add(values.get(0), values.get(1)) : op("Sum", values.toArray(new String[0]));
  }

  public String cast(String value, DataType type) {
    return type(value) == type ? value : node(NodeBuilder.of("Cast").inputs(value).intValue("to", type.code()), type);
  }

  /** Emits a comparison or another operator that gives truth values. */
  public String truth(String operator, String... inputs) {
    return node(NodeBuilder.of(operator).inputs(inputs), DataType.BOOL);
  }

  public String greater(String a, String b) {
    return truth("Greater", a, b);
  }

  public String greater(String a, double b) {
    return greater(a, number(a, b));
  }

  public String less(String a, String b) {
    return truth("Less", a, b);
  }

  public String less(String a, double b) {
    return less(a, number(a, b));
  }

  /** Whether numbers are equal; older operator sets compare only whole numbers so. */
  public String equal(String a, String b) {
    return opset() >= 11 || !type(a).isFloating() ? truth("Equal", a, b)
        : truth("Not", truth("Or", less(a, b), greater(a, b)));
  }

  /** One where a condition holds and zero elsewhere, in the type of a value. */
  public String mask(String condition, String like) {
    return cast(condition, type(like));
  }

  /** A value where a condition holds, zero elsewhere; a product, which runtimes do faster than a selection. */
  public String gate(String value, String condition) {
    return mul(value, mask(condition, value));
  }

  /**
   * One where numbers that are never negative are positive, zero elsewhere. In single precision by one pass: a
   * HardSigmoid as steep as can be.
   */
  public String positive(String notNegative) {
    if (type(notNegative) != DataType.FLOAT) {
      return mask(greater(notNegative, 0), notNegative);
    }
    return node(NodeBuilder.of("HardSigmoid").inputs(notNegative).floatValue("alpha", Float.MAX_VALUE)
        .floatValue("beta", 0));
  }

  /** The elements of {@code a} where a condition holds, of {@code b} elsewhere. */
  public String where(String condition, String a, String b) {
    if (opset() < OperatorVersions.since("Where")) {
      return add(gate(a, condition), gate(b, truth("Not", condition)));
    }
    return node(NodeBuilder.of("Where").inputs(condition, a, b), type(a));
  }

  /**
   * A value [N, C, ...] times a factor for each channel (of shape [C]). A convolution that takes the result can put
   * the factors into its weights instead: {@link #channelScale}.
   */
  public String scaleChannels(String value, String factors, int rank) {
    String scaled = mul(value, shapes.channels(factors, rank));
    channelScales.put(scaled, new ChannelScale(value, factors));
    return scaled;
  }

  /** How a value came from {@link #scaleChannels}, empty if it did not. */
  public Optional<ChannelScale> channelScale(String value) {
    return Optional.ofNullable(channelScales.get(value));
  }
}
