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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.api.settings.SettingField;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.Printable;
import org.loupe.cli.internal.text.Wrap;
import org.loupe.core.Loupe;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.Entry;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.catalogue.Profile;
import org.loupe.core.catalogue.VisualizerEntry;
import org.loupe.math.scale.Numbers;

/**
 * {@code loupe settings}: the settings of a method; also the options of a visualizer, and what a modality reads from
 * the input card.
 */
public final class SettingsCommand implements Command {
  private static final int WIDTH = 110;

  @Override
  public int run(CommandContext context) throws LoupeException {
    String id = context.arguments().positional().get(0);
    Entry entry = find(context.service(Loupe.class).catalogues(), id);
    List<SettingField> fields = schema(entry).fields();
    List<Profile> profiles = entry instanceof ExplainerEntry e ? e.profiles() : List.of();
    if (context.arguments().has("json")) {
      JsonOut.document(context.out(), json(entry, fields, profiles));
    } else {
      print(entry, fields, profiles, context.out());
    }
    return 0;
  }

  private static Entry find(Catalogues catalogues, String id) throws LoupeException {
    Optional<? extends Entry> other = catalogues.visualizers().get(id);
    if (other.isEmpty()) {
      other = catalogues.modalities().get(id);
    }
    return other.isPresent() && catalogues.explainers().get(id).isEmpty() ? other.get()
        : catalogues.explainers().find(id);
  }

  private static SettingsSchema<?> schema(Entry entry) throws LoupeException {
    return switch (entry) {
      case ExplainerEntry e -> e.schema();
      case VisualizerEntry e -> e.schema();
      case ModalityEntry e -> e.schema();
      default -> throw new IllegalArgumentException("an entry without settings: " + entry);
    };
  }

  private static void print(Entry entry, List<SettingField> fields, List<Profile> profiles, PrintStream out) {
    paragraph(entry.name() + " (" + entry.id() + "): " + entry.description(), "", out);
    if (entry instanceof ExplainerEntry e && !e.reference().isEmpty()) {
      paragraph("Reference: " + e.reference(), "", out);
    }
    out.println();
    out.println(fields.isEmpty() ? "It has no settings." : "Settings with their defaults, and what is allowed:");
    for (SettingField field : fields) {
      out.println("  " + Printable.of(field.key() + "=" + field.defaultText()) + "    (" + allowed(field) + ")");
      paragraph(field.doc(), "      ", out);
    }
    if (!profiles.isEmpty()) {
      out.println();
      out.println("Profiles:");
    }
    for (Profile profile : profiles) {
      out.println(Printable.of("  " + profile.id() + "    " + sets(profile)));
      paragraph(profile.name() + (profile.description().isEmpty() ? "" : ": " + profile.description()), "      ", out);
    }
  }

  private static void paragraph(String text, String margin, PrintStream out) {
    Wrap.lines(Printable.of(text), WIDTH - margin.length()).forEach(l -> out.println(margin + l));
  }

  private static String sets(Profile profile) {
    return profile.settings().isEmpty() ? "(the defaults)" : profile.settings().entrySet().stream()
        .map(s -> s.getKey() + "=" + s.getValue()).collect(Collectors.joining(" "));
  }

  private static String allowed(SettingField field) {
    String limits = range(field) + (field.unit().isEmpty() ? "" : ", in " + field.unit());
    return switch (field.type()) {
      case INTEGER -> "whole number" + limits;
      case NUMBER -> "number" + limits;
      case INTEGERS -> "whole numbers by commas" + limits;
      case NUMBERS -> "numbers by commas" + limits;
      case BOOLEAN -> "true, false";
      case TEXT -> "text";
      case TEXTS -> "texts by commas";
      case RECORDS -> "in a card a list of objects with "
          + String.join(", ", field.nested().fields().stream().map(SettingField::key).toList());
      case CHOICE -> String.join(", ", field.choices());
    };
  }

  private static String range(SettingField field) {
    boolean low = Double.isFinite(field.min());
    boolean high = Double.isFinite(field.max());
    return low && high ? ", " + Numbers.format(field.min()) + " to " + Numbers.format(field.max())
        : low ? ", at least " + Numbers.format(field.min()) : high ? ", at most " + Numbers.format(field.max()) : "";
  }

  private static Map<String, Object> json(Entry entry, List<SettingField> fields, List<Profile> profiles) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", entry.id());
    out.put("name", entry.name());
    out.put("description", entry.description());
    out.put("bundle", entry.bundle());
    out.put("settings", fields.stream().map(SettingsCommand::json).toList());
    out.put("profiles", profiles.stream().map(SettingsCommand::json).toList());
    return out;
  }

  private static Map<String, Object> json(Profile profile) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", profile.id());
    out.put("name", profile.name());
    out.put("description", profile.description());
    out.put("settings", profile.settings());
    return out;
  }

  private static Map<String, Object> json(SettingField field) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("key", field.key());
    out.put("type", field.type().name().toLowerCase(Locale.ROOT));
    out.put("default", field.defaultText());
    out.put("label", field.label());
    out.put("doc", field.doc());
    out.put("unit", field.unit());
    out.put("min", Double.isFinite(field.min()) ? field.min() : null);
    out.put("max", Double.isFinite(field.max()) ? field.max() : null);
    out.put("choices", field.choices());
    return out;
  }
}
