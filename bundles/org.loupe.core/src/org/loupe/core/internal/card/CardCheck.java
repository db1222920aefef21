/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.internal.score.ClassAxis;

/** Says what of a card does not fit a model. */
public final class CardCheck {
  private final Catalogue<ModalityEntry> modalities;
  private final ModelDescription model;
  private final List<String> problems = new ArrayList<>();

  public CardCheck(Catalogue<ModalityEntry> modalities, ModelDescription model) {
    this.modalities = modalities;
    this.model = model;
  }

  /** A line each. */
  public List<String> check(InputCard card) {
    problems.clear();
    card.inputs().forEach(this::input);
    card.labels().forEach(this::labels);
    return List.copyOf(problems);
  }

  private void input(String name, InputEntry entry) {
    Optional<ValueSpec> spec = model.input(name);
    String at = "inputs." + name;
    if (spec.isEmpty()) {
      problems.add(at + ": the model has no such input; it has "
          + model.inputs().stream().map(ValueSpec::name).toList());
      return;
    }
    switch (entry) {
      case InputEntry.Decoded d -> decoded(at, d);
      case InputEntry.Constant c -> constant(at, c, spec.get());
      case InputEntry.State s -> {
        if (model.output(s.output()).isEmpty()) {
          problems.add(at + ".state-from: the model has no output " + s.output() + "; it has "
              + model.outputs().stream().map(OutputInfo::name).toList());
        }
      }
    }
  }

  private void decoded(String at, InputEntry.Decoded d) {
    ModalityEntry modality;
    try {
      modality = modalities.find(d.modality());
    } catch (LoupeException e) {
      problems.add(at + ".modality: " + e.getMessage());
      return;
    }
    try {
      modality.schema().read(d.settings());
    } catch (LoupeException e) {
      problems.add(at + ": " + e.getMessage());
    } catch (RuntimeException e) {
      problems.add(at + ": the settings cannot be checked: " + e.getMessage());
    }
  }

  private void constant(String at, InputEntry.Constant c, ValueSpec spec) {
    if (c.values().size() == 1 || spec.dims().isEmpty()) {
      return;
    }
    long size = 1;
    for (Dimension d : spec.dims().get()) {
      try {
        size = Math.multiplyExact(size, d.known() ? d.size() : 1);
      } catch (ArithmeticException e) {
        size = Long.MAX_VALUE;
        break;
      }
    }
    if (size != c.values().size()) {
      problems.add(at + ".constant: " + c.values().size() + " numbers for " + spec.typeText() + "; give 1 or " + size);
    }
  }

  private void labels(String name, List<String> labels) {
    Optional<OutputInfo> output = model.output(name);
    if (output.isEmpty()) {
      problems.add("outputs." + name + ": the model has no such output; it has "
          + model.outputs().stream().map(OutputInfo::name).toList());
      return;
    }
    var classes = ClassAxis.declaredClasses(output.get().value());
    if (classes.isPresent() && classes.getAsLong() != labels.size()) {
      problems.add("outputs." + name + ".labels: " + labels.size() + " labels for " + classes.getAsLong() + " classes");
    }
  }
}
