/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import org.loupe.api.result.GeneratedInput;
import org.loupe.core.result.RunRecord;

/**
 * The picture of one channel.
 *
 * @param channel from 0
 * @param record the picture, a {@link GeneratedInput}, with its origin
 */
public record ChannelPicture(int channel, RunRecord record) {
  /** Figure of a picture, 1 where no picture that was tried moves the channel. */
  public static final String DEAD = "dead";

  public GeneratedInput picture() {
    return (GeneratedInput) record.result();
  }

  /** Whether no picture that was tried moves the channel. */
  public boolean dead() {
    return picture().figures().getOrDefault(DEAD, 0.0) != 0;
  }

  /** The objective for the picture. */
  public double score() {
    return picture().scores().isEmpty() ? Double.NaN : picture().scores().get(picture().scores().size() - 1);
  }
}
