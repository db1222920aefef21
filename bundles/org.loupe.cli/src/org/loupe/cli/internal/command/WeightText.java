/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.api.model.facet.Weights;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.model.ModelLease;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;

/** What the weights of layers look like, as text and as plain data for JSON. */
final class WeightText {
  private static final String ALL = "all";
  private static final int DIGITS = 4;

  /** @param summary null if the numbers cannot be read, then {@code problem} says why */
  private record Row(String layer, WeightInfo weight, Summary summary, String problem) {
    long odd() {
      return summary == null ? 0 : summary.nan() + summary.infinite();
    }
  }

  private final List<Row> rows;

  private WeightText(List<Row> rows) {
    this.rows = rows;
  }

  /** Reads the weights of layers. @param names of layers; {@code all} for every layer, each weight once */
  static WeightText of(ModelLease lease, List<String> names, Progress progress) throws LoupeException {
    Weights facet = lease.facet(Weights.class).orElseThrow(() -> LoupeException.notApplicable(
        "the engine of " + lease.description().format() + " models does not give weights"));
    boolean all = names.contains(ALL) && lease.description().layer(ALL).isEmpty();
    List<LayerInfo> layers = new ArrayList<>();
    if (all) {
      layers.addAll(lease.description().layers());
    } else {
      for (String name : names) {
        layers.add(LayerNames.find(lease.description(), name));
      }
    }
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    progress.begin("reading weights", layers.size());
    for (LayerInfo layer : layers) {
      for (WeightInfo weight : facet.weights(layer.id())) {
        if (!all || seen.add(weight.name())) {
          rows.add(row(facet, layer.id(), weight, progress));
        }
      }
      progress.worked(1);
    }
    return new WeightText(rows);
  }

  private static Row row(Weights facet, String layer, WeightInfo weight, Progress progress) throws LoupeException {
    progress.check();
    try {
      return new Row(layer, weight, Summary.of(facet.read(weight.name(), progress)), "");
    } catch (LoupeException e) {
      if (e.kind() != LoupeException.Kind.NOT_APPLICABLE) {
        throw e;
      }
      return new Row(layer, weight, null, e.getMessage());
    }
  }

  /** A line for each weight that holds numbers that are none. */
  List<String> warnings() {
    return rows.stream().filter(r -> r.odd() > 0).map(r -> "weights " + r.weight().name() + " of layer " + r.layer()
        + " hold " + r.summary().nan() + " NaN and " + r.summary().infinite() + " infinite numbers of "
        + r.summary().count()).toList();
  }

  List<Map<String, Object>> json() {
    return rows.stream().map(WeightText::json).toList();
  }

  private static Map<String, Object> json(Row row) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("layer", row.layer());
    out.put("role", row.weight().role());
    out.put("name", row.weight().name());
    out.put("type", row.weight().type().name());
    out.put("shape", row.weight().dims());
    out.put("bytes", row.weight().bytes());
    Summary s = row.summary();
    if (s == null) {
      out.put("problem", row.problem());
      return out;
    }
    out.put("min", s.min());
    out.put("max", s.max());
    out.put("mean", s.mean());
    out.put("std", s.std());
    out.put("zeros", s.zero());
    out.put("nan", s.nan());
    out.put("infinite", s.infinite());
    return out;
  }

  void print(PrintStream out) {
    if (rows.isEmpty()) {
      out.println("weights: none");
      return;
    }
    out.println("weights");
    TextTable table = new TextTable().left("layer").left("role").left("name").left("type").right("min").right("max")
        .right("mean").right("std").right("zeros").right("NaN").right("infinite").left("");
    for (Row row : rows) {
      WeightInfo w = row.weight();
      Summary s = row.summary();
      String type = w.type() + " " + w.dims();
      if (s == null) {
        table.row(row.layer(), w.role(), w.name(), type, "", "", "", "", "", "", "", row.problem());
      } else {
        String zeros = s.count() == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * s.zero() / s.count());
        table.row(row.layer(), w.role(), w.name(), type, number(s.min()), number(s.max()), number(s.mean()),
            number(s.std()), zeros, Figures.count(s.nan()), Figures.count(s.infinite()), "");
      }
    }
    table.print(out, "  ");
  }

  private static String number(double value) {
    return Numbers.format(value, DIGITS);
  }
}
