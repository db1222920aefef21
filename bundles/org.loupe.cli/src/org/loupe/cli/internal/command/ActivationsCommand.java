/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.subject.Subject;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.TextTable;

/** {@code loupe activations}: the values of layers, as files. */
public final class ActivationsCommand implements Command {
  private static final int PARTLY = 6;
  private static final Set<ValueKind> CAPTURED = EnumSet.of(ValueKind.TENSOR, ValueKind.UNKNOWN);
  private static final long DEFAULT_MEMORY = 256L << 20;

  @Override
  public int run(CommandContext context) throws LoupeException {
    Arguments arguments = context.arguments();
    if (arguments.has("layer") == arguments.has("all")) {
      throw LoupeException.usage("activations: give either --layer NAME or --all");
    }
    long memory = new OptionValues(arguments).memory("memory", DEFAULT_MEMORY);
    try (ModelSession session = ModelSession.open(context)) {
      List<LayerInfo> layers = layers(arguments, session.description());
      InputFiles.Item item = session.inputs(false).items().get(0);
      Subject.Single subject = session.read(item, context.progress());
      ActivationFiles files = new ActivationFiles(InputFiles.path(arguments.value("out").orElseThrow()),
          !arguments.has("no-pictures"));
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("model", session.lease().file());
      facts.put("input", item.name());
      Capture capture = new Capture(context, session, subject, files, new ArrayList<>());
      try {
        capture.all(LayerGroups.of(layers, memory), layers.size());
      } finally {
        files.writeIndex(facts);
      }
      return capture.report(facts);
    }
  }

  private static List<LayerInfo> layers(Arguments arguments, ModelDescription model) throws LoupeException {
    List<LayerInfo> layers = new ArrayList<>();
    if (arguments.has("all")) {
      model.layers().stream().filter(l -> CAPTURED.contains(l.output().kind())).forEach(layers::add);
    }
    for (String name : arguments.all("layer")) {
      LayerInfo layer = LayerNames.find(model, name);
      if (!layers.contains(layer)) {
        layers.add(layer);
      }
    }
    if (layers.isEmpty()) {
      throw LoupeException.notApplicable(model.name() + " has no layers that can be captured");
    }
    return layers;
  }

  private record Capture(CommandContext context, ModelSession session, Subject.Single subject, ActivationFiles files,
      List<String> failed) {
    void all(List<List<LayerInfo>> groups, int layers) throws LoupeException {
      context.progress().begin("activations", layers);
      for (List<LayerInfo> group : groups) {
        group(group);
        context.progress().worked(group.size());
      }
    }

    /** Captures a group; with --all, a layer that the engine cannot return does not keep the others away. */
    private void group(List<LayerInfo> group) throws LoupeException {
      context.progress().check();
      ForwardResult result;
      try {
        List<String> ids = group.stream().map(LayerInfo::id).toList();
        result = session.lease().forward(new ForwardRequest(subject.tensors(), ids), context.progress());
      } catch (LoupeException e) {
        if (context.progress().cancelled()) {
          throw new CancellationException();
        }
        if (!context.arguments().has("all")) {
          throw e;
        }
        if (group.size() == 1) {
          failed.add(group.get(0).id());
          context.message("layer " + group.get(0).id() + ": " + e.getMessage());
          return;
        }
        group(group.subList(0, group.size() / 2));
        group(group.subList(group.size() / 2, group.size()));
        return;
      }
      for (LayerInfo layer : group) {
        files.add(layer, result.value(layer.id()));
      }
    }

    int report(Map<String, Object> facts) throws LoupeException {
      if (files.index().isEmpty()) {
        throw LoupeException.failed("none of the " + failed.size() + " layers could be captured", null);
      }
      if (!files.notFinite().isEmpty()) {
        context.message("NaN or infinity in " + files.notFinite().size() + " layers, the first of them "
            + files.notFinite().get(0));
      }
      if (!files.pictureProblem().isEmpty()) {
        context.message("no pictures: " + files.pictureProblem());
      }
      if (context.arguments().has("json")) {
        Map<String, Object> content = new LinkedHashMap<>(facts);
        content.put("folder", context.arguments().value("out"));
        content.put("layers", files.index());
        content.put("failed", failed);
        JsonOut.document(context.out(), content);
      } else {
        TextTable table = new TextTable().left("file").left("layer").left("operator").left("type").left("shape");
        for (Map<String, Object> entry : files.index()) {
          table.row(entry.get("file").toString(), entry.get("layer").toString(), entry.get("operator").toString(),
              entry.get("type").toString(), java.util.Arrays.toString((long[]) entry.get("shape")));
        }
        table.print(context.out(), "");
      }
      return failed.isEmpty() ? 0 : PARTLY;
    }
  }
}
