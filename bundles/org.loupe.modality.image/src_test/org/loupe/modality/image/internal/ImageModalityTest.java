/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.modality.PlayerRequest.Border;
import org.loupe.api.modality.PlayerRequest.Windows;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

class ImageModalityTest {
  private static final Dimension BATCH = Dimension.open("batch");

  private static ValueSpec input(ElementType type, Dimension... dims) {
    return ValueSpec.tensor("x", type, dims);
  }

  private static ValueSpec floats(long... dims) {
    Dimension[] d = new Dimension[dims.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = i == 0 ? BATCH : Dimension.of(dims[i]);
    }
    return input(ElementType.FLOAT32, d);
  }

  private static Map<String, String> propose(ValueSpec input, Map<String, String> properties) {
    ModelDescription model = new ModelDescription("m", "test", List.of(), List.of(input), List.of(), List.of(), 0,
        Set.of(), properties, List.of());
    return new ImageModality().propose(input, model).orElse(null);
  }

  @Test
  void cropAndLetterboxAreUndoneInTheMapping() throws Exception {
    // 30 x 18 pixels; the shorter side to 9: 15 x 9; the centre 9 x 9 starts at column 3.
    DecodedInput cropped = GoldenTest.decode("progressive.jpg", "FLOAT32", "1,3,9,9", "resize=shorter-side;size=9");
    assertEquals(new Affine(2, 6, 2, 0), cropped.picture().orElseThrow().inputToPicture());
    // The longer side to 15: 15 x 9, three rows of padding above.
    DecodedInput boxed = GoldenTest.decode("progressive.jpg", "FLOAT32", "1,3,15,15", "resize=letterbox");
    assertEquals(new Affine(2, 0, 2, -6), boxed.picture().orElseThrow().inputToPicture());
    assertEquals(30, boxed.picture().orElseThrow().width());
    DecodedInput stretched = GoldenTest.decode("progressive.jpg", "FLOAT32", "1,3,9,10", "");
    assertEquals(new Affine(3, 0, 2, 0), stretched.picture().orElseThrow().inputToPicture());
    assertEquals(SpatialAxes.NCHW, stretched.axes().orElseThrow());
  }

  @Test
  void aLargePictureIsShownSmallerAndMappedSo(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large.png");
    BufferedImage image = new BufferedImage(4000, 4000, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(3999, 3999, 0xffffff);
    ImageIO.write(image, "png", file.toFile());
    DecodedInput input = new ImageModality().decode(file, floats(1, 3, 100, 100), GoldenTest.card(""), Progress.NONE);
    Picture picture = input.picture().orElseThrow();
    assertEquals(2000, picture.width());
    assertEquals(2000, picture.height());
    assertEquals(new Affine(20, 0, 20, 0), picture.inputToPicture());
    assertEquals(0xff404040, picture.argb()[2000 * 2000 - 1], "one white pixel of four");
  }

  @Test
  void aCardThatDoesNotFitIsOneLine() {
    LoupeException size = assertThrows(LoupeException.class,
        () -> GoldenTest.decode("rgb.png", "FLOAT32", "1,3,8,8", "resize=none"));
    assertEquals("the card makes 17 rows and 23 columns of this picture; the model takes 8 and 8; "
        + "change resize, size or crop", size.getMessage());
    LoupeException channels = assertThrows(LoupeException.class,
        () -> GoldenTest.decode("rgb.png", "FLOAT32", "1,3,8,8", "layout=nhwc"));
    assertEquals("input x, FLOAT32 [1, 3, 8, 8], has 8 channels as NHWC; the card makes 3; change channels or layout",
        channels.getMessage());
    LoupeException mean = assertThrows(LoupeException.class,
        () -> GoldenTest.decode("rgb.png", "FLOAT32", "1,3,8,8", "mean=1,2"));
    assertEquals("the card gives 2 numbers as mean or std for 3 channels; give 1 or 3", mean.getMessage());
    LoupeException rank = assertThrows(LoupeException.class,
        () -> GoldenTest.decode("rgb.png", "FLOAT32", "1,3", ""));
    assertEquals("input x, FLOAT32 [1, 3], does not take pictures: it has no 4 axes", rank.getMessage());
  }

  @Test
  void aTensorIsShownAsThePictureItStandsFor() throws Exception {
    ImageCard card = GoldenTest.card("mean=0.5,0.25,0;std=0.5,1,2");
    // Red: (255/255 - 0.5)/0.5 = 1, (0 - 0.25)/1, (0 - 0)/2; grey 51: -0.6, -0.05, 0.1; beyond white is clipped.
    ArrayTensor tensor = ArrayTensor.of(Shape.of(1, 3, 1, 3), 1f, -0.6f, 9f, -0.25f, -0.05f, 9f, 0f, 0.1f, Float.NaN);
    DecodedInput input = new ImageModality().wrap(tensor, floats(1, 3, 1, 3), card);
    Picture picture = input.picture().orElseThrow();
    assertEquals(List.of(0xffff0000, 0xff333333, 0xffffff00),
        java.util.Arrays.stream(picture.argb()).boxed().toList());
    assertEquals(Affine.IDENTITY, picture.inputToPicture());
    assertEquals(tensor, input.tensor());
  }

  @Test
  void wrappingUndoesDecoding() throws Exception {
    String card = "channels=bgr;divide=127.5;mean=1,0.5,0.25;std=2;resize=none";
    DecodedInput decoded = GoldenTest.decode("rgb.png", "FLOAT32", "1,17,23,3", card);
    DecodedInput wrapped = new ImageModality().wrap(decoded.tensor(), floats(1, 17, 23, 3), GoldenTest.card(card));
    assertEquals(java.util.Arrays.stream(decoded.picture().orElseThrow().argb()).boxed().toList(),
        java.util.Arrays.stream(wrapped.picture().orElseThrow().argb()).boxed().toList());
  }

  @Test
  void aTensorThatDoesNotFitIsRefused() throws Exception {
    ImageCard card = GoldenTest.card("");
    LoupeException e = assertThrows(LoupeException.class, () -> new ImageModality()
        .wrap(ArrayTensor.of(Shape.of(1, 3, 2, 2), new float[12]), floats(1, 3, 2, 3), card));
    assertEquals("a tensor of shape [1, 3, 2, 2] does not fit input x, FLOAT32 [batch, 3, 2, 3]", e.getMessage());
    LoupeException two = assertThrows(LoupeException.class, () -> new ImageModality()
        .wrap(ArrayTensor.of(Shape.of(2, 3, 2, 2), new float[24]), floats(1, 3, 2, 2), card));
    assertTrue(two.getMessage().startsWith("a tensor of shape [2, 3, 2, 2] is no picture"), two.getMessage());
  }

  @Test
  void proposesWhatTheDeclaredShapeTells() throws Exception {
    assertEquals(Map.of("layout", "nhwc", "channels", "rgb", "resize", "shorter-side", "size", "256", "crop", "224,224",
        "filter", "bilinear", "divide", "127.5", "mean", "1", "std", "1"), propose(floats(1, 224, 224, 3), Map.of()));
    assertEquals(Map.of("layout", "nchw", "channels", "rgb", "resize", "stretch", "filter", "bilinear", "divide", "255",
        "mean", "0", "std", "1"), propose(floats(1, 3, 240, 320), Map.of()));
    assertEquals("grey", propose(floats(1, 64, 64, 1), Map.of()).get("channels"));
    assertEquals("1", propose(input(ElementType.UINT8, BATCH, Dimension.of(32), Dimension.of(32), Dimension.of(3)),
        Map.of()).get("divide"));
    assertEquals("0.485,0.456,0.406", propose(floats(1, 3, 224, 224),
        Map.of("mean", "[0.485, 0.456, 0.406]", "std", "[0.229, 0.224, 0.225]")).get("mean"));
    assertEquals("bgr", propose(floats(1, 3, 224, 224), Map.of("Image.BitmapPixelFormat", "Bgr8")).get("channels"));
  }

  @Test
  void everyProposalIsAValidCard() throws Exception {
    for (ValueSpec spec : List.of(floats(1, 3, 32, 32), floats(1, -1, -1, 3), floats(1, 3, -1, 100),
        floats(1, 1, 28, 28))) {
      ImageCard card = SettingsSchema.of(ImageCard.class).read(propose(spec, Map.of()));
      new ImageModality().decode(GoldenTest.golden("rgb.png"), spec, card, Progress.NONE);
    }
  }

  @Test
  void proposesNothingForOtherInputs() {
    assertEquals(null, propose(floats(1, 30, 1, 40), Map.of()), "a spectrogram");
    assertEquals(null, propose(floats(2, 1, 128), Map.of()), "a state");
    assertEquals(null, propose(input(ElementType.INT64, BATCH, Dimension.of(3), Dimension.of(32), Dimension.of(32)),
        Map.of()), "indices");
  }

  @Test
  void windowsSlideOverRowsAndColumns() throws Exception {
    DecodedInput input = GoldenTest.decode("rgb.png", "FLOAT32", "1,3,14,21", "");
    var players = new ImageModality().players(input, new Windows(List.of(7), List.of(7), Border.CROP));
    assertEquals(6, players.count());
    assertEquals("rows 7-13, columns 14-20", players.label(5));
    assertEquals(13 * 13, new ImageModality().players(GoldenTest.decode("rgb.png", "FLOAT32", "1,224,224,3", ""),
        new Windows(List.of(), List.of(), Border.CROP)).count(), "a seventh of each side, half a window further");
  }
}
