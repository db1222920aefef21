/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.core.internal.contain.Containment;
import org.loupe.math.tensor.Tensor;

/** What all kinds of results have in common. */
public final class Results {
  private Results() {
  }

  /** Kind as visualizers name it; of a contributed result, what it says. @param bundle of the method that made it */
  public static String kind(Result result, String bundle) throws LoupeException {
    return switch (result) {
      case SaliencyMap m -> "SaliencyMap";
      case FeatureAttribution f -> "FeatureAttribution";
      case CustomResult c -> Containment.call(bundle, "naming the kind of the result", c::kind);
    };
  }

  /** Its numbers as a tensor, if it has such. */
  public static Optional<Tensor> values(Result result) {
    return switch (result) {
      case SaliencyMap m -> Optional.of(m.values());
      case FeatureAttribution f -> Optional.of(f.values());
      case CustomResult c -> Optional.empty();
    };
  }
}
