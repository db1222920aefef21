/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/** Looks at the values of all layers, a group at a time, and keeps their figures only. */
public final class Surveyor {
  private final LayerLayouts layouts;
  private final List<LayerInfo> layers;
  private final long batch;
  private final List<Survey.Entry> entries = new ArrayList<>();
  private final Map<LayerInfo, String> failures = new LinkedHashMap<>();

  /** @param batch how many inputs the model is fed */
  public Surveyor(ModelDescription model, long batch) {
    this.layouts = new LayerLayouts(model);
    this.layers = model.layers().stream().filter(Surveyor::isFeature).toList();
    this.batch = batch;
  }

  /** Layers of numbers that come from the input; not shapes and indices. */
  public static boolean isFeature(LayerInfo layer) {
    ElementType type = layer.output().type().orElse(ElementType.FLOAT32);
    boolean tensor = layer.output().kind() == ValueKind.TENSOR || layer.output().kind() == ValueKind.UNKNOWN;
    return tensor && (type.isFloating() || type == ElementType.UINT8 || type == ElementType.INT8);
  }

  /** How many layers there are to look at. */
  public int layers() {
    return layers.size();
  }

  /** Layers that could not be looked at, and why not. */
  public Map<LayerInfo, String> failures() {
    return failures;
  }

  /**
   * Looks at all layers.
   *
   * @param memory bytes for the values of a group of layers
   * @param partial takes what there is so far, now and then
   * @throws LoupeException NOT_APPLICABLE if there is no layer to look at, else the first reason if all of them fail
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  public Survey survey(long memory, LayerWalk.Pass pass, Consumer<Survey> partial, Progress progress)
      throws LoupeException {
    if (layers.isEmpty()) {
      throw LoupeException.notApplicable("the model has no layers of numbers to look at");
    }
    List<LoupeException> reasons = new ArrayList<>();
    LayerWalk.walk(layers, memory, ids -> {
      if (!entries.isEmpty()) {
        partial.accept(new Survey(entries));
      }
      return pass.values(ids);
    }, new LayerWalk.Visitor() {
      @Override
      public void value(LayerInfo layer, Tensor value) {
        LayerValue found = layouts.of(layer, value, batch);
        if (value.size() > 0 && LayerStatistics.possible(found)) {
          entries.add(Survey.Entry.of(found, LayerStatistics.of(found, false, progress)));
        }
      }

      @Override
      public void failed(LayerInfo layer, LoupeException reason) {
        failures.put(layer, reason.getMessage());
        reasons.add(reason);
      }
    }, progress);
    if (entries.isEmpty() && !reasons.isEmpty()) {
      throw reasons.get(0);
    }
    return new Survey(entries);
  }
}
