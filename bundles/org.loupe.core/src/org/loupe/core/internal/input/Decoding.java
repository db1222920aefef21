/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.input;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.Modality;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.internal.contain.Containment;
import org.loupe.core.internal.contain.Schemas;
import org.loupe.math.tensor.Tensor;

/**
 * A contributed modality with the settings of a card entry, contained.
 *
 * @param <C> its settings
 */
public final class Decoding<C extends Record> {
  private final ModalityEntry entry;
  private final Modality<C> modality;
  private final C settings;

  private Decoding(ModalityEntry entry, Modality<C> modality, C settings) {
    this.entry = entry;
    this.modality = modality;
    this.settings = settings;
  }

  /**
   * @throws LoupeException BAD_INPUT if the settings are not valid; FAILED, naming the bundle, if its code is defective
   */
  public static Decoding<?> of(ModalityEntry entry, Map<String, String> settings) throws LoupeException {
    return of(entry, entry.create(), settings);
  }

  private static <C extends Record> Decoding<C> of(ModalityEntry entry, Modality<C> modality,
      Map<String, String> settings) throws LoupeException {
    SettingsSchema<C> schema = Schemas.typed(entry.bundle(), entry.id(), modality::cardType);
    return new Decoding<>(entry, modality, settings(entry, schema, settings));
  }

  /** The settings of a card entry. @throws LoupeException BAD_INPUT if they are not valid */
  static <C extends Record> C settings(ModalityEntry entry, SettingsSchema<C> schema, Map<String, String> settings)
      throws LoupeException {
    try {
      return schema.read(settings);
    } catch (LoupeException e) {
      throw LoupeException.badInput("input card: modality " + entry.id() + ": " + e.getMessage(), e);
    }
  }

  /** Decodes a file. */
  public DecodedInput decode(Path file, ValueSpec input, Progress progress) throws LoupeException {
    return checked(input, Containment.call(entry.bundle(), "decoding " + file.getFileName(),
        () -> modality.decode(file, input, settings, progress)));
  }

  /** Takes a tensor as it is. */
  public DecodedInput wrap(Tensor tensor, ValueSpec input) throws LoupeException {
    return checked(input, Containment.call(entry.bundle(), "taking the tensor for input " + input.name(),
        () -> modality.wrap(tensor, input, settings)));
  }

  /** An input that shows nothing; empty if the modality has no such thing. */
  public Optional<DecodedInput> blank(ValueSpec input) throws LoupeException {
    Optional<DecodedInput> blank = Containment.call(entry.bundle(), "making a blank input " + input.name(),
        () -> modality.blank(input, settings));
    return blank.isEmpty() ? blank : Optional.of(checked(input, blank.get()));
  }

  private DecodedInput checked(ValueSpec input, DecodedInput decoded) throws LoupeException {
    if (decoded.tensor() == null || !input.name().equals(decoded.name())) {
      throw Containment.failure(entry.bundle(), "modality " + entry.id(), "gave no tensor for input " + input.name());
    }
    InputFit.check(decoded.tensor(), input);
    return decoded;
  }
}
