/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.ui.api.context.Inspector;

/** The kinds of files that can be fed, as the installed modalities name them. */
public final class InputKinds {
  private final List<ModalityEntry> taken;
  private final List<ModalityEntry> others;

  private InputKinds(List<ModalityEntry> taken, List<ModalityEntry> others) {
    this.taken = taken;
    this.others = others;
  }

  /** @param card tells which kinds a model takes; if it names none, all are taken */
  public static InputKinds of(Inspector inspector, InputCard card) {
    Set<String> named = card.inputs().values().stream().filter(InputEntry.Decoded.class::isInstance)
        .map(e -> ((InputEntry.Decoded) e).modality()).collect(Collectors.toSet());
    List<ModalityEntry> taken = new ArrayList<>();
    List<ModalityEntry> others = new ArrayList<>();
    for (ModalityEntry entry : inspector.loupe().catalogues().modalities().entries()) {
      if (!entry.extensions().isEmpty()) {
        (named.isEmpty() || named.contains(entry.id()) ? taken : others).add(entry);
      }
    }
    return taken.isEmpty() ? new InputKinds(others, List.of()) : new InputKinds(taken, others);
  }

  /** What the model takes, for a sentence: {@code table: csv, tsv}. */
  public String words() {
    return taken.stream().map(e -> e.name().toLowerCase(Locale.ROOT) + ": " + String.join(", ", e.extensions()))
        .collect(Collectors.joining("; "));
  }

  /** Names for the filters of a file dialog, those of what the model takes first. */
  List<String> filterNames() {
    return all().stream().map(e -> e.name() + " (" + String.join(", ", e.extensions()) + ")").toList();
  }

  /** Patterns for the filters of a file dialog, in the order of their names. */
  List<String> filters() {
    return all().stream().map(e -> e.extensions().stream()
        .map(x -> "*." + x + ";*." + x.toUpperCase(Locale.ROOT)).collect(Collectors.joining(";"))).toList();
  }

  private List<ModalityEntry> all() {
    List<ModalityEntry> all = new ArrayList<>(taken);
    all.addAll(others);
    return all;
  }
}
