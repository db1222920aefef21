/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.target;

/** In which scale class scores are taken. */
public enum ScoreScale {
  /** The input of a final Softmax or Sigmoid where the model ends in one, else the output as it is. */
  LOGIT,
  /** The model's output as it is. */
  PROBABILITY
}
