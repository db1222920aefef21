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
import org.loupe.cli.internal.text.TextTable;
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
    out.println(Printable.of(entry.name()) + " (" + Printable.of(entry.id()) + "): "
        + Printable.of(entry.description()));
    if (entry instanceof ExplainerEntry e && !e.reference().isEmpty()) {
      out.println("Reference: " + Printable.of(e.reference()));
    }
    out.println();
    if (fields.isEmpty()) {
      out.println("It has no settings.");
    } else {
      TextTable table = new TextTable().left("setting").left("default").left("allowed").left("meaning");
      fields.forEach(f -> table.row(f.key(), f.defaultText().isEmpty() ? "(empty)" : f.defaultText(), allowed(f),
          f.doc()));
      table.print(out, "");
    }
    if (!profiles.isEmpty()) {
      out.println();
      TextTable table = new TextTable().left("profile").left("sets").left("meaning");
      profiles.forEach(p -> table.row(p.id(), p.settings().isEmpty() ? "the defaults" : p.settings().entrySet().stream()
          .map(s -> s.getKey() + "=" + s.getValue()).collect(Collectors.joining(" ")),
          p.description().isEmpty() ? p.name() : p.name() + ": " + p.description()));
      table.print(out, "");
    }
  }

  private static String allowed(SettingField field) {
    String unit = field.unit().isEmpty() ? "" : " " + field.unit();
    return switch (field.type()) {
      case INTEGER -> "whole number" + range(field) + unit;
      case NUMBER -> "number" + range(field) + unit;
      case INTEGERS -> "whole numbers, by commas" + range(field) + unit;
      case NUMBERS -> "numbers, by commas" + range(field) + unit;
      case BOOLEAN -> "true, false";
      case TEXT -> "text";
      case CHOICE -> String.join(", ", field.choices());
    };
  }

  private static String range(SettingField field) {
    boolean low = Double.isFinite(field.min());
    boolean high = Double.isFinite(field.max());
    return low && high ? " " + Numbers.format(field.min()) + " to " + Numbers.format(field.max())
        : low ? " from " + Numbers.format(field.min()) : high ? " up to " + Numbers.format(field.max()) : "";
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
