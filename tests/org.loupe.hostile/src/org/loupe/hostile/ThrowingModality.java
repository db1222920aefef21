/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.hostile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.Progress;
import org.loupe.api.modality.Modality;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.NoSettings;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.tensor.Tensor;

/** Throws from every method. */
public class ThrowingModality implements Modality<NoSettings> {
  private static IllegalStateException thrown() {
    return new IllegalStateException("thrown on purpose");
  }

  @Override
  public Class<NoSettings> cardType() {
    throw thrown();
  }

  @Override
  public Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model) {
    throw thrown();
  }

  @Override
  public DecodedInput decode(Path file, ValueSpec input, NoSettings card, Progress progress) {
    throw thrown();
  }

  @Override
  public DecodedInput wrap(Tensor tensor, ValueSpec input, NoSettings card) {
    throw thrown();
  }

  @Override
  public Players players(DecodedInput input, PlayerRequest request) {
    throw thrown();
  }
}
