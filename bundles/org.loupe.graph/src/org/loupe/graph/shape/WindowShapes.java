/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.ArrayList;
import java.util.List;
import org.loupe.graph.Dim;
import org.loupe.graph.Node;

/** Convolutions and pooling: operators that slide a window over the spatial axes of [N, C, spatial...]. */
final class WindowShapes {
  private WindowShapes() {
  }

  static List<Dim> convolution(NodeContext c) {
    List<Dim> weight = c.shape(1);
    List<Dim> out = new ArrayList<>(List.of(c.shape(0).get(0), weight.get(0)));
    return windows(c, weight.subList(2, weight.size()), out);
  }

  static List<Dim> pooling(NodeContext c) {
    List<Dim> in = c.shape(0);
    long[] kernel = c.node().ints("kernel_shape").orElseThrow(UnknownShapeException::new);
    List<Dim> window = new ArrayList<>();
    for (long k : kernel) {
      window.add(Dim.of(k));
    }
    return windows(c, window, new ArrayList<>(in.subList(0, 2)));
  }

  static List<Dim> globalPooling(NodeContext c) {
    List<Dim> in = c.shape(0);
    List<Dim> out = new ArrayList<>(in.subList(0, 2));
    while (out.size() < in.size()) {
      out.add(Dim.of(1));
    }
    return out;
  }

  private static List<Dim> windows(NodeContext c, List<Dim> window, List<Dim> out) {
    List<Dim> in = c.shape(0);
    int spatial = in.size() - 2;
    if (window.size() != spatial) {
      throw new UnknownShapeException();
    }
    Node node = c.node();
    String autoPad = node.string("auto_pad", "NOTSET");
    long[] pads = autoPad.equals("NOTSET") ? c.ints("pads", 2 * spatial, 0) : new long[2 * spatial];
    long[] strides = c.ints("strides", spatial, 1);
    long[] dilations = c.ints("dilations", spatial, 1);
    boolean ceil = node.intValue("ceil_mode", 0) != 0;
    for (int i = 0; i < spatial; i++) {
      Dim d = in.get(2 + i);
      if (autoPad.startsWith("SAME")) {
        out.add(strides[i] == 1 ? d : d instanceof Dim.Fixed f ? Dims.of(Math.ceilDiv(f.size(), strides[i]))
            : Dim.UNKNOWN);
      } else {
        out.add(window.get(i) instanceof Dim.Fixed k
            ? extent(d, (k.size() - 1) * dilations[i] + 1, pads[i] + pads[i + spatial], strides[i], ceil)
            : Dim.UNKNOWN);
      }
    }
    return out;
  }

  private static Dim extent(Dim in, long window, long pads, long stride, boolean ceil) {
    if (stride == 1 && pads == window - 1) {
      return in;
    }
    if (!(in instanceof Dim.Fixed f)) {
      return Dim.UNKNOWN;
    }
    long room = f.size() + pads - window;
    // Runtimes differ about a last window that begins in the padding, so only what is even is certain.
    return room < 0 || ceil && room % stride != 0 ? Dim.UNKNOWN : Dim.of(room / stride + 1);
  }

  static List<Dim> transposedConvolution(NodeContext c) {
    List<Dim> in = c.shape(0);
    List<Dim> weight = c.shape(1);
    int spatial = in.size() - 2;
    Node node = c.node();
    List<Dim> out = new ArrayList<>();
    out.add(in.get(0));
    long group = node.intValue("group", 1);
    out.add(weight.get(1) instanceof Dim.Fixed m ? Dims.of(m.size() * group) : Dim.UNKNOWN);
    if (!node.string("auto_pad", "NOTSET").equals("NOTSET") && !node.has("output_shape")) {
      throw new UnknownShapeException();
    }
    long[] pads = c.ints("pads", 2 * spatial, 0);
    long[] strides = c.ints("strides", spatial, 1);
    long[] dilations = c.ints("dilations", spatial, 1);
    long[] extra = c.ints("output_padding", spatial, 0);
    long[] given = c.ints("output_shape", spatial, -1);
    for (int i = 0; i < spatial; i++) {
      if (given[i] >= 0) {
        out.add(Dim.of(given[i]));
      } else if (in.get(2 + i) instanceof Dim.Fixed f && weight.get(2 + i) instanceof Dim.Fixed k) {
        out.add(Dims.of((f.size() - 1) * strides[i] + extra[i] + (k.size() - 1) * dilations[i] + 1 - pads[i]
            - pads[i + spatial]));
      } else {
        out.add(Dim.UNKNOWN);
      }
    }
    return out;
  }
}
