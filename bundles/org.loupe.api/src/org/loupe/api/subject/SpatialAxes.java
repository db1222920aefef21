/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

/**
 * Which axes of a model's input are the height, width and channels of a grid.
 *
 * @param height axis of rows
 * @param width axis of columns
 * @param channel axis of channels, or -1 if there is none
 */
public record SpatialAxes(int height, int width, int channel) {
  public static final SpatialAxes NCHW = new SpatialAxes(2, 3, 1);
  public static final SpatialAxes NHWC = new SpatialAxes(1, 2, 3);
}
