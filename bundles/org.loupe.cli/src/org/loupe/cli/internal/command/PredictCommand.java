/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.Printable;
import org.loupe.core.Loupe;
import org.loupe.core.input.RowSelection;
import org.loupe.core.predict.ClassScore;
import org.loupe.core.predict.OutputPrediction;
import org.loupe.core.predict.Prediction;
import org.loupe.math.scale.Numbers;

/** {@code loupe predict}: what a model answers, for a file, for rows of a table, or for each file of a folder. */
public final class PredictCommand implements Command {
  private static final int DEFAULT_TOP = 5;
  private static final int MAX_TOP = 1_000_000;

  @Override
  public int run(CommandContext context) throws LoupeException {
    int top = new OptionValues(context.arguments()).whole("top", DEFAULT_TOP, 1, MAX_TOP);
    try (ModelSession session = ModelSession.open(context)) {
      Optional<String> output = context.arguments().value("output");
      if (output.isPresent() && session.description().output(output.get()).isEmpty()) {
        throw LoupeException.usage("the model has no output " + output.get() + " but " + names(session.description()));
      }
      InputFiles files = session.inputs(true);
      if (files.folder()) {
        return folder(context, session, files, top, output);
      }
      InputFiles.Item item = files.items().get(0);
      if (!item.rows().map(RowSelection::isOne).orElse(false) && session.isTable(item)) {
        return table(context, session, item, top, output);
      }
      List<OutputPrediction> outputs = predict(context, session, item, top, output, context.progress());
      if (context.arguments().has("json")) {
        Map<String, Object> content = facts(session);
        content.put("input", item.name());
        content.put("outputs", outputs.stream().map(PredictionText::json).toList());
        JsonOut.document(context.out(), content);
      } else {
        outputs.forEach(o -> PredictionText.print(o, context.out()));
      }
      return 0;
    }
  }

  private static int folder(CommandContext context, ModelSession session, InputFiles files, int top,
      Optional<String> output) throws LoupeException {
    boolean json = context.arguments().has("json");
    return new Batch(context, "predict").run(files.items(), facts(session), (item, progress) -> {
      List<OutputPrediction> outputs = predict(context, session, item, top, output, progress);
      if (!json) {
        line(item.name(), outputs, context.out());
      }
      return Map.of("outputs", outputs.stream().map(PredictionText::json).toList());
    });
  }

  private static int table(CommandContext context, ModelSession session, InputFiles.Item item, int top,
      Optional<String> output) throws LoupeException {
    PredictTable table = new PredictTable(context, session, item, top);
    if (!context.arguments().has("json")) {
      table.run((name, prediction) -> line(name, outputs(prediction, output), context.out()));
      return 0;
    }
    try (JsonOut json = JsonOut.list(context.out(), facts(session), "results")) {
      table.run((name, prediction) -> {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("input", name);
        content.put("outputs", outputs(prediction, output).stream().map(PredictionText::json).toList());
        json.item(content);
      });
    }
    return 0;
  }

  private static List<OutputPrediction> outputs(Prediction prediction, Optional<String> output) {
    return prediction.outputs().stream().filter(o -> output.isEmpty() || o.output().name().equals(output.get()))
        .toList();
  }

  private static List<OutputPrediction> predict(CommandContext context, ModelSession session, InputFiles.Item item,
      int top, Optional<String> output, Progress progress) throws LoupeException {
    Prediction prediction = context.service(Loupe.class).predictor()
        .predict(session.lease(), session.read(item, progress), top, progress);
    prediction.warnings().forEach(w -> context.message(item.name() + ": " + w));
    return outputs(prediction, output);
  }

  /** One line for a row of a table or a file of a folder: its best class in each output, or the first numbers of it. */
  private static void line(String name, List<OutputPrediction> outputs, PrintStream out) {
    StringBuilder line = new StringBuilder(Printable.of(name));
    for (OutputPrediction o : outputs) {
      line.append('\t');
      if (o.top().isEmpty()) {
        line.append(Printable.of(o.output().name())).append(' ').append(PredictionText.firstValues(o.value()));
      } else {
        ClassScore best = o.top().get(0);
        line.append(best.index()).append('\t').append(Printable.of(best.label())).append('\t')
            .append(Numbers.format(best.score()));
      }
    }
    out.println(line);
  }

  private static Map<String, Object> facts(ModelSession session) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("model", session.lease().file());
    return facts;
  }

  private static String names(ModelDescription model) {
    return String.join(", ", model.outputs().stream().map(OutputInfo::name).toList());
  }
}
