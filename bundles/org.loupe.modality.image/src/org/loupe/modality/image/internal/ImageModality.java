/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.Modality;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.modality.image.internal.file.Pixels;
import org.loupe.modality.image.internal.file.PictureReader;
import org.loupe.modality.image.internal.prepare.DisplayPicture;
import org.loupe.modality.image.internal.prepare.Geometry;
import org.loupe.modality.image.internal.prepare.GeometryPlan;
import org.loupe.modality.image.internal.prepare.GreyPixels;
import org.loupe.modality.image.internal.prepare.InputPixels;
import org.loupe.modality.image.internal.prepare.PixelSource;
import org.loupe.toolkit.input.TensorFit;
import org.loupe.toolkit.players.WindowPlayers;

/** Pictures: PNG, JPEG, BMP and TIFF files of 8 or 16 bits, grey, colour, palette, transparent. */
public final class ImageModality implements Modality<ImageCard> {
  private static final String ID = "image";
  /** Extent of a blank picture where neither the model nor its card says one. */
  private static final int BLANK_SIZE = 224;

  @Override
  public Class<ImageCard> cardType() {
    return ImageCard.class;
  }

  @Override
  public Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model) {
    return ImageProposal.of(input, model);
  }

  @Override
  public DecodedInput decode(Path file, ValueSpec input, ImageCard card, Progress progress) throws LoupeException {
    ImageInput target = ImageInput.of(input, card);
    Pixels picture = PictureReader.read(file, ImageCard.rgb(card.background()), progress);
    Geometry geometry = GeometryPlan.of(card, picture.width(), picture.height(), target.height(), target.width());
    PixelSource source = target.channels() == 1 && picture.channels() == 3 ? new GreyPixels(picture) : picture;
    float[] pixels = InputPixels.of(source, geometry, card, pad(card, source.channels()), progress);
    float[] channels = channels(pixels, source.channels(), target.channels());
    Tensor tensor = target.normalization(card).apply(channels, geometry.height(), geometry.width(), target.channels(),
        input);
    return input(input, tensor, target, card, DisplayPicture.of(picture, geometry.inputToPicture(), progress));
  }

  @Override
  public DecodedInput wrap(Tensor tensor, ValueSpec input, ImageCard card) throws LoupeException {
    ImageInput target = ImageInput.of(input, card);
    Tensor fitted = TensorFit.fit(tensor, input);
    Shape shape = fitted.shape();
    var axes = target.layout().axes();
    if (shape.rank() != 4 || shape.dim(0) != 1 || shape.dim(axes.channel()) != target.channels() || shape.size() == 0
        || fitted.type() == ElementType.STRING) {
      throw LoupeException.badInput("a tensor of shape " + tensor.shape() + " is no picture for input " + input.name()
          + ", " + input.typeText() + ", " + target.layout() + " with " + target.channels() + " channels");
    }
    int height = shape.intDim(axes.height());
    int width = shape.intDim(axes.width());
    int[] argb = target.normalization(card).undo(fitted, height, width, target.channels());
    return input(input, fitted, target, card, new Picture(width, height, argb, Affine.IDENTITY));
  }

  @Override
  public Optional<DecodedInput> blank(ValueSpec input, ImageCard card) throws LoupeException {
    ImageInput target = ImageInput.of(input, card);
    Geometry geometry = GeometryPlan.of(card, (int) (target.width() < 0 ? BLANK_SIZE : target.width()),
        (int) (target.height() < 0 ? BLANK_SIZE : target.height()), target.height(), target.width());
    float[] grey = new float[Math.multiplyExact(Math.multiplyExact(geometry.height(), geometry.width()),
        target.channels())];
    Arrays.fill(grey, 127.5f);
    return Optional.of(wrap(target.normalization(card).apply(grey, geometry.height(), geometry.width(),
        target.channels(), input), input, card));
  }

  @Override
  public Players players(DecodedInput input, PlayerRequest request) throws LoupeException {
    return switch (request) {
      case PlayerRequest.Windows windows -> WindowPlayers.of(input, windows);
    };
  }

  private static DecodedInput input(ValueSpec input, Tensor tensor, ImageInput target, ImageCard card,
      Picture picture) {
    return new DecodedInput(input.name(), tensor, ID, Optional.of(target.layout().axes()), Optional.of(picture),
        Optional.of(target.normalization(card).encoding(target.channels())), List.of());
  }

  private static double[] pad(ImageCard card, int channels) {
    double[] rgb = ImageCard.rgb(card.pad());
    return channels == 3 ? rgb : new double[] {0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]};
  }

  /** A grey picture for a model that wants colour has three equal channels. */
  private static float[] channels(float[] pixels, int have, int want) {
    if (have == want) {
      return pixels;
    }
    float[] out = new float[Math.multiplyExact(pixels.length, want)];
    for (int i = 0; i < out.length; i++) {
      out[i] = pixels[i / want];
    }
    return out;
  }
}
