/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.BitSet;
import java.util.concurrent.Callable;
import org.loupe.api.LoupeException;
import org.loupe.api.modality.Players;
import org.loupe.core.internal.contain.ContainedError;
import org.loupe.core.internal.contain.Containment;
import org.loupe.math.tensor.Tensor;

/** Players of a modality in the hands of a method of another bundle: a failure is the modality's. */
final class ContainedPlayers implements Players {
  private final String bundle;
  private final Players players;

  ContainedPlayers(String bundle, Players players) {
    this.bundle = bundle;
    this.players = players;
  }

  @Override
  public int count() {
    return contained("counting the parts of the input", players::count);
  }

  @Override
  public String label(int player) {
    return contained("naming a part of the input", () -> players.label(player));
  }

  @Override
  public Tensor without(BitSet absent, Tensor baseline) {
    return contained("taking parts of the input away", () -> players.without(absent, baseline));
  }

  @Override
  public Tensor spread(double[] values) {
    return contained("spreading values over the input", () -> players.spread(values));
  }

  private <T> T contained(String what, Callable<T> call) {
    try {
      return Containment.call(bundle, what, call);
    } catch (LoupeException e) {
      throw new ContainedError(e);
    }
  }
}
