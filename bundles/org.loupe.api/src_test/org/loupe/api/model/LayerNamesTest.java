/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.math.tensor.ElementType;

class LayerNamesTest {
  private static LayerInfo layer(String id, String node) {
    return new LayerInfo(id, node, "Conv", List.of("x"), ValueSpec.tensor(id, ElementType.FLOAT32), 0, "");
  }

  private final ModelDescription model = new ModelDescription("m", "test", List.of(), List.of(), List.of(),
      List.of(layer("a", "first"), layer("b", "split"), layer("c", "split"), layer("first", "other")), 0, Set.of(),
      Map.of(), List.of());

  @Test
  void theNameOfAValueGoesBeforeTheNameOfANode() throws LoupeException {
    assertEquals("first", LayerNames.find(model, "first").id());
    assertEquals("first", LayerNames.find(model, "other").id());
  }

  @Test
  void anAmbiguousNodeNamesItsValues() {
    String message = assertThrows(LoupeException.class, () -> LayerNames.find(model, "split")).getMessage();
    assertTrue(message.contains("[b, c]"), message);
  }

  @Test
  void anUnknownNameOffersNearOnes() {
    String message = assertThrows(LoupeException.class, () -> LayerNames.find(model, "FIR")).getMessage();
    assertTrue(message.contains("[first]"), message);
  }
}
