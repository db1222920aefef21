/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.players;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.modality.PlayerRequest.Border;
import org.loupe.api.modality.PlayerRequest.Windows;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

class WindowPlayersTest {
  private static DecodedInput plain(long... dims) {
    Shape shape = Shape.of(dims);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    return DecodedInput.plain("x", ArrayTensor.of(shape, values), "tensor");
  }

  private static DecodedInput grid(SpatialAxes axes, long... dims) {
    DecodedInput p = plain(dims);
    return new DecodedInput("x", p.tensor(), "tensor", Optional.of(axes), Optional.empty(), List.of());
  }

  private static Windows windows(List<Integer> size, List<Integer> stride, Border border) {
    return new Windows(size, stride, border);
  }

  private static BitSet bits(int... players) {
    BitSet out = new BitSet();
    for (int p : players) {
      out.set(p);
    }
    return out;
  }

  private static Tensor zeros(DecodedInput input) {
    return ArrayTensor.of(input.tensor().shape(), new float[(int) input.tensor().size()]);
  }

  @Test
  void takesOneWindowOfAllChannels() throws LoupeException {
    DecodedInput nhwc = grid(SpatialAxes.NHWC, 1, 2, 3, 2);
    WindowPlayers players = WindowPlayers.of(nhwc, windows(List.of(1, 2), List.of(1, 1), Border.CROP));
    assertEquals(4, players.count());
    assertArrayEquals(new double[] {1, 2, 0, 0, 0, 0, 7, 8, 9, 10, 11, 12},
        players.without(bits(1), zeros(nhwc)).toDoubles());
    assertEquals("rows 0-0, columns 1-2", players.label(1));
    DecodedInput nchw = grid(SpatialAxes.NCHW, 1, 2, 2, 3);
    assertArrayEquals(new double[] {1, 0, 0, 4, 5, 6, 7, 0, 0, 10, 11, 12},
        WindowPlayers.of(nchw, windows(List.of(1, 2), List.of(1, 1), Border.CROP)).without(bits(1), zeros(nchw))
            .toDoubles());
  }

  @Test
  void takesSeveralAndPutsTheBaselineThere() throws LoupeException {
    DecodedInput input = plain(1, 5);
    WindowPlayers players = WindowPlayers.of(input, windows(List.of(1), List.of(), Border.CROP));
    Tensor baseline = ArrayTensor.of(Shape.of(1, 5), -1f, -2f, -3f, -4f, -5f);
    assertArrayEquals(new double[] {1, -2, 3, -4, 5}, players.without(bits(1, 3), baseline).toDoubles());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, input.tensor().toDoubles(), "the input stays");
  }

  @Test
  void keepsTheTypeOfTheInput() throws LoupeException {
    DecodedInput input = DecodedInput.plain("x", ArrayTensor.convert(ElementType.UINT8, Shape.of(1, 3), 250, 251, 252),
        "tensor");
    Tensor out = WindowPlayers.of(input, windows(List.of(1), List.of(), Border.CROP)).without(bits(0),
        ArrayTensor.of(Shape.of(1, 3), 7.0, 7.0, 7.0));
    assertEquals(ElementType.UINT8, out.type());
    assertArrayEquals(new double[] {7, 251, 252}, out.toDoubles());
  }

  @Test
  void spreadsTheMeanOverWhatWindowsShare() throws LoupeException {
    DecodedInput input = plain(1, 5);
    WindowPlayers crop = WindowPlayers.of(input, windows(List.of(3), List.of(2), Border.CROP));
    assertEquals(2, crop.count());
    assertArrayEquals(new double[] {10, 10, 15, 20, 20}, crop.spread(new double[] {10, 20}).toDoubles());
    WindowPlayers cut = WindowPlayers.of(input, windows(List.of(4), List.of(4), Border.CROP));
    assertArrayEquals(new double[] {1, 1, 1, 1, 2}, cut.spread(new double[] {1, 2}).toDoubles());
    WindowPlayers clamp = WindowPlayers.of(input, windows(List.of(4), List.of(4), Border.CLAMP));
    assertArrayEquals(new double[] {1, 1.5, 1.5, 1.5, 2}, clamp.spread(new double[] {1, 2}).toDoubles());
  }

  @Test
  void everyElementIsCoveredWhateverTheWindow() throws LoupeException {
    for (int extent = 1; extent <= 9; extent++) {
      for (int size = 1; size <= extent; size++) {
        for (int stride = 1; stride <= size; stride++) {
          for (Border border : Border.values()) {
            WindowPlayers players = WindowPlayers.of(plain(1, extent), windows(List.of(size), List.of(stride), border));
            double[] ones = new double[players.count()];
            java.util.Arrays.fill(ones, 1);
            double[] expected = new double[extent];
            java.util.Arrays.fill(expected, 1);
            assertArrayEquals(expected, players.spread(ones).toDoubles());
          }
        }
      }
    }
  }

  @Test
  void choosesASeventhOfAGridAndSingleElementsElsewhere() throws LoupeException {
    Windows automatic = windows(List.of(), List.of(), Border.CROP);
    assertEquals(13 * 13, WindowPlayers.of(grid(SpatialAxes.NCHW, 1, 3, 224, 224), automatic).count());
    assertEquals(30, WindowPlayers.of(plain(1, 30), automatic).count());
    assertEquals(1200, WindowPlayers.of(plain(1, 30, 1, 40), automatic).count());
    WindowPlayers large = WindowPlayers.of(plain(1, 128, 768), automatic);
    assertEquals("x[0, 0] to x[1, 11]", large.label(0));
    assertEquals(127 * 127, large.count(), "windows of 2 x 12, half of it further each");
  }

  @Test
  void oneNumberIsCutToShorterAxes() throws LoupeException {
    assertEquals(8, WindowPlayers.of(plain(1, 40, 1), windows(List.of(5), List.of(5), Border.CROP)).count());
    assertEquals(1, WindowPlayers.of(grid(SpatialAxes.NCHW, 1, 1, 4, 9), windows(List.of(9), List.of(9), Border.CROP))
        .count());
    assertEquals(3, WindowPlayers.of(plain(3), windows(List.of(1), List.of(), Border.CROP)).count());
    assertEquals(1, WindowPlayers.of(plain(), windows(List.of(), List.of(), Border.CROP)).count());
  }

  @Test
  void namesElements() throws LoupeException {
    DecodedInput named = new DecodedInput("x", plain(1, 2, 2).tensor(), "tensor", Optional.empty(), Optional.empty(),
        List.of("age", "sex"));
    List<String> labels = new ArrayList<>();
    WindowPlayers players = WindowPlayers.of(named, windows(List.of(1), List.of(1), Border.CROP));
    for (int i = 0; i < players.count(); i++) {
      labels.add(players.label(i));
    }
    assertEquals(List.of("age [0]", "sex [0]", "age [1]", "sex [1]"), labels);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertRefused("a window of 6 does not fit an axis of 5; choose 1 to 5", plain(1, 5), List.of(6), List.of());
    assertRefused("a stride of 3 with a window of 2 would leave elements out; choose 1 to 2", plain(1, 5), List.of(2),
        List.of(3));
    DecodedInput wide = grid(SpatialAxes.NCHW, 1, 1, 4, 9);
    assertRefused("a window of 10 does not fit an axis of 4; choose 1 to 4", wide, List.of(10), List.of());
    assertRefused("a stride of 6 with a window of 4 would leave elements out; choose 1 to 4", plain(1, 5), List.of(4),
        List.of(6));
    assertRefused("window has 3 numbers for an input with 2 axes to slide over; give one for all or one for each",
        grid(SpatialAxes.NCHW, 1, 1, 9, 9), List.of(1, 2, 3), List.of());
    assertRefused("these windows are more than 4194304; choose a larger window or stride",
        grid(SpatialAxes.NCHW, 1, 1, 3000, 2000), List.of(1), List.of(1));
    assertRefused("input x of shape [1, 0] has no elements", plain(1, 0), List.of(), List.of());
    assertRefused("input x holds text, which has no windows",
        DecodedInput.plain("x", new TextTensor(Shape.of(1), List.of("a")), "tensor"), List.of(), List.of());
  }

  private static void assertRefused(String message, DecodedInput input, List<Integer> size, List<Integer> stride) {
    LoupeException e = assertThrows(LoupeException.class,
        () -> WindowPlayers.of(input, windows(size, stride, Border.CROP)));
    assertEquals(message, e.getMessage());
    assertEquals(LoupeException.Kind.USAGE, e.kind());
  }
}
