/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> NAMES = List.of("input", "output", "out", "method", "seed");

  @Test
  void distanceCountsInsertionsRemovalsReplacementsAndSwaps() {
    assertEquals(0, Nearest.distance("input", "INPUT"));
    assertEquals(1, Nearest.distance("inptu", "input"));
    assertEquals(1, Nearest.distance("inputs", "input"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
    assertEquals(4, Nearest.distance("", "seed"));
  }

  @Test
  void theNearestNameIsSuggested() {
    assertEquals(Optional.of("input"), Nearest.to("imput", NAMES));
    assertEquals(Optional.of("method"), Nearest.to("mehtod", NAMES));
    assertEquals("; did you mean --out?", Nearest.hint("--", "ot", NAMES));
  }

  @Test
  void aWordThatIsFarFromAllIsNotGuessed() {
    assertEquals(Optional.empty(), Nearest.to("banana", NAMES));
    assertEquals("", Nearest.hint("--", "xyz", NAMES));
  }
}
