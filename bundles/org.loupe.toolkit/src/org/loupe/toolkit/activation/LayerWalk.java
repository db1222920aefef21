/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.math.tensor.Tensor;

/**
 * Runs a model as often as it takes to see the values of many layers, a group at a time: to return every value at once
 * would need the memory of all, and would keep the engine from joining operators anywhere.
 */
public final class LayerWalk {
  private LayerWalk() {
  }

  /** One forward pass that returns layers. */
  @FunctionalInterface
  public interface Pass {
    /** @return a value for each layer, in their order */
    List<Tensor> values(List<String> layers) throws LoupeException;
  }

  /** Takes what was found; values are not kept. */
  public interface Visitor {
    void value(LayerInfo layer, Tensor value) throws LoupeException;

    /** A layer that cannot be returned; its neighbours still are. */
    void failed(LayerInfo layer, LoupeException reason) throws LoupeException;
  }

  /**
   * Walks through layers in order.
   *
   * @param memory bytes for the values of a group
   * @param progress is told of each layer; is asked before each group
   * @throws LoupeException what the visitor throws
   * @throws CancellationException when {@code progress} was cancelled
   */
  public static void walk(List<LayerInfo> layers, long memory, Pass pass, Visitor visitor, Progress progress)
      throws LoupeException {
    for (List<LayerInfo> group : LayerGroups.of(layers, memory)) {
      group(group, pass, visitor, progress);
    }
  }

  private static void group(List<LayerInfo> group, Pass pass, Visitor visitor, Progress progress)
      throws LoupeException {
    progress.check();
    List<Tensor> values;
    try {
      values = pass.values(group.stream().map(LayerInfo::id).toList());
    } catch (LoupeException e) {
      progress.check();
      if (group.size() == 1) {
        visitor.failed(group.get(0), e);
        progress.worked(1);
        return;
      }
      group(group.subList(0, group.size() / 2), pass, visitor, progress);
      group(group.subList(group.size() / 2, group.size()), pass, visitor, progress);
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      visitor.value(group.get(i), values.get(i));
      progress.worked(1);
    }
  }
}
