/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.command.CommandContext;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.math.scale.Numbers;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.toolkit.activation.Survey;

/** What the user is told of captured activations. */
final class ActivationReport {
  private static final int PARTLY = 6;

  private final CommandContext context;

  ActivationReport(CommandContext context) {
    this.context = context;
  }

  /**
   * Warns, lists what was written, and tells how it ended.
   *
   * @return the exit code
   * @throws LoupeException if nothing could be captured or compared
   */
  int finish(Map<String, Object> facts, ActivationFiles files, ActivationCapture capture, Optional<Survey> survey)
      throws LoupeException {
    capture.failed().forEach((layer, reason) -> context.message("layer " + layer + ": " + reason));
    if (files.layers().isEmpty() && !capture.failed().isEmpty()) {
      throw LoupeException.failed("none of the " + capture.failed().size() + " layers could be captured", null);
    }
    if (!capture.incomparable().isEmpty() && capture.incomparable().size() == files.layers().size()) {
      throw LoupeException.notApplicable(capture.incomparable().values().iterator().next());
    }
    capture.incomparable().forEach((layer, reason) -> context.message("layer " + layer + ": " + reason));
    if (!capture.notFinite().isEmpty()) {
      context.message("NaN or infinity in " + capture.notFinite().size() + " layers, the first of them "
          + capture.notFinite().get(0));
    }
    survey.flatMap(Survey::firstNonFinite).ifPresent(e -> context.message("NaN or infinity appears first in layer "
        + e.layer().id() + " (" + e.layer().operator() + ")"));
    if (!files.pictureProblem().isEmpty()) {
      context.message("no pictures: " + files.pictureProblem());
    }
    if (context.arguments().has("json")) {
      json(facts, files, capture, survey);
    } else {
      text(files.layers(), survey);
    }
    return capture.failed().isEmpty() && capture.incomparable().isEmpty() ? 0 : PARTLY;
  }

  private void json(Map<String, Object> facts, ActivationFiles files, ActivationCapture capture,
      Optional<Survey> survey) {
    Map<String, Object> content = new LinkedHashMap<>(facts);
    content.put("folder", context.arguments().value("out"));
    content.put("layers", files.layers());
    content.put("failed", List.copyOf(capture.failed().keySet()));
    survey.ifPresent(s -> {
      content.put("surveyedLayers", s.entries().stream().map(ActivationReport::json).toList());
      content.put("firstNonFiniteLayer", s.firstNonFinite().map(e -> e.layer().id()));
    });
    JsonOut.document(context.out(), content);
  }

  private static Map<String, Object> json(Survey.Entry entry) {
    ChannelStatistics s = entry.statistics();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("layer", entry.layer().id());
    out.put("operator", entry.layer().operator());
    out.put("channels", entry.channels());
    out.put("sparsity", s.sparsity());
    out.put("deadShare", entry.deadShare());
    out.put("saturated", s.saturated());
    out.put("entropyBits", s.entropy());
    out.put("mean", s.mean());
    out.put("std", s.std());
    out.put("min", s.min());
    out.put("max", s.max());
    out.put("nan", entry.nan());
    out.put("infinite", s.nonFinite() - entry.nan());
    return out;
  }

  private void text(List<Map<String, Object>> layers, Optional<Survey> survey) {
    if (!layers.isEmpty()) {
      TextTable table = new TextTable().left("file").left("layer").left("operator").left("type").left("shape");
      for (Map<String, Object> entry : layers) {
        table.row(entry.get("file").toString(), entry.get("layer").toString(), entry.get("operator").toString(),
            entry.get("type").toString(), Arrays.toString((long[]) entry.get("shape")));
      }
      table.print(context.out(), "");
    }
    if (survey.isPresent()) {
      TextTable table = new TextTable().left("layer").left("operator").right("sparsity").right("dead")
          .right("saturated").right("entropy").right("mean").right("std").right("not finite");
      for (Survey.Entry e : survey.get().entries()) {
        ChannelStatistics s = e.statistics();
        table.row(e.layer().id(), e.layer().operator(), share(s.sparsity()), share(e.deadShare()),
            share(s.saturated()), Numbers.format(s.entropy()), Numbers.format(s.mean()), Numbers.format(s.std()),
            String.valueOf(s.nonFinite()));
      }
      table.print(context.out(), "");
    }
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "" : Numbers.format(Math.round(share * 1000) / 10.0) + " %";
  }
}
