/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ElementType;
import org.loupe.toolkit.input.GridLayout;

/**
 * A first card from what a model declares. What cannot be known is guessed by the field's habits: classifiers of square
 * pictures of 128 to 400 are fed the centre of a picture scaled to 256/224 of it, others the whole picture; channels
 * after columns mean values from -1 to 1 (as from Keras), channels first mean values from 0 to 1 (as from PyTorch).
 * Mean and standard deviation come from the model's metadata or not at all.
 */
final class ImageProposal {
  private static final int CROP_LEAST = 128;
  private static final int CROP_MOST = 400;

  private ImageProposal() {
  }

  static Optional<Map<String, String>> of(ValueSpec input, ModelDescription model) {
    boolean numbers = input.type().map(t -> t.isFloating() || t == ElementType.UINT8).orElse(false);
    if (input.kind() != ValueKind.TENSOR || !numbers || input.dims().isEmpty()) {
      return Optional.empty();
    }
    long[] dims = input.dims().get().stream().mapToLong(Dimension::size).toArray();
    Optional<GridLayout> layout = GridLayout.guess(dims).filter(l -> dims[l.axes().channel()] != 4 && dims[0] <= 1);
    return layout.map(l -> card(l, dims, input.type().get(), model));
  }

  private static Map<String, String> card(GridLayout layout, long[] dims, ElementType type, ModelDescription model) {
    Map<String, String> out = new LinkedHashMap<>();
    long channels = dims[layout.axes().channel()];
    out.put("layout", layout.name().toLowerCase(java.util.Locale.ROOT));
    boolean bgr = property(model, "Image.BitmapPixelFormat").map(f -> f.startsWith("Bgr")).orElse(false);
    out.put("channels", channels == 1 ? "grey" : bgr ? "bgr" : "rgb");
    geometry(dims[layout.axes().height()], dims[layout.axes().width()], out);
    out.put("filter", "bilinear");
    values(layout, (int) channels, type, model, out);
    return out;
  }

  private static void geometry(long height, long width, Map<String, String> out) {
    boolean open = height < 0 && width < 0;
    if (open || (height == width && height >= CROP_LEAST && height <= CROP_MOST)) {
      long side = open ? 224 : height;
      out.put("resize", "shorter-side");
      out.put("size", Long.toString(Math.round(side * 256.0 / 224)));
      out.put("crop", side + "," + side);
    } else {
      out.put("resize", "stretch");
      if (height < 0 || width < 0) {
        long side = Math.max(height, width);
        out.put("size", side + "," + side);
      }
    }
  }

  private static void values(GridLayout layout, int channels, ElementType type, ModelDescription model,
      Map<String, String> out) {
    Optional<String> mean = numbers(model, "mean", channels);
    Optional<String> std = numbers(model, "std", channels);
    Optional<String> range = property(model, "Image.NominalPixelRange");
    boolean bytes = !type.isFloating() || range.map(r -> r.equals("NominalRange_0_255")).orElse(false);
    boolean signed = range.map(r -> r.equals("Normalized_1_1")).orElse(
        layout == GridLayout.NHWC && range.isEmpty() && mean.isEmpty());
    if (bytes) {
      out.put("divide", "1");
    } else {
      out.put("divide", signed ? "127.5" : "255");
    }
    out.put("mean", mean.orElse(signed && !bytes ? "1" : "0"));
    out.put("std", std.orElse("1"));
  }

  private static Optional<String> property(ModelDescription model, String key) {
    return model.properties().entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(key))
        .map(Map.Entry::getValue).findFirst();
  }

  /** Numbers from metadata as {@code [0.485, 0.456, 0.406]}; ignored if they are not as many as channels. */
  private static Optional<String> numbers(ModelDescription model, String key, int channels) {
    return property(model, key).map(v -> v.replaceAll("[\\[\\]() ]", "")).filter(v -> {
      List<String> parts = Arrays.asList(v.split(","));
      return parts.size() == channels && parts.stream().allMatch(p -> p.matches("-?\\d+(\\.\\d+)?"));
    });
  }
}
