/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

/**
 * What the axes of a layer's value are. Axis 0 is the batch.
 *
 * @param kind what the value is
 * @param channel the axis of channels (of heads for attention); -1 if there is none
 * @param row the axis of rows of a map, of tokens, or of the token that attends; -1 if there is none
 * @param column the axis of columns of a map, or of the token that is attended to; -1 if there is none
 */
public record FeatureLayout(Kind kind, int channel, int row, int column) {
  /** What a layer's value is. */
  public enum Kind {
    /** A map for each channel, [N, C, H, W] or [N, H, W, C]. */
    MAPS,
    /** A number for each channel, [N, C]. */
    VECTOR,
    /** A vector for each token, [N, T, C]. */
    TOKENS,
    /** A map from token to token for each head, [N, heads, T, T]. */
    ATTENTION,
    /** Something else; shown as a table. */
    OTHER
  }
}
