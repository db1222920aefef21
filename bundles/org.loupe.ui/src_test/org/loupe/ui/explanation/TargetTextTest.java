/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.target.Target;

class TargetTextTest {
  private final TargetText text = new TargetText(List.of("tench", "goldfish", "7 up"));

  @Test
  void readsBackWhatItWrites() throws LoupeException {
    for (Target target : List.of(new Target.TopClass(), new Target.ClassIndex(1), new Target.ClassIndex(2),
        new Target.ClassIndex(99), new Target.ClassDifference(1, 2), new Target.Channel("features", 3),
        new Target.Neuron("features", List.of(1, 2, 3)))) {
      assertEquals(target, text.parse(text.format(target)), text.format(target));
    }
  }

  @Test
  void labelsAreShownAndTyped() throws LoupeException {
    assertEquals("1 goldfish", text.format(new Target.ClassIndex(1)));
    assertEquals(new Target.ClassIndex(1), text.parse("goldfish"));
    assertEquals(new Target.ClassIndex(2), text.parse("7 up"), "a label goes before a number");
    assertEquals(new Target.ClassIndex(7), text.parse(" 7 "));
    assertEquals(new Target.TopClass(), text.parse(""));
  }

  @Test
  void numberThatDoesNotGoWithItsLabelIsRefused() {
    assertThrows(LoupeException.class, () -> text.parse("0 goldfish"));
    assertThrows(LoupeException.class, () -> text.parse("no such thing"));
  }

  @Test
  void proposesByNumberAndLabel() {
    assertEquals(List.of("1 goldfish"), text.proposals("GOLD", 10));
    assertEquals(List.of("Top class", "0 tench"), text.proposals("", 2));
    assertEquals(List.of("2 7 up"), text.proposals("2", 10));
  }
}
