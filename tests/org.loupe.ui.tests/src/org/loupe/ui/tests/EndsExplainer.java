/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.settings.Setting;
import org.loupe.api.subject.DecodedInput;

/** Ends as its settings say, so that a test sees what the workbench makes of it. */
public final class EndsExplainer implements Explainer<EndsExplainer.Settings> {
  /** How to end. */
  public enum End {
    COMPLETE, PARTIAL, NOT_APPLICABLE, FAIL, NEVER
  }

  /** The one setting. */
  public record Settings(
      @Setting(label = "End", doc = "How to end.", defaultValue = "complete") End end,
      @Setting(label = "Number", doc = "Any number.", defaultValue = "1", min = 0, max = 10) double number) {
  }

  @Override
  public Class<Settings> settingsType() {
    return Settings.class;
  }

  @Override
  public Result explain(ExplainRequest<Settings> request, ExplainContext context) throws LoupeException {
    Result map = map(request.subject().first());
    switch (request.settings().end()) {
      case COMPLETE -> {
        return map;
      }
      case PARTIAL -> {
        context.publish(map);
        throw LoupeException.failed("it broke half-way", null);
      }
      case NOT_APPLICABLE -> throw LoupeException.notApplicable("this model is not round enough");
      case FAIL -> throw new IllegalStateException("this method is broken");
      case NEVER -> endless(context);
    }
    throw new AssertionError();
  }

  private static void endless(ExplainContext context) throws LoupeException {
    context.progress().begin("Counting to infinity", 0);
    while (true) {
      context.scores(1, i -> Map.of());
      context.progress().check();
    }
  }

  private static Result map(DecodedInput input) {
    return new SaliencyMap(input.name(), input.tensor(), input.axes().orElseThrow(), input.picture(),
        Map.of("score", 1.0));
  }
}
