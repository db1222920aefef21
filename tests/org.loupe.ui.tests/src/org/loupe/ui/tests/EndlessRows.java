/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import java.util.concurrent.locks.LockSupport;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.result.Result;
import org.loupe.api.settings.Setting;

/** Explains rows until it is cancelled; it compares with others. */
public final class EndlessRows implements Explainer<EndlessRows.Settings> {
  private static final long MILLI = 1_000_000;

  /** One, so that there is a form. */
  public record Settings(
      @Setting(label = "Number", doc = "Any number.", defaultValue = "1", min = 0, max = 10) double number) {
  }

  @Override
  public Class<Settings> settingsType() {
    return Settings.class;
  }

  @Override
  public Result explain(ExplainRequest<Settings> request, ExplainContext context) {
    context.progress().begin("Going over " + request.subject().items() + " rows", request.subject().items());
    while (true) {
      context.progress().check();
      context.progress().worked(1);
      LockSupport.parkNanos(MILLI);
    }
  }
}
