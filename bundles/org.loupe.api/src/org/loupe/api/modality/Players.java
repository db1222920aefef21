/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.modality;

import java.util.BitSet;
import org.loupe.math.tensor.Tensor;

/** The parts of one input that a perturbation method takes away and puts back. Immutable. */
public interface Players {
  int count();

  /** What a part is, for a reader. */
  String label(int player);

  /**
   * The input with some parts replaced.
   *
   * @param absent which players to replace
   * @param baseline what replaces them: the input's shape
   * @return a new tensor of the input's type and shape
   */
  Tensor without(BitSet absent, Tensor baseline);

  /**
   * Spreads a value for each player over the elements that it covers; an element covered by several players gets the
   * mean of their values, one covered by none gets 0.
   *
   * @param values one for each player
   * @return double precision, in the input's shape
   */
  Tensor spread(double[] values);
}
