/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.kernel;

/**
 * One kernel as a picture, a pixel for each weight.
 *
 * @param output which output channel it makes, from 0
 * @param input which of the kernel's input channels is shown, from 0; -1 for all as one colour, or their mean
 * @param width in weights
 * @param height in weights
 * @param argb row by row, 0xAARRGGBB, opaque
 * @param scale the weight that has full colour; 0 where no weight but zero is finite
 * @param nonFinite how many weights are NaN or infinite
 */
public record KernelPicture(int output, int input, int width, int height, int[] argb, double scale, int nonFinite) {
}
