/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.List;
import java.util.Locale;
import org.loupe.api.LoupeException;
import org.loupe.api.modality.Modality;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.internal.contain.Schemas;

/** A contributed modality. */
public final class ModalityEntry extends Entry {
  ModalityEntry(Contribution contribution) {
    super(contribution);
  }

  /** Endings of the files that it decodes, in lower case, without the dot; may be empty. */
  public List<String> extensions() {
    return list("extensions").stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
  }

  /** Loads its code. @throws LoupeException FAILED, naming the bundle */
  public Modality<?> create() throws LoupeException {
    return instance(Modality.class);
  }

  /** The settings of its part of the input card; loads its code. @throws LoupeException FAILED, naming the bundle */
  public SettingsSchema<?> schema() throws LoupeException {
    Modality<?> modality = create();
    return Schemas.of(bundle(), id(), modality::cardType);
  }
}
