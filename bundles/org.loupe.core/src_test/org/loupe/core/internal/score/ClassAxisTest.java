/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.math.tensor.ElementType;

class ClassAxisTest {
  private static OutputInfo output(ValueSpec spec) {
    return new OutputInfo(spec, Optional.empty());
  }

  /** The label that a classifier gives is no score, in whatever type; the scores beside it are, as maps too. */
  @Test
  void scoresComeBeforeTheLabel() {
    OutputInfo number = output(ValueSpec.tensor("label", ElementType.INT64, Dimension.open("N")));
    OutputInfo text = output(ValueSpec.tensor("label", ElementType.STRING, Dimension.open("N")));
    OutputInfo scores = output(ValueSpec.tensor("scores", ElementType.FLOAT32, Dimension.open("N"), Dimension.of(3)));
    OutputInfo maps = output(new ValueSpec("maps", ValueKind.SEQUENCE, Optional.of(ElementType.FLOAT32),
        Optional.of(List.of(Dimension.open("N"), Dimension.of(3)))));
    for (OutputInfo label : List.of(number, text)) {
      for (OutputInfo answer : List.of(scores, maps)) {
        assertEquals(answer, ClassAxis.firstOf(List.of(label, answer)).orElseThrow());
        assertEquals(3, ClassAxis.declaredClasses(answer.value()).orElseThrow());
      }
    }
  }

  @Test
  void otherSequencesAreNoScores() {
    assertFalse(ClassAxis.mayBe(new ValueSpec("s", ValueKind.SEQUENCE, Optional.of(ElementType.FLOAT32),
        Optional.empty())));
    assertTrue(ClassAxis.mayBe(ValueSpec.tensor("s", ElementType.FLOAT32)));
  }
}
