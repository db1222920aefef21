/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.subject.Subject;
import org.loupe.core.Loupe;
import org.loupe.core.model.ModelLease;

/**
 * Opens what an inspection names. A part gets it by {@code getSite().getService(Inspector.class)} and uses it in its
 * jobs, never in the UI thread.
 */
public final class Inspector implements AutoCloseable {
  private final Supplier<Loupe> opener;
  private final Supplier<LoadOptions> options;
  private Loupe loupe;

  /**
   * @param opener makes the core when it is first asked for
   * @param options how models are to run, asked for each time one is opened
   */
  public Inspector(Supplier<Loupe> opener, Supplier<LoadOptions> options) {
    this.opener = opener;
    this.options = options;
  }

  public synchronized Loupe loupe() {
    if (loupe == null) {
      loupe = opener.get();
    }
    return loupe;
  }

  /** Opens a model, or shares it with whoever has it open. @throws LoupeException as {@code ModelSessions.open} */
  public ModelLease open(Path model, Progress progress) throws LoupeException {
    return loupe().models().open(model, options.get(), progress);
  }

  /**
   * Decodes the input that an inspection names, by its card.
   *
   * @throws LoupeException BAD_INPUT with one line if a file is no such data or does not fit
   * @throws java.util.NoSuchElementException if the inspection has no model or no input
   */
  public Subject.Single subject(Inspection inspection, Progress progress) throws LoupeException {
    InspectedModel model = inspection.model().orElseThrow();
    return loupe().inputs().read(model.description(), model.card(), inspection.input().orElseThrow().files(), progress);
  }

  /**
   * What methods that make inputs of their own start from.
   *
   * @throws LoupeException NOT_APPLICABLE if an input of the model has no such thing
   */
  public Subject.Single blank(InspectedModel model) throws LoupeException {
    return loupe().inputs().blank(model.description(), model.card());
  }

  @Override
  public synchronized void close() {
    if (loupe != null) {
      loupe.close();
      loupe = null;
    }
  }
}
