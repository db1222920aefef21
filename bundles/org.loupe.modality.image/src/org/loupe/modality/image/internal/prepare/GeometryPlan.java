/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.prepare;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.modality.image.internal.ImageCard;

/** Works out the geometry that a card asks for. */
public final class GeometryPlan {
  private static final long MAX_PIXELS = 100_000_000;
  private final ImageCard card;
  private final int width;
  private final int height;

  private GeometryPlan(ImageCard card, int width, int height) {
    this.card = card;
    this.width = width;
    this.height = height;
  }

  /**
   * The geometry for one picture.
   *
   * @param width of the picture
   * @param height of the picture
   * @param wantedHeight rows that the model declares; -1 if it takes any
   * @param wantedWidth columns that the model declares; -1 if it takes any
   * @throws LoupeException BAD_INPUT if the card does not lead to the declared size, or to one beyond 100 megapixels
   */
  public static Geometry of(ImageCard card, int width, int height, long wantedHeight, long wantedWidth)
      throws LoupeException {
    Geometry out = new GeometryPlan(card, width, height).plan((int) wantedHeight, (int) wantedWidth);
    if ((wantedHeight >= 0 && out.height() != wantedHeight) || (wantedWidth >= 0 && out.width() != wantedWidth)) {
      throw LoupeException.badInput("the card makes " + out.height() + " rows and " + out.width()
          + " columns of this picture; the model takes " + text(wantedHeight) + " and " + text(wantedWidth)
          + "; change resize, size or crop");
    }
    long resized = (long) out.resizedWidth() * out.resizedHeight();
    if (Math.max(resized, (long) out.width() * out.height()) > MAX_PIXELS) {
      throw LoupeException.badInput("the card resizes this picture to " + out.resizedWidth() + " x "
          + out.resizedHeight() + " pixels, more than the limit of 100 megapixels");
    }
    return out;
  }

  private static String text(long extent) {
    return extent < 0 ? "any" : Long.toString(extent);
  }

  private Geometry plan(int wantedHeight, int wantedWidth) {
    int cropHeight = card.crop().isEmpty() ? -1 : card.crop().get(0);
    int cropWidth = card.crop().isEmpty() ? -1 : last(card.crop());
    return switch (card.resize()) {
      case NONE -> cut(width, height, or(cropWidth, width), or(cropHeight, height));
      case STRETCH -> {
        int h = card.size().isEmpty() ? or(wantedHeight, or(cropHeight, height)) : card.size().get(0);
        int w = card.size().isEmpty() ? or(wantedWidth, or(cropWidth, width)) : last(card.size());
        yield cut(w, h, or(cropWidth, w), or(cropHeight, h));
      }
      case SHORTER_SIDE -> {
        int h = or(cropHeight, wantedHeight);
        int w = or(cropWidth, wantedWidth);
        int side = card.size().isEmpty() ? or(Math.min(or(h, w), or(w, h)), Math.min(width, height))
            : card.size().get(0);
        // The longer side is cut to a whole number, as torchvision does.
        int rw = width <= height ? side : (int) Math.min(Integer.MAX_VALUE, (long) side * width / height);
        int rh = width <= height ? (int) Math.min(Integer.MAX_VALUE, (long) side * height / width) : side;
        yield cut(rw, rh, or(w, rw), or(h, rh));
      }
      case LETTERBOX -> {
        int h = card.size().isEmpty() ? or(wantedHeight, or(cropHeight, height)) : card.size().get(0);
        int w = card.size().isEmpty() ? or(wantedWidth, or(cropWidth, width)) : last(card.size());
        double scale = Math.min((double) h / height, (double) w / width);
        int rw = (int) Math.max(1, Math.min(w, Math.round(width * scale)));
        int rh = (int) Math.max(1, Math.min(h, Math.round(height * scale)));
        yield cut(rw, rh, or(cropWidth, w), or(cropHeight, h));
      }
    };
  }

  private Geometry cut(int resizedWidth, int resizedHeight, int toWidth, int toHeight) {
    return Geometry.centred(width, height, resizedWidth, resizedHeight, toWidth, toHeight);
  }

  private static int or(int value, int otherwise) {
    return value > 0 ? value : otherwise;
  }

  private static int last(List<Integer> list) {
    return list.get(list.size() - 1);
  }
}
