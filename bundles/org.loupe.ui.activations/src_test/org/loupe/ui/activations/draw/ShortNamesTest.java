/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortNamesTest {
  private static List<String> of(List<String> names, int room) {
    return ShortNames.of(names, room, String::length);
  }

  @Test
  void whatFitsStaysAsItIs() {
    assertEquals(List.of("conv1", "relu1"), of(List.of("conv1", "relu1"), 5));
  }

  @Test
  void whatAllBeginWithGoesFirst() {
    List<String> names = List.of("model/stage/conv1/out", "model/stage/relu/out");
    assertEquals(List.of("\u2026conv1/out", "\u2026relu/out"), of(names, 12));
  }

  @Test
  void theMiddleGoesAndTheEndsAreKept() {
    assertEquals(List.of("re\u2026conv0", "x"), of(List.of("resnet_stage1_conv0", "x"), 8));
    assertEquals(List.of("\u20260"), of(List.of("resnet_stage1_conv0"), 1), "one character is always left");
  }

  @Test
  void whatTellsThemApartIsKeptWhereverItIs() {
    assertEquals(List.of("\u2026v1.relu", "\u2026v2.relu"), of(List.of("conv1.relu", "conv2.relu"), 8));
    assertEquals(List.of("\u2026sum1", "\u2026sum2"), of(List.of("residual_sum1", "residual_sum2"), 7));
  }

  @Test
  void allFitAndStillDiffer() {
    List<String> names = IntStream.range(0, 50).mapToObj(i -> "resnetv17_stage" + i / 10 + "_batchnorm" + i + "_fwd")
        .toList();
    for (int room = 12; room < 40; room++) {
      List<String> shorter = of(names, room);
      int most = room;
      assertTrue(shorter.stream().allMatch(s -> s.length() <= most), shorter.toString());
      assertEquals(50, new HashSet<>(shorter).size(), shorter.toString());
    }
  }

  @Test
  void charactersOfTwoHalvesAreNotCut() {
    String wide = "a\uD83D\uDE00b\uD83D\uDE00c\uD83D\uDE00d\uD83D\uDE00e";
    for (int room = 2; room < wide.length(); room++) {
      String s = of(List.of(wide), room).get(0);
      assertEquals(s, new String(s.getBytes(java.nio.charset.StandardCharsets.UTF_8),
          java.nio.charset.StandardCharsets.UTF_8), "no half is left alone");
    }
  }
}
