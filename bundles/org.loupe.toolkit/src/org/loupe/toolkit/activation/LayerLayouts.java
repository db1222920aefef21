/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureLayout.Kind;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.cam.ChannelAxes;
import org.loupe.toolkit.input.GridLayout;

/** What the axes of the layers' values are, from the graph and from extents. */
public final class LayerLayouts {
  private static final FeatureLayout VECTOR = new FeatureLayout(Kind.VECTOR, 1, -1, -1);
  private static final FeatureLayout TOKENS = new FeatureLayout(Kind.TOKENS, 2, 1, -1);
  private static final FeatureLayout ATTENTION = new FeatureLayout(Kind.ATTENTION, 1, 2, 3);
  private static final FeatureLayout OTHER = new FeatureLayout(Kind.OTHER, -1, -1, -1);
  /** Operators between the product of queries and keys and the Softmax over it. */
  private static final Set<String> SCORING =
      Set.of("Add", "Sub", "Mul", "Div", "Where", "Clip", "Cast", "Max", "Min", "Identity");
  private static final Set<String> PASSING = Set.of("Dropout", "Cast", "Identity");

  private final ChannelAxes axes;
  private final Set<String> attention = new HashSet<>();

  public LayerLayouts(ModelDescription model) {
    axes = new ChannelAxes(model);
    Map<String, LayerInfo> byId = new HashMap<>();
    model.layers().forEach(l -> byId.put(l.id(), l));
    for (LayerInfo layer : model.layers()) {
      if (layer.operator().equals("Softmax")) {
        markScores(layer, byId);
      } else if (PASSING.contains(layer.operator()) && layer.inputs().stream().anyMatch(attention::contains)) {
        attention.add(layer.id());
      }
    }
  }

  /** A Softmax over a product of matrices is attention, and so is all between the two. */
  private void markScores(LayerInfo softmax, Map<String, LayerInfo> byId) {
    Set<String> between = new HashSet<>();
    Deque<LayerInfo> open = new ArrayDeque<>();
    open.add(softmax);
    boolean product = false;
    while (!open.isEmpty()) {
      LayerInfo layer = open.remove();
      if (!between.add(layer.id())) {
        continue;
      }
      if (layer.operator().equals("MatMul")) {
        product = true;
        continue;
      }
      for (String input : layer.inputs()) {
        LayerInfo before = byId.get(input);
        if (before != null && (SCORING.contains(before.operator()) || before.operator().equals("MatMul"))) {
          open.add(before);
        }
      }
    }
    if (product) {
      attention.addAll(between);
    }
  }

  /** How many inputs a tensor holds, where it has so many axes that the first can be nothing else. */
  public static long batch(Tensor input) {
    return input.shape().rank() < 3 ? 1 : input.shape().dim(0);
  }

  /**
   * A layer's value for one input, with a batch axis in front.
   *
   * @param value as the model gave it
   * @param batch how many inputs it was fed; of several, the first is taken
   */
  public LayerValue of(LayerInfo layer, Tensor value, long batch) {
    Shape shape = value.shape();
    boolean batched = shape.rank() > 0 && (shape.dim(0) == 1 || batch > 1 && shape.dim(0) == batch);
    Tensor item = batched && shape.dim(0) > 1 ? value.item(0) : value;
    if (!batched || item != value) {
      long[] dims = item.shape().dims();
      long[] wider = new long[dims.length + 1];
      wider[0] = 1;
      System.arraycopy(dims, 0, wider, 1, dims.length);
      item = item.reshape(Shape.of(wider));
    }
    return of(layer, item, batched);
  }

  private LayerValue of(LayerInfo layer, Tensor item, boolean batched) {
    Shape shape = item.shape();
    return switch (shape.rank()) {
      case 1 -> new LayerValue(layer, item.reshape(Shape.of(1, shape.dim(0))), VECTOR, true);
      case 2 -> new LayerValue(layer, item, VECTOR, true);
      case 3 -> row(layer, item);
      case 4 -> grid(layer, item, batched);
      default -> other(layer, item);
    };
  }

  /** [N, T, C], or what a convolution along one axis makes: [N, C, T]. */
  private LayerValue row(LayerInfo layer, Tensor item) {
    Shape shape = item.shape();
    if (attention.contains(layer.id()) && shape.dim(1) == shape.dim(2)) {
      return new LayerValue(layer, item.reshape(Shape.of(1, 1, shape.dim(1), shape.dim(2))), ATTENTION, true);
    }
    OptionalInt axis = axes.of(layer, 3);
    return axis.isPresent() ? new LayerValue(layer, item, new FeatureLayout(Kind.TOKENS, 1, 2, -1), true)
        : new LayerValue(layer, item, TOKENS, false);
  }

  private LayerValue grid(LayerInfo layer, Tensor item, boolean batched) {
    OptionalInt axis = axes.of(layer, 4);
    if (axis.isEmpty() && attention.contains(layer.id())) {
      return new LayerValue(layer, item, ATTENTION, true);
    }
    if (axis.isEmpty() && !batched) {
      // several of something, of which nobody knows what
      return other(layer, item);
    }
    SpatialAxes spatial = axis.isPresent() ? axis.getAsInt() == 1 ? SpatialAxes.NCHW : SpatialAxes.NHWC
        : GridLayout.guess(item.shape().dims()).map(GridLayout::axes).orElse(SpatialAxes.NCHW);
    return new LayerValue(layer, item,
        new FeatureLayout(Kind.MAPS, spatial.channel(), spatial.height(), spatial.width()), axis.isPresent());
  }

  private LayerValue other(LayerInfo layer, Tensor item) {
    OptionalInt axis = axes.of(layer, item.shape().rank());
    return new LayerValue(layer, item, axis.isEmpty() ? OTHER : new FeatureLayout(Kind.OTHER, axis.getAsInt(), -1, -1),
        axis.isPresent());
  }
}
