/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.activation;

/**
 * What the values of one channel are like. Mean, deviation and extremes are over finite values, NaN if there are none.
 *
 * @param count how many values there are
 * @param mean their mean
 * @param std their population standard deviation
 * @param min the smallest
 * @param max the largest
 * @param sparsity share of values that are zero
 * @param saturated share of values at a bound of the operator, see {@link Bounds}; NaN if it has none
 * @param entropy of a histogram of {@link LayerStatistics#BINS} bins of equal width from {@code min} to {@code max}, in
 *     bits: 0 for a constant, at most 6; NaN if it was not asked for
 * @param nonFinite how many values are NaN or infinite
 * @param dead whether it is never above zero behind a rectifier, or has several values that are all the same
 */
public record ChannelStatistics(long count, double mean, double std, double min, double max, double sparsity,
    double saturated, double entropy, long nonFinite, boolean dead) {
}
