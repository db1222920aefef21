/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientCoverage.Status;
import org.loupe.api.subject.Subject;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspector;

/**
 * Which layers a gradient leads from to the input that is painted.
 *
 * @param layers of the model by id
 * @param reached ids of the layers that the painted input leads to
 * @param blocking ids of those among them that have no rule
 * @param blocked ids of those that have one of these before them, or are one
 */
record GradientPaths(Map<String, LayerInfo> layers, Set<String> reached, Set<String> blocking, Set<String> blocked) {
  private static final int NAMED = 3;

  /**
   * What is in the way from a layer to the input.
   *
   * @param reason one line; empty if nothing is
   * @param instead the last layer before it that has channels and a way
   */
  record Gap(String reason, Optional<LayerInfo> instead) {
  }

  /** Asks the engine; empty if it does not tell. Not for the UI thread. */
  static Optional<GradientPaths> of(Inspector inspector, InspectedModel model, Progress progress)
      throws LoupeException {
    Subject.Single blank = inspector.blank(model);
    try (ModelLease lease = inspector.open(model.file(), progress)) {
      Optional<Differentiable> facet = lease.facet(Differentiable.class);
      return facet.isEmpty() ? Optional.empty() : Optional.of(of(lease.description().layers(),
          facet.get().coverage(Differentiable.PLAIN, progress), painted(blank)));
    }
  }

  /** The first input that is a picture, as a climb takes it. */
  private static String painted(Subject.Single blank) {
    return blank.explained().stream().filter(i -> blank.inputs().get(i).encoding().isPresent()).findFirst()
        .orElse(blank.first().name());
  }

  /** @param layers each after those that it takes from @param input name of the input that is painted */
  static GradientPaths of(List<LayerInfo> layers, GradientCoverage coverage, String input) {
    Set<String> ruleless = coverage.layers().stream().filter(l -> l.status() == Status.NONE)
        .map(GradientCoverage.Layer::id).collect(Collectors.toSet());
    GradientPaths paths = new GradientPaths(new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (LayerInfo layer : layers) {
      paths.layers.put(layer.id(), layer);
      if (!layer.inputs().contains(input) && layer.inputs().stream().noneMatch(paths.reached::contains)) {
        continue;
      }
      paths.reached.add(layer.id());
      if (ruleless.contains(layer.id())) {
        paths.blocking.add(layer.id());
      }
      if (ruleless.contains(layer.id()) || layer.inputs().stream().anyMatch(paths.blocked::contains)) {
        paths.blocked.add(layer.id());
      }
    }
    return paths;
  }

  /** What is in the way from a layer; empty if nothing is, as far as can be told without running the model. */
  Optional<Gap> gap(LayerInfo layer) {
    if (reached.isEmpty()) {
      return Optional.empty();
    }
    if (!reached.contains(layer.id())) {
      return Optional.of(new Gap(Texts.bind(Messages.GradientPaths_apart, layer.id()), Optional.empty()));
    }
    if (!blocked.contains(layer.id())) {
      return Optional.empty();
    }
    List<LayerInfo> before = before(layer);
    List<LayerInfo> without = before.stream().filter(l -> blocking.contains(l.id())).toList();
    Optional<LayerInfo> instead = before.stream()
        .filter(l -> reached.contains(l.id()) && !blocked.contains(l.id()) && Focus.hasChannels(l)).findFirst();
    String named = without.stream().limit(NAMED).map(l -> l.operator() + " (" + l.id() + ")")
        .collect(Collectors.joining(", "));
    return Optional.of(new Gap(without.size() > NAMED
        ? Texts.bind(Messages.GradientPaths_noRules, layer.id(), named, without.size() - NAMED)
        : Texts.bind(Messages.GradientPaths_noRule, layer.id(), named), instead));
  }

  /** A layer and all that it takes from, the nearest first. */
  private List<LayerInfo> before(LayerInfo layer) {
    List<LayerInfo> found = new ArrayList<>(List.of(layer));
    Set<String> seen = new HashSet<>(Set.of(layer.id()));
    for (int i = 0; i < found.size(); i++) {
      for (String input : found.get(i).inputs()) {
        LayerInfo next = layers.get(input);
        if (next != null && seen.add(input)) {
          found.add(next);
        }
      }
    }
    return found;
  }
}
