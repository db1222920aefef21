/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.predict;

import java.util.OptionalDouble;

/**
 * The score of a class.
 *
 * @param index position along the class axis
 * @param label by the input card, else by the model, else {@code class N}
 * @param score as the model gives it
 * @param logit behind the score, where the model ends in a Softmax or Sigmoid
 */
public record ClassScore(int index, String label, double score, OptionalDouble logit) {
}
