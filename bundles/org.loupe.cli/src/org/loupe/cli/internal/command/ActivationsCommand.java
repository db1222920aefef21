/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.subject.Subject;
import org.loupe.core.Loupe;
import org.loupe.core.result.DirectRecords;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.activation.LayerLayouts;
import org.loupe.toolkit.activation.LayerWalk;
import org.loupe.toolkit.activation.Survey;
import org.loupe.toolkit.activation.Surveyor;

/** {@code loupe activations}: what layers give for an input, as files; and how all of them compare. */
public final class ActivationsCommand implements Command {
  private static final long DEFAULT_MEMORY = 256L << 20;
  private static final String METHOD = "activations";

  @Override
  public int run(CommandContext context) throws LoupeException {
    Arguments arguments = context.arguments();
    boolean layers = arguments.has("layer") || arguments.has("all");
    if (arguments.has("layer") && arguments.has("all") || !layers && !arguments.has("survey")) {
      throw LoupeException.usage("activations: give either --layer NAME or --all, or --survey");
    }
    if (arguments.has("compare") && !layers) {
      throw LoupeException.usage("activations: --compare needs layers to compare; name them with --layer");
    }
    long memory = new OptionValues(arguments).memory("memory", DEFAULT_MEMORY);
    try (ModelSession session = ModelSession.open(context)) {
      return new Job(context, session, memory).run();
    }
  }

  /** One call of the command. */
  private static final class Job {
    private final CommandContext context;
    private final ModelSession session;
    private final long memory;
    private final ActivationReport report;

    Job(CommandContext context, ModelSession session, long memory) {
      this.context = context;
      this.session = session;
      this.memory = memory;
      this.report = new ActivationReport(context);
    }

    int run() throws LoupeException {
      Arguments arguments = context.arguments();
      LayerLayouts layouts = new LayerLayouts(session.description());
      Optional<LayerSelection> selection = arguments.has("layer") || arguments.has("all")
          ? Optional.of(LayerSelection.of(arguments.all("layer"), arguments.has("all"), session.description()))
          : Optional.empty();
      InputFiles.Item item = session.inputs(false).items().get(0);
      Subject.Single subject = session.read(item, context.progress());
      Optional<ActivationCapture.Other> other = arguments.has("compare")
          ? Optional.of(Compared.with(arguments.value("compare").orElseThrow(), session, layouts, subject,
              context.progress())) : Optional.empty();
      ActivationFiles files = new ActivationFiles(InputFiles.path(arguments.value("out").orElseThrow()),
          context.service(Loupe.class).exporters(), (result, what) -> DirectRecords.of(session.lease(), subject, result,
              METHOD, "org.loupe.cli", Map.of(), what, context.progress()), !arguments.has("no-pictures"));
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("model", session.lease().file());
      facts.put("input", item.name());
      arguments.value("compare").ifPresent(c -> facts.put("comparedWith", c));
      ActivationCapture capture = new ActivationCapture(files, layouts, subject, other,
          selection.map(LayerSelection::open).orElse(false), context.progress());
      Optional<Survey> survey = Optional.empty();
      try {
        if (selection.isPresent()) {
          List<LayerInfo> layers = selection.get().layers();
          context.progress().begin("activations", layers.size());
          LayerWalk.walk(layers, memory, pass(session, subject, context), capture, context.progress());
        }
        if (arguments.has("survey")) {
          survey = Optional.of(survey(subject));
          facts.put("survey", files.result("survey", survey.get().result(), "all layers"));
        }
      } finally {
        files.writeIndex(facts);
      }
      return report.finish(facts, files, capture, survey);
    }

    private Survey survey(Subject.Single subject) throws LoupeException {
      Surveyor surveyor = new Surveyor(session.description(), LayerLayouts.batch(subject.first().tensor()));
      context.progress().begin("survey", surveyor.layers());
      Survey survey = surveyor.survey(memory, pass(session, subject, context), partial -> {
      }, context.progress());
      surveyor.failures().forEach((layer, reason) -> context.message("layer " + layer.id() + ": " + reason));
      return survey;
    }
  }

  private static LayerWalk.Pass pass(ModelSession session, Subject.Single subject, CommandContext context) {
    return ids -> {
      ForwardResult result =
          session.lease().forward(new ForwardRequest(subject.tensors(), ids), context.progress());
      List<Tensor> values = new ArrayList<>();
      for (String id : ids) {
        values.add(result.value(id));
      }
      return values;
    };
  }
}
