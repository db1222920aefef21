/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.api.model.facet.GradientCoverage.Status;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.Palette;
import org.loupe.cli.internal.text.Palette.Tone;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.model.ModelLease;

/** How the layers of a model can be differentiated, for each rule set, as text and as plain data for JSON. */
final class CoverageText {
  private final ModelDescription model;
  private final List<GradientCoverage> coverages;

  private CoverageText(ModelDescription model, List<GradientCoverage> coverages) {
    this.model = model;
    this.coverages = coverages;
  }

  /** Of all rule sets that the engine has; none if it gives no gradients. */
  static CoverageText of(ModelLease lease, Progress progress) throws LoupeException {
    Optional<Differentiable> facet = lease.facet(Differentiable.class);
    List<GradientCoverage> all = new ArrayList<>();
    if (facet.isPresent()) {
      for (String ruleSet : facet.get().ruleSets()) {
        all.add(facet.get().coverage(ruleSet, progress));
      }
    }
    return new CoverageText(lease.description(), all);
  }

  Map<String, Object> json() {
    Map<String, Object> out = new LinkedHashMap<>();
    for (GradientCoverage coverage : coverages) {
      Map<String, Object> counts = new LinkedHashMap<>();
      coverage.counts().forEach((status, n) -> counts.put(word(status), n));
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("counts", counts);
      one.put("layers", coverage.layers().stream().map(CoverageText::json).toList());
      out.put(coverage.ruleSet(), one);
    }
    return out;
  }

  private static Map<String, Object> json(GradientCoverage.Layer layer) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", layer.id());
    out.put("status", word(layer.status()));
    if (!layer.reason().isEmpty()) {
      out.put("reason", layer.reason());
    }
    return out;
  }

  /** A line for each operator and what it can do; layer by layer if asked for. */
  void print(boolean layers, Palette palette, PrintStream out) {
    if (coverages.isEmpty()) {
      out.println("coverage: none, the engine of " + model.format() + " models gives no gradients");
      return;
    }
    out.println("coverage");
    TextTable sums = new TextTable().left("").left("");
    coverages.forEach(c -> sums.row(c.ruleSet(), c.counts().entrySet().stream().filter(e -> e.getValue() > 0)
        .map(e -> Figures.count(e.getValue()) + " " + word(e.getKey())).collect(Collectors.joining(", "))));
    sums.print(out, "  ");
    out.println();
    TextTable table = table(layers ? "layer" : "operator", palette);
    if (layers) {
      for (int i = 0; i < model.layers().size(); i++) {
        row(table, model.layers().get(i).id(), List.of(i));
      }
    } else {
      Map<String, List<Integer>> byOperator = new TreeMap<>();
      for (int i = 0; i < model.layers().size(); i++) {
        LayerInfo layer = model.layers().get(i);
        byOperator.computeIfAbsent(layer.operator(), k -> new ArrayList<>()).add(i);
      }
      byOperator.forEach((operator, at) -> row(table, operator, at));
    }
    table.print(out, "  ");
  }

  private TextTable table(String what, Palette palette) {
    TextTable table = new TextTable().left(what).right("layers");
    for (GradientCoverage coverage : coverages) {
      table.left(coverage.ruleSet()).painted(cell -> paint(cell, palette));
    }
    return table.left("");
  }

  /** The worst of some layers for each rule set, and the reason if there is one. */
  private void row(TextTable table, String name, List<Integer> layers) {
    List<String> cells = new ArrayList<>(List.of(name, Figures.count(layers.size())));
    String reason = "";
    for (GradientCoverage coverage : coverages) {
      GradientCoverage.Layer worst = coverage.layers().get(layers.get(0));
      for (int i : layers) {
        GradientCoverage.Layer layer = coverage.layers().get(i);
        worst = layer.status().compareTo(worst.status()) > 0 ? layer : worst;
      }
      cells.add(word(worst.status()));
      reason = reason.isEmpty() ? worst.reason() : reason;
    }
    cells.add(reason);
    table.row(cells.toArray(String[]::new));
  }

  private static String paint(String cell, Palette palette) {
    Tone tone = switch (cell.strip()) {
      case "exact" -> Tone.GOOD;
      case "surrogate" -> Tone.FAIR;
      case "none" -> Tone.BAD;
      default -> Tone.FAINT;
    };
    return palette.paint(cell, tone);
  }

  private static String word(Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
