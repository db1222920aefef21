/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.input;

import java.nio.file.Path;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.subject.Subject;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.math.tensor.Tensor;

/** Turns files into what a model is fed with, by the input card. */
public final class InputReader {
  public InputReader(Catalogues catalogues) {
  }

  /** @param files by input name; the empty name is the first input that needs a file */
  public Subject.Single read(ModelDescription model, InputCard card, Map<String, Path> files, Progress progress)
      throws LoupeException {
    throw new UnsupportedOperationException();
  }

  /** The same with tensors that are there already. @param tensors by input name, as the files above */
  public Subject.Single readTensors(ModelDescription model, InputCard card, Map<String, Tensor> tensors,
      Progress progress) throws LoupeException {
    throw new UnsupportedOperationException();
  }
}
