/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.loupe.core.input.RowBlocks;
import org.loupe.core.input.RowSelection;
import org.loupe.core.input.TableSample;
import org.loupe.core.model.ModelLease;

/** The model of a command, opened, with its input card: what {@code MODEL}, {@code --card} and their kin ask for. */
final class ModelSession implements AutoCloseable {
  private static final String NPY = "npy";
  private static final int LONGEST = 60;
  private static final String BACKGROUND = "background";
  private static final int BLOCK_ROWS = 4096;
  private static final long BLOCK_CELLS = 1 << 19;

  private final CommandContext context;
  private final Loupe loupe;
  private final ModelLease lease;
  private InputCard card;
  private final Set<String> said = new HashSet<>();
  private boolean toldRow;

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

  /** Reads one feeding of the model, of a table one row; if a card had to be assumed for it, says so once. */
  Subject.Single read(InputFiles.Item item, Progress progress) throws LoupeException {
    if (item.subject().isPresent()) {
      return item.subject().get();
    }
    tellAssumed(item);
    if (item.files().isEmpty()) {
      return loupe.inputs().blank(description(), card());
    }
    if (item.rows().isPresent()) {
      if (!item.rows().get().isOne()) {
        throw LoupeException.usage(item.name() + " names several rows; here one is taken, as "
            + item.file().getFileName() + "#" + item.rows().get().first());
      }
      return sample(item, 1, progress).subject();
    }
    if (!toldRow && isTable(item)) {
      toldRow = true;
      context.message("of " + item.name() + " row 1 is taken; name another as " + item.file().getFileName() + "#12");
    }
    return loupe.inputs().read(description(), card(), item.files(), progress);
  }

  /** Whether it is a table, rows of which feed the model. */
  boolean isTable(InputFiles.Item item) throws LoupeException {
    return !item.files().isEmpty() && loupe.inputs().isTable(description(), card(), item.files());
  }

  /** Rows of a table as one input of many items, as {@link TableSample#read}; what is to be known of it is said. */
  TableSample sample(InputFiles.Item item, int most, Progress progress) throws LoupeException {
    tellAssumed(item);
    TableSample sample = TableSample.read(loupe.inputs(), description(), card(), item.files(),
        item.rows().orElse(RowSelection.ALL), most, progress);
    sample.notes().forEach(this::tell);
    return sample;
  }

  /** The rows of a table, block by block. */
  RowBlocks rows(InputFiles.Item item, Progress progress) throws LoupeException {
    tellAssumed(item);
    RowBlocks rows = loupe.inputs().rows(description(), card(), item.files(), item.rows().orElse(RowSelection.ALL),
        progress);
    rows.notes().forEach(this::tell);
    return rows;
  }

  boolean hasBackground() {
    return context.arguments().has(BACKGROUND);
  }

  /** A fingerprint of what {@code --background} names. */
  String backgroundFingerprint() throws LoupeException {
    FileRows given = FileRows.parse(context.arguments().value(BACKGROUND).orElseThrow());
    return new Fingerprint().add(given.file()).add(given.rows()).hex();
  }

  /** The rows that {@code --background} names; empty if it names none. */
  Optional<Subject.Single> background() throws LoupeException {
    if (!hasBackground()) {
      return Optional.empty();
    }
    Progress progress = context.progress();
    FileRows given = FileRows.parse(context.arguments().value(BACKGROUND).orElseThrow());
    InputFiles.Item item = new InputFiles.Item(given.file() + given.rows().map(RowSelection::text).orElse(""),
        Map.of("", given.file()), given.rows(), Optional.empty());
    boolean table = Files.exists(given.file()) && isTable(item);
    return Optional.of(table ? sample(item, TableSample.MOST_ROWS, progress).subject() : read(item, progress));
  }

  /** How many rows of a table are worth being fed at once: fewer of wide ones. */
  int blockRows() {
    long columns = description().inputs().stream().mapToLong(i -> i.dims().filter(d -> d.size() > 1)
        .map(d -> Math.max(1, d.get(d.size() - 1).size())).orElse(1L)).sum();
    return Math.clamp(BLOCK_CELLS / Math.max(1, columns), 1, BLOCK_ROWS);
  }

  /** Says something once. */
  private void tell(String sentence) {
    if (said.add(sentence)) {
      context.message(sentence);
    }
  }

  private void tellAssumed(InputFiles.Item item) throws LoupeException {
    boolean decoded = item.files().isEmpty()
        || item.files().values().stream().anyMatch(f -> !FileNames.ending(f).equals(NPY));
    if (decoded && assumed()) {
      tell("no card beside " + description().name() + "; assumed " + text(card())
          + " (loupe card writes a card to correct it)");
    }
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
      case InputEntry.Decoded d -> d.modality() + " " + shortened(d.settings());
      case InputEntry.Constant c -> "constant " + c.values();
      case InputEntry.State s -> "state from " + s.output();
    }).collect(Collectors.joining("; "));
  }

  /** Lists of columns may be long. */
  private static Map<String, String> shortened(Map<String, String> settings) {
    Map<String, String> out = new LinkedHashMap<>();
    settings.forEach((key, text) -> out.put(key, text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "..."));
    return out;
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
