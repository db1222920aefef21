/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.Loupe;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.CommandEntry;
import org.loupe.core.catalogue.Entry;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.FacetEntry;
import org.loupe.core.catalogue.LoaderEntry;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.catalogue.Profile;
import org.loupe.core.catalogue.VisualizerEntry;

/** {@code loupe list}: everything installed of one kind; what is wrong with a contribution is said as well. */
public final class ListInstalledCommand implements Command {
  private static final int WIDTH = 110;

  @Override
  public int run(CommandContext context) throws LoupeException {
    Catalogues catalogues = context.service(Loupe.class).catalogues();
    String kind = context.arguments().positional().get(0);
    List<? extends Entry> entries = catalogue(kind, catalogues).entries();
    catalogues.problems().forEach(p -> context.message(p.message()));
    if (context.arguments().has("json")) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put(kind, entries.stream().map(ListInstalledCommand::json).toList());
      content.put("problems", catalogues.problems().stream()
          .map(p -> Map.of("bundle", p.bundle(), "message", p.message())).toList());
      JsonOut.document(context.out(), content);
    } else {
      TextTable table = new TextTable().left("id").left("bundle").left("what it is");
      entries.forEach(e -> table.row(e.id(), e.bundleText(), what(e)));
      table.wrapped(WIDTH).print(context.out(), "");
    }
    return 0;
  }

  private static Catalogue<? extends Entry> catalogue(String kind, Catalogues catalogues) throws LoupeException {
    return switch (kind) {
      case "loaders" -> catalogues.loaders();
      case "facets" -> catalogues.facets();
      case "modalities" -> catalogues.modalities();
      case "explainers" -> catalogues.explainers();
      case "visualizers" -> catalogues.visualizers();
      case "commands" -> catalogues.commands();
      default -> throw LoupeException.usage("list: there is nothing of the kind " + kind
          + "; list loaders, facets, modalities, explainers, visualizers or commands");
    };
  }

  private static String what(Entry entry) {
    return entry instanceof CommandEntry c ? c.summary() : entry.name() + ": " + entry.description();
  }

  private static Map<String, Object> json(Entry entry) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", entry.id());
    out.put("name", entry.name());
    out.put("bundle", entry.bundle());
    out.put("version", entry.contribution().bundleVersion());
    switch (entry) {
      case LoaderEntry e -> {
        out.put("description", e.description());
        out.put("extensions", e.extensions());
        out.put("sharedExtensions", e.sharedExtensions());
        out.put("priority", e.priority());
      }
      case FacetEntry e -> {
        out.put("description", e.description());
        out.put("type", e.type());
        out.put("capability", e.capability());
        out.put("operators", e.operators());
      }
      case ModalityEntry e -> {
        out.put("description", e.description());
        out.put("extensions", e.extensions());
      }
      case ExplainerEntry e -> {
        out.put("description", e.description());
        out.put("category", e.category());
        out.put("requires", e.requires());
        out.put("reference", e.reference());
        out.put("profiles", e.profiles().stream().map(Profile::id).toList());
      }
      case VisualizerEntry e -> {
        out.put("description", e.description());
        out.put("result", e.result());
        out.put("priority", e.priority());
      }
      case CommandEntry e -> {
        out.put("summary", e.summary());
        out.put("usage", e.usage());
      }
      default -> throw new IllegalArgumentException("an entry of an unknown kind: " + entry);
    }
    return out;
  }
}
