/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;

/** What the specification of an operator calls its inputs (https://onnx.ai/onnx/operators). */
final class InputRoles {
  private static final Map<String, List<String>> NAMES = new HashMap<>();

  static {
    put("X W B", "Conv", "ConvTranspose");
    put("X W B Z", "com.microsoft.FusedConv");
    put("x w x_zero_point w_zero_point", "ConvInteger");
    put("x x_scale x_zero_point w w_scale w_zero_point y_scale y_zero_point B", "QLinearConv");
    put("X W offset B mask", "DeformConv");
    put("A B C", "Gemm", "com.microsoft.FusedGemm");
    put("A B", "MatMul", "com.microsoft.FusedMatMul", "Add", "Sub", "Mul", "Div", "com.microsoft.BiasGelu");
    put("A B a_zero_point b_zero_point", "MatMulInteger");
    put("a a_scale a_zero_point b b_scale b_zero_point y_scale y_zero_point", "QLinearMatMul");
    put("A B scales zero_points g_idx bias", "com.microsoft.MatMulNBits");
    put("X scale B input_mean input_var", "BatchNormalization");
    put("input scale B", "InstanceNormalization");
    put("X Scale B", "LayerNormalization");
    put("X scale bias", "GroupNormalization");
    put("X scale", "RMSNormalization", "com.microsoft.SimplifiedLayerNormalization");
    put("input skip gamma beta bias", "com.microsoft.SkipLayerNormalization");
    put("input_ids segment_ids word_embedding position_embedding segment_embedding gamma beta mask position_ids",
        "com.microsoft.EmbedLayerNormalization");
    put("input weights bias mask_index past", "com.microsoft.Attention");
    put("query key value bias", "com.microsoft.MultiHeadAttention");
    put("X bias", "com.microsoft.FastGelu");
    put("X slope", "PRelu");
    put("X W R B sequence_lens initial_h initial_c P", "LSTM");
    put("X W R B sequence_lens initial_h", "GRU", "RNN");
    put("data indices", "Gather", "GatherElements", "GatherND");
    put("x x_scale x_zero_point", "DequantizeLinear");
    put("x y_scale y_zero_point", "QuantizeLinear");
    put("X Y", "Pow");
    put("condition X Y", "Where");
    put("input min max", "Clip");
  }

  private InputRoles() {
  }

  private static void put(String names, String... operators) {
    for (String operator : operators) {
      NAMES.put(operator, List.of(names.split(" ")));
    }
  }

  /** The name of an input; its number, counted from one, where the specification gives all of them one name. */
  static String of(OnnxModel model, Node node, int input) {
    Optional<GraphFunction> function = model.functionOf(node);
    List<String> names = function.isPresent() ? function.get().inputs()
        : NAMES.getOrDefault(node.qualifiedType(), List.of());
    return input < names.size() ? names.get(input) : "input " + (input + 1);
  }
}
