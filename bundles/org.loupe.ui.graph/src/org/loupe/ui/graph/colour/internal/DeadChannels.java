/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import org.loupe.ui.api.parts.Quantity;

/** By the share of channels that are dead for the chosen input. */
public final class DeadChannels extends SurveyColouring {
  public DeadChannels() {
    super("dead share", Messages.DeadChannels_quantity, Quantity.SHARE);
  }
}
