/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreRequest;

/** Makes a target concrete for a model and an input. */
public final class TargetResolver {
  private TargetResolver() {
  }

  public static ResolvedTarget resolve(ScoreRequest request, ModelDescription model, Map<String, List<String>> labels,
      ForwardFunction forward) throws LoupeException {
    throw new UnsupportedOperationException();
  }
}
