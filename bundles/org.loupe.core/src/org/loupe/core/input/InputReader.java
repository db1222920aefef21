/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.internal.card.CardProposal;
import org.loupe.core.internal.input.Decoding;
import org.loupe.core.internal.input.FilledInputs;
import org.loupe.core.internal.input.RowSource;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.Tensor;

/** Turns files into what a model is fed with, by the input card. */
public final class InputReader {
  static final InputEntry TENSOR = new InputEntry.Decoded(CardProposal.TENSOR, Map.of());
  private final Catalogue<ModalityEntry> modalities;

  public InputReader(Catalogues catalogues) {
    modalities = catalogues.modalities();
  }

  /**
   * Reads one input of the model: {@code .npy} files are taken as they are, others decoded by the modality of their
   * card entry; constants and states are filled in. Of a table, the first row is read.
   *
   * @param files by input name; the empty name is the first input that the card wants a file for
   * @throws LoupeException USAGE if a file is missing or belongs to no input; BAD_INPUT if one cannot be read or does
   *     not fit; FAILED if a modality is defective
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Subject.Single read(ModelDescription model, InputCard card, Map<String, Path> files, Progress progress)
      throws LoupeException {
    for (Path file : files.values()) {
      if (!Files.isRegularFile(file)) {
        throw LoupeException.badInput((Files.isDirectory(file) ? "not a file but a folder: " : "there is no file ")
            + file);
      }
    }
    Optional<Table> table = table(model, card, files);
    if (table.isPresent()) {
      try (RowBlocks rows = rows(model, card, table.get(), RowSelection.FIRST, progress)) {
        return rows.next(1).orElseThrow(() -> LoupeException.badInput(table.get().file() + " holds no rows"));
      }
    }
    String name = String.join(", ", files.values().stream().map(f -> String.valueOf(f.getFileName())).toList());
    return assemble(model, card, files, name, (file, spec, entry) -> {
      progress.check();
      Decoding<?> decoding = decoding(entry);
      return isNpy(file) ? decoding.wrap(npy(file), spec)
          : decoding.decode(file, spec, progress);
    });
  }

  /** Whether these files are one table, rows of which feed the model. Files as for {@link #read}. */
  public boolean isTable(ModelDescription model, InputCard card, Map<String, Path> files) throws LoupeException {
    return table(model, card, files).isPresent();
  }

  /**
   * Opens a table, whose rows feed every input that its modality reads and no other file is given for.
   *
   * @param files one file, as for {@link #read}
   * @throws LoupeException BAD_INPUT if it is no table or cannot be read; else as {@link #read}
   */
  public RowBlocks rows(ModelDescription model, InputCard card, Map<String, Path> files, RowSelection selection,
      Progress progress) throws LoupeException {
    Table table = table(model, card, files).orElseThrow(() -> LoupeException.usage("rows can be named of one table "
        + "only: " + String.join(", ", files.values().stream().map(f -> String.valueOf(f.getFileName())).toList())
        + " is none, by the input card of " + model.name()));
    return rows(model, card, table, selection, progress);
  }

  private record Table(Path file, ModalityEntry modality, Map<ValueSpec, InputEntry.Decoded> inputs) {
  }

  private RowBlocks rows(ModelDescription model, InputCard card, Table table, RowSelection selection,
      Progress progress) throws LoupeException {
    return new RowBlocks(model, card, String.valueOf(table.file().getFileName()), selection,
        RowSource.open(table.modality(), table.file(), table.inputs(), progress),
        table.inputs().keySet().stream().map(ValueSpec::name).toList());
  }

  private Optional<Table> table(ModelDescription model, InputCard card, Map<String, Path> files)
      throws LoupeException {
    if (files.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, Path> only = named(model, card, files).entrySet().iterator().next();
    boolean unnamed = files.containsKey("");
    if (isNpy(only.getValue()) || !(card.inputs().get(only.getKey()) instanceof InputEntry.Decoded first)) {
      return Optional.empty();
    }
    Optional<ModalityEntry> modality = modalities.get(first.modality());
    if (modality.isEmpty() || !RowSource.reads(modality.get())) {
      return Optional.empty();
    }
    Map<ValueSpec, InputEntry.Decoded> inputs = new LinkedHashMap<>();
    for (ValueSpec spec : model.inputs()) {
      if ((unnamed || spec.name().equals(only.getKey())) && card.inputs().get(spec.name())
          instanceof InputEntry.Decoded d && d.modality().equals(first.modality())) {
        inputs.put(spec, d);
      }
    }
    return Optional.of(new Table(only.getValue(), modality.get(), inputs));
  }

  private static boolean isNpy(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
  }

  /** The same with tensors that are there already. @param tensors by input name, as the files above */
  public Subject.Single readTensors(ModelDescription model, InputCard card, Map<String, Tensor> tensors,
      Progress progress) throws LoupeException {
    return assemble(model, card, tensors, "tensor", (tensor, spec, entry) -> {
      progress.check();
      return decoding(entry).wrap(tensor, spec);
    });
  }

  /**
   * Inputs that show nothing, as a grey picture: what methods that make inputs of their own start from.
   *
   * @throws LoupeException NOT_APPLICABLE if the modality of an input has no such thing; else as {@link #read}
   */
  public Subject.Single blank(ModelDescription model, InputCard card) throws LoupeException {
    Map<String, DecodedInput> blanks = new LinkedHashMap<>();
    for (ValueSpec spec : model.inputs()) {
      if (card.inputs().getOrDefault(spec.name(), TENSOR) instanceof InputEntry.Decoded entry) {
        blanks.put(spec.name(), decoding(entry).blank(spec).orElseThrow(() -> LoupeException.notApplicable("input "
            + spec.name() + " (" + spec.typeText() + ") is no picture by its card, and nothing else can be made up")));
      }
    }
    return assemble(model, card, blanks, "blank", (blank, spec, entry) -> blank);
  }

  private interface Source<T> {
    DecodedInput read(T given, ValueSpec spec, InputEntry.Decoded entry) throws LoupeException;
  }

  private <T> Subject.Single assemble(ModelDescription model, InputCard card, Map<String, T> given, String name,
      Source<T> source) throws LoupeException {
    Map<String, T> byInput = named(model, card, given);
    Map<String, DecodedInput> inputs = new LinkedHashMap<>();
    List<String> explained = new ArrayList<>();
    for (ValueSpec spec : model.inputs()) {
      T value = byInput.get(spec.name());
      InputEntry entry = card.inputs().getOrDefault(spec.name(), TENSOR);
      if (value != null) {
        // A file given for a constant or a state is what the user wants instead.
        var decoded = entry instanceof InputEntry.Decoded d ? d : (InputEntry.Decoded) TENSOR;
        inputs.put(spec.name(), source.read(value, spec, decoded));
        explained.add(spec.name());
      } else {
        inputs.put(spec.name(), DecodedInput.plain(spec.name(), FilledInputs.filled(entry, spec), CardProposal.TENSOR));
      }
    }
    if (explained.isEmpty()) {
      throw LoupeException.usage("no input was given; " + model.name() + " takes " + names(model));
    }
    return new Subject.Single(name, inputs, card.labels(), explained);
  }

  /** Replaces the empty name, and finds names that the model does not have. */
  private static <T> Map<String, T> named(ModelDescription model, InputCard card, Map<String, T> given)
      throws LoupeException {
    Map<String, T> out = new LinkedHashMap<>();
    for (Map.Entry<String, T> e : given.entrySet()) {
      String name = e.getKey().isEmpty() ? firstFile(model, card) : e.getKey();
      if (model.input(name).isEmpty()) {
        throw LoupeException.usage("the model has no input " + name + "; it has " + names(model));
      }
      if (out.put(name, e.getValue()) != null) {
        throw LoupeException.usage("input " + name + " was given twice");
      }
    }
    return out;
  }

  private static String firstFile(ModelDescription model, InputCard card) throws LoupeException {
    Optional<ValueSpec> first = model.inputs().stream()
        .filter(i -> card.inputs().getOrDefault(i.name(), TENSOR) instanceof InputEntry.Decoded).findFirst();
    return first.or(() -> model.inputs().stream().findFirst()).map(ValueSpec::name)
        .orElseThrow(() -> LoupeException.notApplicable(model.name() + " takes no input"));
  }

  private Decoding<?> decoding(InputEntry.Decoded entry) throws LoupeException {
    return Decoding.of(modalities.find(entry.modality()), entry.settings());
  }

  private static Tensor npy(Path file) throws LoupeException {
    try {
      return NpyReader.read(file);
    } catch (IOException e) {
      throw LoupeException.badInput(e.getMessage(), e);
    }
  }

  private static List<String> names(ModelDescription model) {
    return model.inputs().stream().map(ValueSpec::name).toList();
  }
}
