/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.Costs;
import org.loupe.api.model.facet.LayerCost;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.api.model.facet.Profiler;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.api.model.facet.Weights;
import org.loupe.core.testing.LinearModel;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Facets of a contributed engine that does not keep to its contract. */
class ContainedFacetsTest {
  private static final String BUNDLE = "org.example.engine";

  /** Gives facets that do what this says. */
  private static final class Engine extends LinearModel implements Weights, Costs, Profiler {
    private RuntimeException failure;
    private List<LayerCost> costs = new ArrayList<>();

    Engine() {
      super(true);
      description().layers().forEach(l -> costs.add(
          new LayerCost(l.id(), Optional.empty(), OptionalLong.of(3), 4, OptionalLong.empty())));
    }

    private <T> T unlessBroken(T value) {
      if (failure != null) {
        throw failure;
      }
      return value;
    }

    @Override
    public <T> Optional<T> facet(Class<T> type) {
      return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }

    @Override
    public List<WeightInfo> weights(String layer) {
      return unlessBroken(List.of(new WeightInfo("w", "W", ElementType.FLOAT32, List.of(1L), 4)));
    }

    @Override
    public Tensor read(String name, Progress progress) {
      return unlessBroken(null);
    }

    @Override
    public Map<String, Shape> defaultShapes() {
      return unlessBroken(Map.of("x", Shape.of(1)));
    }

    @Override
    public List<LayerCost> costs(Map<String, Tensor> inputs, Progress progress) {
      return unlessBroken(costs);
    }

    @Override
    public ModelProfile profile(Map<String, Tensor> inputs, int runs, Progress progress) {
      return unlessBroken(new ModelProfile(runs, 1, List.of()));
    }
  }

  private final Engine engine = new Engine();

  private <T> T facet(Class<T> type) throws LoupeException {
    return new OpenedModel(engine, BUNDLE, List.of()).facet(type, Progress.NONE).orElseThrow();
  }

  private static void blamed(Executable call) {
    LoupeException e = assertThrows(LoupeException.class, call);
    assertEquals(LoupeException.Kind.FAILED, e.kind());
    assertTrue(e.getMessage().contains(BUNDLE), e.getMessage());
  }

  @Test
  void whatIsRightComesThrough() throws LoupeException {
    assertEquals("W", facet(Weights.class).weights("any").get(0).role());
    assertEquals(engine.costs, facet(Costs.class).costs(Map.of(), Progress.NONE));
    assertEquals(Map.of("x", Shape.of(1)), facet(Costs.class).defaultShapes());
    assertEquals(7, facet(Profiler.class).profile(Map.of(), 7, Progress.NONE).runs());
  }

  @Test
  void whatFailsNamesItsBundle() throws LoupeException {
    Weights weights = facet(Weights.class);
    Costs costs = facet(Costs.class);
    Profiler profiler = facet(Profiler.class);
    blamed(() -> weights.read("w", Progress.NONE));
    engine.failure = new IllegalStateException("broken");
    blamed(() -> weights.weights("any"));
    blamed(() -> weights.read("w", Progress.NONE));
    blamed(costs::defaultShapes);
    blamed(() -> costs.costs(Map.of(), Progress.NONE));
    blamed(() -> profiler.profile(Map.of(), 1, Progress.NONE));
    engine.failure = new CancellationException();
    assertThrows(CancellationException.class, () -> profiler.profile(Map.of(), 1, Progress.NONE));
  }

  @Test
  void costsOfOtherLayersAreNotBelieved() throws LoupeException {
    Costs costs = facet(Costs.class);
    engine.costs = engine.costs.subList(1, engine.costs.size());
    blamed(() -> costs.costs(Map.of(), Progress.NONE));
  }
}
