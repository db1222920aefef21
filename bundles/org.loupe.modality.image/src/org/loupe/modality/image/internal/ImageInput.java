/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.modality.image.internal.ImageCard.Channels;
import org.loupe.modality.image.internal.ImageCard.Layout;
import org.loupe.modality.image.internal.prepare.Normalization;
import org.loupe.toolkit.input.GridLayout;

/**
 * What an input that takes pictures looks like, from its declared type and the card.
 *
 * @param layout order of its axes
 * @param channels 1 or 3
 * @param height rows; -1 if it takes any
 * @param width columns; -1 if it takes any
 */
record ImageInput(GridLayout layout, int channels, long height, long width) {

  /** @throws LoupeException BAD_INPUT if the input cannot take pictures, or the card does not fit it */
  static ImageInput of(ValueSpec input, ImageCard card) throws LoupeException {
    List<Dimension> dims = input.dims().orElse(List.of(Dimension.of(-1), Dimension.of(-1), Dimension.of(-1),
        Dimension.of(-1)));
    if (input.kind() != ValueKind.TENSOR || dims.size() != 4) {
      throw LoupeException.badInput("input " + input.name() + ", " + input.typeText()
          + ", does not take pictures: it has no 4 axes");
    }
    long batch = dims.get(0).size();
    if (batch > 1) {
      throw LoupeException.badInput("input " + input.name() + ", " + input.typeText() + ", takes " + batch
          + " pictures at once; export the model with a batch of 1 or an open one");
    }
    GridLayout layout = layout(input, dims, card);
    long declared = dims.get(layout.axes().channel()).size();
    int channels = switch (card.channels()) {
      case AUTO -> declared == 1 ? 1 : 3;
      case GREY -> 1;
      case RGB, BGR -> 3;
    };
    if (declared >= 0 && declared != channels) {
      throw LoupeException.badInput("input " + input.name() + ", " + input.typeText() + ", has " + declared
          + " channels as " + layout + "; the card makes " + channels + "; change channels or layout");
    }
    return new ImageInput(layout, channels, dims.get(layout.axes().height()).size(),
        dims.get(layout.axes().width()).size());
  }

  private static GridLayout layout(ValueSpec input, List<Dimension> dims, ImageCard card) throws LoupeException {
    if (card.layout() != Layout.AUTO) {
      return GridLayout.valueOf(card.layout().name());
    }
    return GridLayout.ofPicture(dims.stream().mapToLong(Dimension::size).toArray())
        .orElseThrow(() -> LoupeException.badInput("input " + input.name() + ", " + input.typeText()
            + ", does not tell which axis holds the channels; set layout in its card"));
  }

  Normalization normalization(ImageCard card) {
    return new Normalization(layout == GridLayout.NCHW, card.channels() == Channels.BGR, card.divide(), card.mean(),
        card.std());
  }
}
