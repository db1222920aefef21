/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.Palette;
import org.loupe.cli.internal.text.Printable;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.math.tensor.Tensor;

/** {@code loupe inspect}: what a model file says of itself, what its layers cost, and how long its nodes take. */
public final class InspectCommand implements Command {
  private static final int RUNS = 10;
  private static final int MOST_RUNS = 10_000;

  /** What is told beside the signature; parts that were not asked for are null. */
  private record Parts(TreesText trees, CoverageText coverage, CostText costs, WeightText weights,
      ProfileText profile) {
    static Parts of(CommandContext context, ModelSession session) throws LoupeException {
      Arguments arguments = context.arguments();
      int runs = new OptionValues(arguments).whole("runs", RUNS, 1, MOST_RUNS);
      boolean profiled = arguments.has("profile");
      if (profiled && !arguments.has("input")) {
        throw LoupeException.usage("--profile runs the model: give it something with --input");
      }
      Progress progress = context.progress();
      Map<String, Tensor> inputs = Map.of();
      if (arguments.has("input")) {
        inputs = session.read(session.inputs(false).items().get(0), progress).tensors();
      }
      return new Parts(TreesText.of(session.lease(), progress),
          arguments.has("coverage") ? CoverageText.of(session.lease(), progress) : null,
          arguments.has("costs") ? CostText.of(session.lease(), inputs, progress) : null,
          arguments.has("weights") ? WeightText.of(session.lease(), arguments.all("weights"), progress) : null,
          profiled ? ProfileText.of(session.lease(), inputs, runs, progress) : null);
    }

    void addTo(Map<String, Object> out) {
      if (trees != null) {
        out.put("trees", trees.json());
      }
      if (coverage != null) {
        out.put("coverage", coverage.json());
      }
      if (costs != null) {
        out.put("costs", costs.json());
      }
      if (weights != null) {
        out.put("weights", weights.json());
      }
      if (profile != null) {
        out.put("profile", profile.json());
      }
    }

    void print(boolean layers, CommandContext context) {
      if (trees != null) {
        trees.print(layers, context.out());
      }
      if (coverage != null) {
        coverage.print(layers, context.service(Palette.class), context.out());
      }
      if (costs != null) {
        costs.print(context.out());
      }
      if (weights != null) {
        weights.print(context.out());
      }
      if (profile != null) {
        profile.print(layers, context.out());
      }
    }
  }

  @Override
  public int run(CommandContext context) throws LoupeException {
    try (ModelSession session = ModelSession.open(context)) {
      ModelDescription model = session.description();
      boolean layers = context.arguments().has("layers");
      Parts parts = Parts.of(context, session);
      if (parts.weights() != null) {
        parts.weights().warnings().forEach(w -> context.message(model.name() + ": " + w));
      }
      if (context.arguments().has("json")) {
        Map<String, Object> out = ModelText.json(model);
        parts.addTo(out);
        JsonOut.document(context.out(), out);
      } else {
        print(model, layers, context.out());
        parts.print(layers, context);
      }
      return 0;
    }
  }

  private static void print(ModelDescription model, boolean layers, PrintStream out) {
    out.println(Printable.of(model.name()) + "  " + model.format() + ", " + size(model));
    TextTable facts = new TextTable().left("").left("");
    model.properties().forEach(facts::row);
    facts.row("parameters", Figures.count(model.parameters()));
    if (!model.capabilities().isEmpty()) {
      facts.row("capabilities", model.capabilities().stream().sorted().collect(Collectors.joining(", ")));
    }
    facts.row("layers", Figures.count(model.layers().size()) + (layers ? "" : operators(model)));
    facts.print(out, "  ");
    out.println("inputs");
    TextTable inputs = new TextTable().left("").left("");
    model.inputs().forEach(v -> inputs.row(v.name(), v.typeText()));
    inputs.print(out, "  ");
    out.println("outputs");
    TextTable outputs = new TextTable().left("").left("").left("");
    model.outputs().forEach(o -> outputs.row(o.name(), o.value().typeText(),
        o.logits().map(l -> l.activation() + " of the logits in " + l.layer()).orElse("")));
    outputs.print(out, "  ");
    if (layers) {
      out.println();
      layers(model).print(out, "");
    }
  }

  private static TextTable layers(ModelDescription model) {
    TextTable table = new TextTable().right("no").left("layer").left("operator").left("type").right("parameters");
    int number = 1;
    for (LayerInfo layer : model.layers()) {
      table.row(String.valueOf(number++), layer.id(), layer.operator(), layer.output().typeText(),
          layer.parameters() == 0 ? "" : Figures.count(layer.parameters()));
    }
    return table;
  }

  /** How often the most frequent operators occur. */
  private static String operators(ModelDescription model) {
    Map<String, Long> counts = model.layers().stream()
        .collect(Collectors.groupingBy(LayerInfo::operator, TreeMap::new, Collectors.counting()));
    String most = counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())).limit(5)
        .map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
    return most.isEmpty() ? "" : ": " + most + (counts.size() > 5 ? ", ..." : "") + " (--layers lists them)";
  }

  private static String size(ModelDescription model) {
    long bytes = 0;
    for (Path file : model.files()) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        return "size unknown: " + file.getFileName() + " cannot be read";
      }
    }
    return Figures.bytes(bytes) + (model.files().size() > 1 ? " in " + model.files().size() + " files" : "");
  }
}
