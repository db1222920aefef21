/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.testing;

import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.result.Result;
import org.loupe.api.settings.Setting;

/** A method written as a function. */
@FunctionalInterface
public interface Method extends Explainer<Method.Settings> {
  record Settings(@Setting(label = "Times", doc = "How often.", defaultValue = "1", min = 1, max = 9) int times) {
  }

  @Override
  default Class<Settings> settingsType() {
    return Settings.class;
  }

  @Override
  Result explain(ExplainRequest<Settings> request, ExplainContext context) throws LoupeException;
}
