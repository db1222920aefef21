/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import org.loupe.ui.api.parts.Quantity;

/** By the mean of the values. */
public final class MeanActivation extends SurveyColouring {
  public MeanActivation() {
    super("mean", Messages.MeanActivation_quantity, Quantity.PLAIN);
  }
}
