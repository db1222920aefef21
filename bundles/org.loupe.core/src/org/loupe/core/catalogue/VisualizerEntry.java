/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.visualize.Visualizer;
import org.loupe.core.internal.contain.Schemas;

/** A contributed visualizer. */
public final class VisualizerEntry extends Entry {
  VisualizerEntry(Contribution contribution) {
    super(contribution);
  }

  /** Kind of result that it draws, as {@code SaliencyMap}. */
  public String result() {
    return contribution().attribute("result").strip();
  }

  /** The greatest is the default view of a result. */
  public int priority() {
    return number("priority");
  }

  /** The option that names the row that is drawn, of a picture of one row; empty for other pictures. */
  public Optional<String> rowOption() {
    return Optional.of(contribution().attribute("row-option").strip()).filter(o -> !o.isEmpty());
  }

  /** Loads its code. @throws LoupeException FAILED, naming the bundle */
  public Visualizer<?, ?> create() throws LoupeException {
    return instance(Visualizer.class);
  }

  /** Its options; loads its code. @throws LoupeException FAILED, naming the bundle */
  public SettingsSchema<?> schema() throws LoupeException {
    Visualizer<?, ?> visualizer = create();
    return Schemas.of(bundle(), id(), visualizer::optionsType);
  }
}
