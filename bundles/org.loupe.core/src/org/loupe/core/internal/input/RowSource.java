/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputEntry;
import org.loupe.api.modality.RowModality;
import org.loupe.api.modality.Rows;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.internal.contain.Containment;
import org.loupe.core.internal.contain.Schemas;

/** The rows of a file, read by a contributed modality for one or more inputs; contained. */
public final class RowSource implements AutoCloseable {
  private final ModalityEntry entry;
  private final String what;
  private final Map<String, ValueSpec> inputs;
  private final Rows rows;

  private RowSource(ModalityEntry entry, String what, Map<String, ValueSpec> inputs, Rows rows) {
    this.entry = entry;
    this.what = what;
    this.inputs = inputs;
    this.rows = rows;
  }

  /** Whether a modality reads rows. @throws LoupeException FAILED, naming the bundle, if its code is defective */
  public static boolean reads(ModalityEntry entry) throws LoupeException {
    return entry.create() instanceof RowModality<?>;
  }

  /**
   * @param inputs what is read from the rows, with the settings of its card entry; at least one
   * @throws LoupeException BAD_INPUT if the file cannot be read or the settings are not valid; FAILED, naming the
   *     bundle, if its code is defective
   */
  public static RowSource open(ModalityEntry entry, Path file, Map<ValueSpec, InputEntry.Decoded> inputs,
      Progress progress) throws LoupeException {
    if (!(entry.create() instanceof RowModality<?> modality)) {
      throw LoupeException.badInput(file.getFileName() + ": " + entry.name() + " files have no rows");
    }
    return open(entry, modality, file, inputs, progress);
  }

  private static <C extends Record> RowSource open(ModalityEntry entry, RowModality<C> modality, Path file,
      Map<ValueSpec, InputEntry.Decoded> inputs, Progress progress) throws LoupeException {
    SettingsSchema<C> schema = Schemas.typed(entry.bundle(), entry.id(), modality::cardType);
    List<RowModality.RowInput<C>> wanted = new ArrayList<>();
    Map<String, ValueSpec> specs = new LinkedHashMap<>();
    for (Map.Entry<ValueSpec, InputEntry.Decoded> e : inputs.entrySet()) {
      wanted.add(new RowModality.RowInput<>(e.getKey(), Decoding.settings(entry, schema, e.getValue().settings())));
      specs.put(e.getKey().name(), e.getKey());
    }
    String what = "reading " + file.getFileName();
    return new RowSource(entry, what, specs,
        Containment.call(entry.bundle(), what, () -> modality.open(file, wanted, progress)));
  }

  /** As {@link Rows#next}. */
  public Optional<Map<String, DecodedInput>> next(int most) throws LoupeException {
    Optional<Map<String, DecodedInput>> next = Containment.call(entry.bundle(), what, () -> rows.next(most));
    if (next.isPresent()) {
      check(next.get(), most);
    }
    return next;
  }

  private void check(Map<String, DecodedInput> decoded, int most) throws LoupeException {
    int count = -1;
    for (ValueSpec spec : inputs.values()) {
      DecodedInput input = decoded.get(spec.name());
      if (input == null || input.tensor() == null || !input.name().equals(spec.name()) || input.table().isEmpty()) {
        throw Containment.failure(entry.bundle(), "modality " + entry.id(), "gave no rows for input " + spec.name());
      }
      int rowCount = input.table().get().rows().size();
      if (rowCount < 1 || rowCount > most || count >= 0 && count != rowCount) {
        throw Containment.failure(entry.bundle(), "modality " + entry.id(), "gave " + rowCount + " rows for input "
            + spec.name() + (count < 0 ? "" : " and " + count + " for another"));
      }
      count = rowCount;
      InputFit.check(input.tensor(), spec);
    }
  }

  /** As {@link Rows#skip}. */
  public long skip(long count) throws LoupeException {
    return Containment.call(entry.bundle(), what, () -> rows.skip(count));
  }

  /** As {@link Rows#find}. */
  public boolean find(String name) throws LoupeException {
    return Containment.call(entry.bundle(), what, () -> rows.find(name));
  }

  /** As {@link Rows#notes}. */
  public List<String> notes() throws LoupeException {
    return List.copyOf(Containment.call(entry.bundle(), what, rows::notes));
  }

  @Override
  public void close() {
    try {
      Containment.run(entry.bundle(), what, rows::close);
    } catch (LoupeException e) {
      System.getLogger("org.loupe.core").log(System.Logger.Level.DEBUG, e.getMessage(), e);
    }
  }
}
