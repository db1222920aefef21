/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import java.nio.file.Path;
import java.util.Objects;
import org.loupe.api.card.InputCard;

/**
 * Which files to look for.
 *
 * @param card how files become inputs
 * @param layer id of a layer whose axis after the batch axis is the one of channels
 * @param folder where the files are, in it and below it
 * @param measure by what they are ranked
 * @param keep how many are kept for each channel, 1 to {@link #MOST}
 */
public record ExcitingRequest(InputCard card, String layer, Path folder, Measure measure, int keep) {
  /** The most files to keep for a channel. */
  public static final int MOST = 100;

  public ExcitingRequest {
    Objects.requireNonNull(card);
    Objects.requireNonNull(layer);
    Objects.requireNonNull(measure);
    folder = folder.toAbsolutePath().normalize();
    if (keep < 1 || keep > MOST) {
      throw new IllegalArgumentException(keep + " files for each channel; 1 to " + MOST);
    }
  }
}
