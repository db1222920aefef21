/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.card;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.modality.Modality;
import org.loupe.api.modality.RowModality;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.internal.contain.Containment;
import org.loupe.core.internal.score.ClassAxis;

/** Makes a first card from what a model says of itself, and from a table of its data. */
public final class CardProposal {
  /** Id of the modality that takes any tensor; it is asked last. */
  public static final String TENSOR = "tensor";
  private static final System.Logger LOG = System.getLogger("org.loupe.core");
  private final List<ModalityEntry> modalities;

  public CardProposal(Catalogue<ModalityEntry> catalogue) {
    modalities = new ArrayList<>(catalogue.entries());
    modalities.sort(Comparator.comparing(m -> m.id().equals(TENSOR)));
  }

  /** An entry for each input: of the first modality that takes it, or a state where an output has its type and name. */
  public InputCard propose(ModelDescription model) {
    Map<String, InputEntry> inputs = new LinkedHashMap<>();
    for (ValueSpec input : model.inputs()) {
      Optional<InputEntry> state = inputs.isEmpty() ? Optional.empty() : state(input, model);
      inputs.put(input.name(), state.orElseGet(() -> decoded(input, model)));
    }
    return new InputCard(inputs, Map.of());
  }

  /** The same with the entries of modalities that read rows made from a file of them. */
  public InputCard propose(ModelDescription model, Path data, Progress progress) throws LoupeException {
    InputCard plain = propose(model);
    Map<String, InputEntry> inputs = new LinkedHashMap<>(plain.inputs());
    Map<String, List<String>> labels = new LinkedHashMap<>(plain.labels());
    boolean any = false;
    for (ModalityEntry entry : modalities) {
      String name = String.valueOf(data.getFileName()).toLowerCase(Locale.ROOT);
      if (entry.extensions().stream().noneMatch(e -> name.endsWith("." + e))
          || !(entry.create() instanceof RowModality<?> modality)) {
        continue;
      }
      for (ValueSpec input : model.inputs()) {
        Optional<Map<String, String>> settings = Containment.call(entry.bundle(),
            "proposing " + entry.id() + " for " + input.name(),
            () -> modality.propose(input, model, data, progress));
        settings.ifPresent(s -> inputs.put(input.name(), new InputEntry.Decoded(entry.id(), s)));
        if (settings.isPresent()) {
          label(model, classes(entry, modality, settings.get()), labels);
        }
        any |= settings.isPresent();
      }
    }
    if (!any) {
      throw LoupeException.usage(data.getFileName() + " tells nothing of the inputs of " + model.name()
          + ": a card is made from tables, for models that take rows of them");
    }
    return new InputCard(inputs, labels);
  }

  private static <C extends Record> List<String> classes(ModalityEntry entry, RowModality<C> modality,
      Map<String, String> settings) throws LoupeException {
    return Containment.call(entry.bundle(), "proposing labels by " + entry.id(),
        () -> modality.classes(SettingsSchema.of(modality.cardType()).read(settings)));
  }

  /** One probability, where rows are of two classes, is that of the second. */
  private static void label(ModelDescription model, List<String> classes, Map<String, List<String>> labels) {
    if (classes.size() != 2 || model.outputs().size() != 1) {
      return;
    }
    OutputInfo output = model.outputs().get(0);
    if (output.logits().filter(l -> l.activation().equals("Sigmoid")).isPresent()
        && ClassAxis.declaredClasses(output.value()).orElse(0) == 1) {
      labels.put(output.name(), List.of(classes.get(1)));
    }
  }

  private InputEntry decoded(ValueSpec input, ModelDescription model) {
    for (ModalityEntry entry : modalities) {
      try {
        Modality<?> modality = entry.create();
        Optional<Map<String, String>> settings = Containment.call(entry.bundle(),
            "proposing " + entry.id() + " for " + input.name(), () -> modality.propose(input, model));
        if (settings.isPresent()) {
          return new InputEntry.Decoded(entry.id(), settings.get());
        }
      } catch (LoupeException e) {
        // One defective modality must not keep the others from being asked.
        LOG.log(Level.DEBUG, e.getMessage(), e);
      }
    }
    return new InputEntry.Decoded(TENSOR, Map.of());
  }

  /**
   * Recurrent models name the next state after the state: {@code state} and {@code stateN}, {@code h} and {@code
   * h_out}.
   */
  private static Optional<InputEntry> state(ValueSpec input, ModelDescription model) {
    List<String> next = model.outputs().stream().map(o -> o.value())
        .filter(o -> o.type().equals(input.type()) && rank(o) == rank(input)
            && o.name().length() > input.name().length() && o.name().startsWith(input.name()))
        .map(ValueSpec::name).toList();
    return next.size() == 1 ? Optional.of(new InputEntry.State(next.get(0), 0)) : Optional.empty();
  }

  private static int rank(ValueSpec value) {
    return value.dims().map(List::size).orElse(-1);
  }
}
