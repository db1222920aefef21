/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.visualize;

/**
 * How a result is to be drawn.
 *
 * @param options validated options of the visualizer
 * @param title heading, as the method's name and the target
 * @param width wished width of the scene in pixels
 * @param height wished height of the scene in pixels
 */
public record ViewRequest<O extends Record>(O options, String title, int width, int height) {
  public ViewRequest {
    if (width < 1 || height < 1 || width > 16_384 || height > 16_384) {
      throw new IllegalArgumentException("a view of " + width + " x " + height + " pixels cannot be drawn");
    }
  }
}
