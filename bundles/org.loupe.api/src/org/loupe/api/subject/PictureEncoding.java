/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

import java.util.List;
import java.util.Optional;

/**
 * How the colours of a picture are numbers of a model's input: element = black + (white - black) * light, for light
 * from 0 to 1.
 *
 * @param channels what each channel of the input shows, in the input's order
 */
public record PictureEncoding(List<Channel> channels) {
  public PictureEncoding {
    channels = List.copyOf(channels);
  }

  /** What a channel shows. */
  public enum Light {
    RED, GREEN, BLUE, GREY, ALPHA
  }

  /**
   * One channel.
   *
   * @param black the number of no light
   * @param white the number of full light; may be less than that of black
   */
  public record Channel(Light light, double black, double white) {
    public double low() {
      return Math.min(black, white);
    }

    public double high() {
      return Math.max(black, white);
    }
  }
}
