/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.Progress;
import org.loupe.core.testing.DifferentiableModel;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;

class GradientObstacleTest {
  @TempDir
  Path folder;

  @Test
  void namesEveryOperatorWithoutRuleAndItsLayers() throws Exception {
    DifferentiableModel model = new DifferentiableModel();
    model.missingRules = true;
    String reason = GradientObstacle.of(Fakes.lease(folder, model), Progress.NONE).orElseThrow();
    model.description().layers().forEach(l -> assertTrue(reason.contains(l.operator()) && reason.contains(l.id()),
        reason));
  }

  @Test
  void isSilentWhereNothingStandsInTheWay() throws Exception {
    assertEquals(Optional.empty(), GradientObstacle.of(Fakes.lease(folder, new DifferentiableModel()), Progress.NONE));
    assertEquals(Optional.empty(), GradientObstacle.of(Fakes.lease(folder, new LinearModel(true)), Progress.NONE));
  }
}
