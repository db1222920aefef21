/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.picture;

import java.awt.image.BufferedImage;

/**
 * A drawn picture.
 *
 * @param picture RGB, {@link PicturePainter#SIZE} pixels wide and high
 * @param mask of the same size, grey: 255 where the animal is seen, 0 where it is not, between at its edge
 */
public record Drawing(BufferedImage picture, BufferedImage mask) {
}
