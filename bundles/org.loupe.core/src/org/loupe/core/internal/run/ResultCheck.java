/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.internal.contain.ContainedError;
import org.loupe.core.internal.contain.Containment;
import org.loupe.core.internal.result.StoredTable;
import org.loupe.math.tensor.Tensor;

/** Whether a result is whole, so that whoever shows or saves it need not ask. */
final class ResultCheck {
  private ResultCheck() {
  }

  /** @throws LoupeException FAILED, naming the bundle */
  static void check(ExplainerEntry entry, Result result) throws LoupeException {
    List<String> missing = switch (result) {
      case SaliencyMap m -> missing(m.input(), m.values(), m.axes(), m.picture());
      case FeatureAttribution f -> missing(f.input(), f.values());
      case CustomResult c -> {
        StoredTable.of(c, entry.bundle());
        yield List.of();
      }
    };
    Map<String, Double> figures = Containment.call(entry.bundle(), "reading the figures of the result",
        result::figures);
    if (!missing.isEmpty() || figures.entrySet().stream().anyMatch(f -> f.getKey() == null || f.getValue() == null)) {
      throw Containment.failure(entry.bundle(), entry.id(), "returned a result that lacks values");
    }
  }

  /** A partial result; what is wrong with it is the method's exception. */
  static Result published(ExplainerEntry entry, Result partial) {
    if (partial == null) {
      throw new IllegalArgumentException("nothing was published");
    }
    try {
      check(entry, partial);
    } catch (LoupeException e) {
      throw new ContainedError(e);
    }
    return partial;
  }

  private static List<String> missing(Object... parts) {
    for (Object part : parts) {
      if (part == null || part instanceof Tensor t && t.size() == 0) {
        return List.of("part");
      }
    }
    return List.of();
  }
}
