/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.result.Table;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.subject.Subject;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.internal.contain.ContainedError;
import org.loupe.core.internal.contain.Containment;
import org.loupe.core.internal.result.ResultRules;
import org.loupe.core.internal.result.StoredTable;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/** Whether a result is whole and fits the input, so that whoever shows or saves it need not ask. */
final class ResultCheck {
  private static final SpatialAxes PLANES = new SpatialAxes(1, 2, -1);
  private final ExplainerEntry entry;
  private final Subject.Single subject;

  ResultCheck(ExplainerEntry entry, Subject.Single subject) {
    this.entry = entry;
    this.subject = subject;
  }

  /** @throws LoupeException FAILED, naming the bundle */
  void check(Result result) throws LoupeException {
    switch (result) {
      case SaliencyMap m -> {
        if (isMap(m)) {
          planes(m);
        } else {
          values(m.input(), m.values());
        }
        grid(m.axes(), m.values().shape().rank());
        require(m.picture() != null, "a picture that is null");
      }
      case FeatureAttribution f -> values(f.input(), f.values());
      case GeneratedInput g -> {
        whole(g);
        DecodedInput input = subject.inputs().get(g.input());
        require(input != null && input.tensor().shape().rank() == g.values().shape().rank(),
            "an input " + g.input() + " of shape " + g.values().shape() + " that the model does not take");
      }
      case AttributionTable t -> whole(t);
      case FeatureMaps m -> whole(m);
      case Table t -> whole(t);
      case Curves c -> whole(c);
      case Composite c -> {
        whole(c);
        for (Result part : c.parts().values()) {
          check(part);
        }
      }
      case CustomResult c -> StoredTable.of(c, entry.bundle());
    }
    var figures = Containment.call(entry.bundle(), "reading the figures of the result", result::figures);
    require(figures.entrySet().stream().noneMatch(f -> f.getKey() == null || f.getValue() == null), "empty figures");
  }

  /** The same for one that is published on the way; what is wrong with it comes out of the method. */
  Result published(Result partial) {
    if (partial == null) {
      throw new IllegalArgumentException("nothing was published");
    }
    try {
      check(partial);
    } catch (LoupeException e) {
      throw new ContainedError(e);
    }
    return partial;
  }

  private void whole(Result result) throws LoupeException {
    String broken = Containment.call(entry.bundle(), "reading the result", () -> ResultRules.broken(result)).orElse("");
    require(broken.isEmpty(), broken);
  }

  private void values(String input, Tensor values) throws LoupeException {
    require(values != null && values.type() != ElementType.STRING, "no values");
    DecodedInput explained = subject.inputs().get(input);
    require(explained != null, "values for an input " + input + " that there is not");
    require(explained.tensor().shape().equals(values.shape()), "values of shape " + values.shape() + " for input "
        + input + " of shape " + explained.tensor().shape());
  }

  /** Whether these are planes [N, h, w] without channels, which need not have the size of the input. */
  private static boolean isMap(SaliencyMap m) {
    return PLANES.equals(m.axes()) && m.values() != null && m.values().shape().rank() == 3;
  }

  private void planes(SaliencyMap m) throws LoupeException {
    DecodedInput explained = subject.inputs().get(m.input());
    require(explained != null, "a map of an input " + m.input() + " that there is not");
    require(m.values().type() != ElementType.STRING && m.values().size() > 0, "no values");
    long items = explained.tensor().shape().rank() == 0 ? 1 : explained.tensor().shape().dim(0);
    require(m.values().shape().dim(0) == items, "maps of shape " + m.values().shape() + " for input " + m.input()
        + " of shape " + explained.tensor().shape());
  }

  private void grid(SpatialAxes axes, int rank) throws LoupeException {
    boolean fits = axes != null && axes.height() >= 0 && axes.width() >= 0 && axes.height() != axes.width()
        && Math.max(axes.height(), axes.width()) < rank && axes.channel() >= -1 && axes.channel() < rank;
    require(fits, "axes " + axes + " that values of rank " + rank + " do not have");
  }

  private void require(boolean holds, String otherwise) throws LoupeException {
    if (!holds) {
      throw Containment.failure(entry.bundle(), entry.id(), "returned " + otherwise);
    }
  }
}
