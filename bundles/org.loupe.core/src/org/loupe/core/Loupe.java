/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core;

import org.loupe.core.card.CardFiles;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ContributionSource;
import org.loupe.core.dataset.ExcitingSearch;
import org.loupe.core.input.InputReader;
import org.loupe.core.internal.export.OwnViews;
import org.loupe.core.model.ModelSessions;
import org.loupe.core.predict.Predictor;
import org.loupe.core.result.Exporters;
import org.loupe.core.result.Reruns;
import org.loupe.core.result.ResultStore;
import org.loupe.core.run.RunService;
import org.loupe.core.visualize.ContactSheets;

/**
 * The services of one application, put together. Whoever starts the application opens one and passes it on. Every
 * service may be used by several threads.
 */
public final class Loupe implements AutoCloseable {
  private final Catalogues catalogues;
  private final ModelSessions models;
  private final CardFiles cards;
  private final InputReader inputs;
  private final ExcitingSearch exciting;
  private final Predictor predictor;
  private final RunService runs;
  private final ResultStore results;
  private final Exporters exporters;
  private final Reruns reruns;
  private final ContactSheets sheets;

  private Loupe(ContributionSource source, LoupeOptions options) {
    OwnViews views = new OwnViews(source);
    catalogues = new Catalogues(views);
    views.drawBy(catalogues.visualizers());
    models = new ModelSessions(catalogues);
    cards = new CardFiles(catalogues);
    inputs = new InputReader(catalogues);
    exciting = new ExcitingSearch(catalogues, inputs, cards, options.stateDir(), options.memoryBytes());
    predictor = new Predictor();
    runs = new RunService(catalogues, options.memoryBytes());
    results = new ResultStore(options.stateDir());
    exporters = new Exporters(catalogues);
    reruns = new Reruns(runs);
    sheets = new ContactSheets(catalogues, runs, options.stateDir(), options.memoryBytes());
  }

  /** Reads what is contributed; none of its code is loaded yet. */
  public static Loupe open(ContributionSource source, LoupeOptions options) {
    return new Loupe(source, options);
  }

  public Catalogues catalogues() {
    return catalogues;
  }

  public ModelSessions models() {
    return models;
  }

  public CardFiles cards() {
    return cards;
  }

  public InputReader inputs() {
    return inputs;
  }

  public ExcitingSearch exciting() {
    return exciting;
  }

  public Predictor predictor() {
    return predictor;
  }

  public RunService runs() {
    return runs;
  }

  public ResultStore results() {
    return results;
  }

  public Exporters exporters() {
    return exporters;
  }

  public Reruns reruns() {
    return reruns;
  }

  public ContactSheets contactSheets() {
    return sheets;
  }

  /** Cancels what runs, and waits for it a moment. Models close with their leases. */
  @Override
  public void close() {
    runs.close();
    models.close();
  }
}
