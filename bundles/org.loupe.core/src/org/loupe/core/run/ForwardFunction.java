/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ForwardResult;

/** Runs the model on the subject at hand. */
@FunctionalInterface
public interface ForwardFunction {
  /** @param values names of outputs or ids of layers to return */
  ForwardResult forward(List<String> values) throws LoupeException;
}
