/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.modality.Modality;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.core.Loupe;
import org.loupe.core.card.CardRequest;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.inputs.RecentInputs;

/**
 * A model with all that its editor shows, gathered outside the UI thread.
 *
 * @param lease keeps the model open while the editor is
 * @param card the card, or a proposal
 * @param cardFile where the card is or will be
 * @param cardExists whether the card came from that file
 * @param cardProblem why that file could not be used; empty if all is well
 * @param modalities what inputs can be decoded by
 * @param lastInput what the model was fed last
 */
record LoadedModel(ModelLease lease, InputCard card, Path cardFile, boolean cardExists, Optional<String> cardProblem,
    List<ModalityChoice> modalities, Optional<InspectedInput> lastInput) {

  ModelDescription description() {
    return lease.description();
  }

  static LoadedModel load(Inspector inspector, RecentInputs recent, Path file, Progress progress)
      throws LoupeException {
    ModelLease lease = inspector.open(file, progress);
    try {
      return gather(inspector.loupe(), lease, recent.last(file), progress);
    } catch (RuntimeException | LinkageError e) {
      lease.close();
      throw e;
    }
  }

  private static LoadedModel gather(Loupe loupe, ModelLease lease, Optional<InspectedInput> input, Progress progress) {
    ModelDescription model = lease.description();
    Path cardFile = loupe.cards().pathFor(lease.file());
    boolean exists = Files.exists(cardFile);
    Optional<String> problem = Optional.empty();
    InputCard card;
    try {
      card = loupe.cards().load(CardRequest.of(lease.file()), model);
    } catch (LoupeException e) {
      problem = Optional.of(e.getMessage());
      card = loupe.cards().propose(model);
      exists = false;
    }
    progress.check();
    return new LoadedModel(lease, card, cardFile, exists, problem, modalities(loupe, model), input);
  }

  private static List<ModalityChoice> modalities(Loupe loupe, ModelDescription model) {
    List<ModalityChoice> out = new ArrayList<>();
    for (ModalityEntry entry : loupe.catalogues().modalities().entries()) {
      try {
        out.add(choice(entry, entry.create(), model));
      } catch (LoupeException | RuntimeException | LinkageError e) {
        // one defective modality must not keep a model from being looked at
        ILog.of(LoadedModel.class).error(entry.toString(), e);
      }
    }
    return out;
  }

  private static ModalityChoice choice(ModalityEntry entry, Modality<?> modality, ModelDescription model)
      throws LoupeException {
    Map<String, Map<String, String>> proposals = new LinkedHashMap<>();
    for (ValueSpec input : model.inputs()) {
      modality.propose(input, model).ifPresent(p -> proposals.put(input.name(), p));
    }
    return new ModalityChoice(entry.id(), entry.name(), entry.schema(), proposals);
  }
}
