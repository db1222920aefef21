/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.CommandContext;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.subject.Subject;
import org.loupe.core.Loupe;
import org.loupe.core.card.CardRequest;
import org.loupe.core.model.ModelLease;

/** The model of a command, opened, with its input card: what {@code MODEL}, {@code --card} and their kin ask for. */
final class ModelSession implements AutoCloseable {
  private static final String NPY = "npy";

  private final CommandContext context;
  private final Loupe loupe;
  private final ModelLease lease;
  private InputCard card;
  private boolean told;

  private ModelSession(CommandContext context, ModelLease lease) {
    this.context = context;
    this.loupe = context.service(Loupe.class);
    this.lease = lease;
  }

  /** Opens the model that the command's first word names, and says what is odd about it. */
  static ModelSession open(CommandContext context) throws LoupeException {
    Path file = InputFiles.path(context.arguments().positional().get(0));
    return open(context, file, loadOptions(context.arguments(), LoadOptions.DEFAULT));
  }

  /** Opens a model file. */
  static ModelSession open(CommandContext context, Path file, LoadOptions options) throws LoupeException {
    if (!Files.exists(file)) {
      throw LoupeException.badInput("there is no model file " + file);
    }
    Loupe loupe = context.service(Loupe.class);
    ModelLease lease = loupe.models().open(file, options, context.progress());
    lease.description().warnings().forEach(w -> context.message(lease.description().name() + ": " + w));
    return new ModelSession(context, lease);
  }

  /** The load options that the command line gives, over those given. */
  static LoadOptions loadOptions(Arguments arguments, LoadOptions otherwise) throws LoupeException {
    OptionValues values = new OptionValues(arguments);
    return new LoadOptions(values.text("device", otherwise.device()),
        values.whole("threads", otherwise.threads(), 0, 1024));
  }

  ModelLease lease() {
    return lease;
  }

  ModelDescription description() {
    return lease.description();
  }

  /** The files that {@code --input} names; a folder only where the command takes one. */
  InputFiles inputs(boolean folders) throws LoupeException {
    InputFiles files = InputFiles.find(context.arguments().all("input"), description(), endings());
    if (files.folder() && !folders) {
      throw LoupeException.usage("--input must be a file here, not a folder: "
          + context.arguments().value("input").orElse(""));
    }
    if (!files.skipped().isEmpty()) {
      context.message(files.skipped().size() + " files of the folder are left out, as " + files.skipped().get(0)
          + ": no input of the model takes such files");
    }
    return files;
  }

  /** Reads one feeding of the model; if that takes a card that had to be assumed, says so once. */
  Subject.Single read(InputFiles.Item item, Progress progress) throws LoupeException {
    boolean blank = item.files().isEmpty();
    boolean decoded = blank || item.files().values().stream().anyMatch(f -> !FileNames.ending(f).equals(NPY));
    if (decoded && !told && assumed()) {
      told = true;
      context.message("no card beside " + description().name() + "; assumed " + text(card())
          + " (loupe card writes a card to correct it)");
    }
    return blank
        ? loupe.inputs().blank(description(), card())
        : loupe.inputs().read(description(), card(), item.files(), progress);
  }

  /** The card that the command line names, else the one beside the model, else an assumed one. */
  InputCard card() throws LoupeException {
    if (card == null) {
      Arguments arguments = context.arguments();
      card = loupe.cards().load(new CardRequest(lease.file(), path(arguments.value("card")),
          new OptionValues(arguments).pairs("card-set"), path(arguments.value("labels"))), description());
    }
    return card;
  }

  private boolean assumed() {
    return !context.arguments().has("card") && !Files.exists(loupe.cards().pathFor(lease.file()));
  }

  private static Optional<Path> path(Optional<String> text) throws LoupeException {
    return text.isEmpty() ? Optional.empty() : Optional.of(InputFiles.path(text.get()));
  }

  /** What a card says of the inputs, in one line. */
  private static String text(InputCard card) {
    return card.inputs().entrySet().stream().map(e -> e.getKey() + ": " + switch (e.getValue()) {
      case InputEntry.Decoded d -> d.modality() + " " + d.settings();
      case InputEntry.Constant c -> "constant " + c.values();
      case InputEntry.State s -> "state from " + s.output();
    }).collect(Collectors.joining("; "));
  }

  /** Endings of the files that count in a folder: tensors, and what the modalities of the card decode. */
  private Set<String> endings() throws LoupeException {
    Set<String> endings = new TreeSet<>(List.of(NPY));
    for (InputEntry entry : card().inputs().values()) {
      if (entry instanceof InputEntry.Decoded d) {
        loupe.catalogues().modalities().get(d.modality()).ifPresent(m -> endings.addAll(m.extensions()));
      }
    }
    return endings;
  }

  @Override
  public void close() {
    lease.close();
  }
}
