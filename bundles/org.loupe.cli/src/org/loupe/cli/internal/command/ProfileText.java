/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.ModelProfile;
import org.loupe.api.model.facet.Profiler;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.model.ModelLease;
import org.loupe.math.tensor.Tensor;

/** How long the nodes of a model take, as text and as plain data for JSON. */
final class ProfileText {
  /** How many nodes are listed unless all are asked for. */
  private static final int TOP = 25;
  private final ModelProfile profile;

  private ProfileText(ModelProfile profile) {
    this.profile = profile;
  }

  static ProfileText of(ModelLease lease, Map<String, Tensor> inputs, int runs, Progress progress)
      throws LoupeException {
    Profiler facet = lease.facet(Profiler.class).orElseThrow(() -> LoupeException.notApplicable(
        "the engine of " + lease.description().format() + " models does not measure its nodes"));
    return new ProfileText(facet.profile(inputs, runs, progress));
  }

  Map<String, Object> json() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("runs", profile.runs());
    out.put("totalMicros", profile.totalMicros());
    out.put("nodes", profile.nodes().stream().map(this::json).toList());
    return out;
  }

  private Map<String, Object> json(ModelProfile.Node node) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", node.name());
    out.put("operator", node.operator());
    out.put("layers", node.layers());
    out.put("device", node.device());
    out.put("micros", node.micros());
    out.put("share", share(node));
    out.put("outputBytes", CostText.number(node.outputBytes()));
    out.put("parameterBytes", CostText.number(node.parameterBytes()));
    return out;
  }

  private double share(ModelProfile.Node node) {
    return profile.totalMicros() == 0 ? 0 : node.micros() / profile.totalMicros();
  }

  /** @param all whether every node is listed, not only those that take longest */
  void print(boolean all, PrintStream out) {
    out.println("profile of " + Figures.plural(profile.runs(), "run") + ": " + millis(profile.totalMicros())
        + " a run, " + Figures.plural(profile.nodes().size(), "node"));
    List<ModelProfile.Node> longest = profile.nodes().stream()
        .sorted(Comparator.comparingDouble(ModelProfile.Node::micros).reversed()).toList();
    List<ModelProfile.Node> shown = all ? longest : longest.subList(0, Math.min(TOP, longest.size()));
    TextTable table = new TextTable().right("time").right("share").left("operator").left("layers").right("gives")
        .right("parameters").left("on");
    for (ModelProfile.Node node : shown) {
      table.row(millis(node.micros()), String.format(Locale.ROOT, "%.1f %%", 100 * share(node)), node.operator(),
          node.layers().isEmpty() ? "(put in: " + node.name() + ")" : String.join(" + ", node.layers()),
          node.outputBytes().isEmpty() ? "?" : Figures.bytes(node.outputBytes().getAsLong()),
          node.parameterBytes().orElse(0) == 0 ? "" : Figures.bytes(node.parameterBytes().getAsLong()),
          node.device());
    }
    table.print(out, "  ");
    double nodes = profile.nodes().stream().mapToDouble(ModelProfile.Node::micros).sum();
    out.println("  " + (shown.size() < longest.size() ? "and " + Figures.plural(longest.size() - shown.size(), "node")
        + " that take less (--layers lists them); " : "") + "all nodes: " + millis(nodes));
  }

  private static String millis(double micros) {
    return String.format(Locale.ROOT, "%.3f ms", micros / 1000);
  }
}
