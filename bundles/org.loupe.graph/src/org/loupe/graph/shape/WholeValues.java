/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.onnx.ConstantReader;

/**
 * Values of small whole-number vectors and scalars that shapes are computed from: constants, and what exporters
 * compute from Shape. Values are filled in node by node, in topological order.
 */
final class WholeValues {
  private static final long MAX_ELEMENTS = 1024;

  private final GraphIndex index;
  private final Map<String, List<Whole>> known = new HashMap<>();

  WholeValues(GraphIndex index) {
    this.index = index;
  }

  /** The elements of a value, null if they are not known. */
  List<Whole> get(String value) {
    return known.get(value);
  }

  /** Reads the inputs of a node that are constants. */
  void readConstants(Node node) throws IOException {
    for (String input : node.inputs()) {
      Optional<Initializer> constant = known.containsKey(input) ? Optional.empty() : index.constant(input);
      if (constant.isPresent() && isSmallWhole(constant.get())) {
        double[] elements = ConstantReader.tensor(constant.get()).toDoubles();
        known.put(input, Arrays.stream(elements).mapToObj(v -> (Whole) new Whole.Number((long) v)).toList());
      }
    }
  }

  private static boolean isSmallWhole(Initializer c) {
    boolean whole = c.type() == DataType.INT64 || c.type() == DataType.INT32;
    return whole && c.shape().rank() <= 1 && c.size() <= MAX_ELEMENTS;
  }

  /** Works out the value of a node's output if it is one that shapes are computed from. */
  void evaluate(NodeContext c) {
    Node node = c.node();
    if (!node.domain().isEmpty()) {
      return;
    }
    List<Whole> value = switch (node.opType()) {
      case "Shape" -> shape(c);
      case "Gather" -> gather(c);
      case "Concat" -> concat(c);
      case "Slice" -> slice(c);
      case "Identity", "Squeeze", "Unsqueeze" -> c.wholes(0);
      case "Cast" -> node.intValue("to", 0) == DataType.INT64.code() ? c.wholes(0) : null;
      default -> null;
    };
    if (value != null && value.size() <= MAX_ELEMENTS && c.outputRank() <= 1) {
      known.put(node.output(0), value);
    }
  }

  private static List<Whole> shape(NodeContext c) {
    List<Dim> in = c.shape(0);
    int start = bound(c.node().intValue("start", 0), in.size());
    int end = bound(c.node().intValue("end", in.size()), in.size());
    return in.subList(start, Math.max(start, end)).stream().map(Whole::of).toList();
  }

  private static int bound(long position, int rank) {
    return Math.clamp(position < 0 ? position + rank : position, 0, rank);
  }

  private static List<Whole> gather(NodeContext c) {
    List<Whole> data = c.wholes(0);
    if (c.shape(0).size() != 1) {
      return null;
    }
    List<Whole> out = new ArrayList<>();
    for (long i : c.numbers(1)) {
      out.add(data.get(Dims.axis(i, data.size())));
    }
    return out;
  }

  private static List<Whole> concat(NodeContext c) {
    List<Whole> out = new ArrayList<>();
    for (int i = 0; i < c.inputs(); i++) {
      out.addAll(c.wholes(i));
    }
    return out;
  }

  private static List<Whole> slice(NodeContext c) {
    List<Whole> data = c.wholes(0);
    if (c.inputs() < 3) {
      return null;
    }
    long end = c.numbers(2)[0];
    long step = c.hasInput(4) ? c.numbers(4)[0] : 1;
    if (!SliceRange.isCertain(end, step)) {
      return null;
    }
    SliceRange range = SliceRange.of(c.numbers(1)[0], end, step, data.size());
    List<Whole> out = new ArrayList<>();
    for (long i = 0; i < range.count(); i++) {
      out.add(data.get((int) (range.start() + i * range.step())));
    }
    return out;
  }
}
