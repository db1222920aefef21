/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException;

class TargetSyntaxTest {
  @ParameterizedTest
  @ValueSource(strings = {"top", "none", "index:281", "label:tabby, cat", "diff:281,235", "neuron:a/b:0[3,0,7]",
      "channel:stage1/conv/12", "layer:stage1/conv:0", "direction:a=b/c=1.0,-0.5,0.0"})
  void textAndTargetAreInverse(String text) throws LoupeException {
    assertEquals(text, TargetSyntax.format(TargetSyntax.parse(text)));
  }

  @Test
  void aBareNumberIsAClass() throws LoupeException {
    assertEquals(new Target.ClassIndex(5), TargetSyntax.parse("5"));
  }

  @Test
  void layerNamesMayHoldBracketsAndSlashes() throws LoupeException {
    assertEquals(new Target.Neuron("x[0]", List.of(1, 2)), TargetSyntax.parse("neuron:x[0][1, 2]"));
    assertEquals(new Target.Channel("a/0", 3), TargetSyntax.parse("channel:a/0/3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cat", "index:-1", "index:99999999999", "index:", "label:", "diff:1", "diff:1,2,3",
      "neuron:a", "neuron:[1]", "neuron:a[]", "channel:a", "channel:/", "layer:", "direction:a", "direction:a=",
      "direction:a=1,x", "direction:a=0,0", "direction:a=NaN", "colour:3"})
  void anythingElseIsAUsageError(String text) {
    LoupeException e = assertThrows(LoupeException.class, () -> TargetSyntax.parse(text));
    assertEquals(LoupeException.Kind.USAGE, e.kind());
  }
}
