/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import org.loupe.ui.api.parts.Quantity;

/** By the share of values that are zero. */
public final class Sparsity extends SurveyColouring {
  public Sparsity() {
    super("sparsity", Messages.Sparsity_quantity, Quantity.SHARE);
  }
}
