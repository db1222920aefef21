/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.card;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.settings.SettingField;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.internal.card.CardCheck;
import org.loupe.core.internal.card.CardJson;
import org.loupe.core.internal.card.CardOverrides;
import org.loupe.core.internal.card.CardProposal;
import org.loupe.core.internal.card.LabelFiles;
import org.loupe.core.internal.io.AtomicFiles;
import org.loupe.core.internal.io.Failures;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.StrictJson;
import org.loupe.core.internal.score.ClassAxis;

/** Reads, writes, proposes and checks input cards. The format is described by {@code schema/card.schema.json}. */
public final class CardFiles {
  private static final int LARGEST = 32 << 20;
  private final Catalogue<ModalityEntry> modalities;

  public CardFiles(Catalogues catalogues) {
    modalities = catalogues.modalities();
  }

  /** Where the card of a model lies: {@code <model file>.card.json}. */
  public Path pathFor(Path model) {
    return model.resolveSibling(model.getFileName() + ".card.json");
  }

  /** @throws LoupeException BAD_INPUT naming file, place in the card, and what is wrong */
  public InputCard read(Path file) throws LoupeException {
    JsonObject json;
    try (InputStream in = Files.newInputStream(file)) {
      json = StrictJson.object(in, LARGEST);
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
    try {
      return CardJson.read(json, file);
    } catch (LoupeException e) {
      throw LoupeException.badInput("card " + file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  /** The JSON of a card, pretty and stable: the same card gives the same text. */
  public String format(InputCard card) {
    return Json.pretty(CardJson.write(card, this::fields));
  }

  /**
   * Writes a card as {@link #format} gives it. Atomic.
   *
   * @throws LoupeException FAILED if it cannot be written
   */
  public void write(InputCard card, Path file) throws LoupeException {
    byte[] text = format(card).getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFiles.write(file, out -> out.write(text));
    } catch (IOException e) {
      throw Failures.writing(file, e);
    }
  }

  /**
   * The card to use: the explicit one, else the one beside the model, else a proposed one; inputs that it does not
   * speak of as proposed; then overrides and labels.
   *
   * @throws LoupeException BAD_INPUT if the card cannot be read or does not fit the model; USAGE if an override does
   *     not
   */
  public InputCard load(CardRequest request, ModelDescription model) throws LoupeException {
    Path beside = pathFor(request.model());
    InputCard card = InputCard.EMPTY;
    String source = "the proposed card";
    if (request.card().isPresent() || Files.exists(beside)) {
      Path file = request.card().orElse(beside);
      source = "card " + file.getFileName();
      card = read(file);
      refuse(source, check(card, model));
    }
    Map<String, List<String>> labels = new LinkedHashMap<>(card.labels());
    if (request.labels().isPresent()) {
      List<String> given = LabelFiles.read(request.labels().get());
      ClassAxis.firstOf(model.outputs()).ifPresent(output -> labels.put(output.name(), given));
    }
    InputCard full = CardOverrides.apply(new InputCard(completed(card, model).inputs(), labels), request.overrides());
    refuse(source, check(full, model));
    return full;
  }

  /** A first card from what the model says of itself. */
  public InputCard propose(ModelDescription model) {
    return new CardProposal(modalities).propose(model);
  }

  /**
   * A first card from what the model says of itself, and from a file of the data that it was made for.
   *
   * @throws LoupeException BAD_INPUT if the file cannot be read; USAGE if no modality learns from such files
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public InputCard propose(ModelDescription model, Path data, Progress progress) throws LoupeException {
    if (!Files.isRegularFile(data)) {
      throw LoupeException.badInput("there is no file " + data);
    }
    return new CardProposal(modalities).propose(model, data, progress);
  }

  /** What does not fit the model, a line each; empty if all is well. */
  public List<String> check(InputCard card, ModelDescription model) {
    return new CardCheck(modalities, model).check(card);
  }

  private InputCard completed(InputCard card, ModelDescription model) {
    boolean whole = model.inputs().stream().allMatch(i -> card.inputs().containsKey(i.name()));
    if (whole) {
      return card;
    }
    Map<String, InputEntry> inputs = new LinkedHashMap<>(card.inputs());
    propose(model).inputs().forEach(inputs::putIfAbsent);
    return new InputCard(inputs, card.labels());
  }

  private static void refuse(String source, List<String> problems) throws LoupeException {
    if (!problems.isEmpty()) {
      String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
      throw LoupeException.badInput(source + " does not fit the model: " + problems.get(0) + more);
    }
  }

  /** Numbers are written as texts where the modality is not installed or defective. */
  private List<SettingField> fields(String modality) {
    try {
      return modalities.find(modality).schema().fields();
    } catch (LoupeException e) {
      return List.of();
    }
  }
}
