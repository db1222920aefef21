/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.FeatureMaps;
import org.loupe.toolkit.activation.LayerDifference;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;

/**
 * A layer, what it is compared with, and the difference.
 *
 * @param first what is looked at
 * @param second what it is compared with
 * @param difference first less second; empty if they cannot be subtracted
 * @param reason why not
 */
record Comparing(Shown first, Shown second, Optional<FeatureMaps> difference, String reason) {
  /** @param input another input @param layer another layer; one of the two is given */
  static Comparing of(Inspector inspector, Shown first, Optional<InspectedInput> input, Optional<String> layer,
      Progress progress) throws LoupeException {
    Inspection about = input.map(i -> first.about().withInput(i)).orElse(first.about());
    Shown second = Shown.load(inspector, about, Optional.of(layer.orElse(first.layer().id())),
        new PaintTrace(), progress);
    try {
      return new Comparing(first, second,
          Optional.of(LayerDifference.of(first.maps(), second.maps(), progress)), "");
    } catch (LoupeException e) {
      if (e.kind() != LoupeException.Kind.NOT_APPLICABLE) {
        throw e;
      }
      return new Comparing(first, second, Optional.empty(), e.getMessage());
    }
  }
}
