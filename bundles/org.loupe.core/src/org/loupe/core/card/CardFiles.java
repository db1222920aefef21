/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.card;

import java.nio.file.Path;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;
import org.loupe.core.catalogue.Catalogues;

/** Reads, writes, proposes and checks input cards. */
public final class CardFiles {
  public CardFiles(Catalogues catalogues) {
  }

  /** Where the card of a model lies: {@code <model file>.card.json}. */
  public Path pathFor(Path model) {
    return model.resolveSibling(model.getFileName() + ".card.json");
  }

  public InputCard read(Path file) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  public void write(InputCard card, Path file) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  /** The explicit card, else the one beside the model, else a proposed one; with overrides and labels. */
  public InputCard load(CardRequest request, ModelDescription model) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  public InputCard propose(ModelDescription model) {
    throw new UnsupportedOperationException();
  }

  /** What does not fit the model, a line each; empty if all is well. */
  public List<String> check(InputCard card, ModelDescription model) {
    throw new UnsupportedOperationException();
  }
}
