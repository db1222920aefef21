/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.model.ModelSource;
import org.loupe.core.Loupe;
import org.loupe.core.catalogue.LoaderEntry;
import org.loupe.core.model.ModelLease;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.testkit.TinyModels;

/** Every installed loader refuses what is no model, and models answer as worked out by hand. */
class LoaderContractTest {
  @TempDir
  Path folder;

  private final Loupe loupe = Installed.open();

  @AfterEach
  void close() {
    loupe.close();
  }

  @Test
  void whatIsNoModelIsRefusedInOneLine() throws Exception {
    byte[] noise = new byte[5000];
    new Random(3).nextBytes(noise);
    Path random = Files.write(folder.resolve("noise.bin"), noise);
    Path empty = Files.write(folder.resolve("empty.bin"), new byte[0]);
    for (LoaderEntry e : loupe.catalogues().loaders().entries()) {
      ModelLoader loader = e.create();
      for (Path file : List.of(random, empty, folder, folder.resolve("missing.bin"))) {
        LoupeException error = assertThrows(LoupeException.class,
            () -> loader.load(new ModelSource(file), LoadOptions.DEFAULT, Progress.NONE).close(), e + " on " + file);
        assertEquals(LoupeException.Kind.BAD_INPUT, error.kind(), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
      }
    }
  }

  @Test
  void forwardAnswersAsWorkedOutByHand() throws Exception {
    try (ModelLease lease = Subjects.open(loupe, TinyModels.denseRelu(), folder)) {
      var x = ArrayTensor.of(Shape.of(2, 3), 20f, 50f, 30f, 2f, 10f, 3f);
      var result = lease.forward(new ForwardRequest(Map.of("x", x), List.of("y", "hidden")), Progress.NONE);
      assertArrayEquals(new double[] {392, 394, 52, 54}, result.value("y").toDoubles());
      assertArrayEquals(new double[] {90, 101, 101, 101, 5, 16, 16, 16}, result.value("hidden").toDoubles());
      assertArrayEquals(new double[] {392, 394}, TinyModels.denseReluAnswer(20, 50, 30));
    }
  }

  @Test
  void everyLayerCanBeCaptured() throws Exception {
    for (var model : Subjects.models()) {
      try (ModelLease lease = Subjects.open(loupe, model, folder)) {
        List<String> layers = lease.description().layers().stream().map(LayerInfo::id).toList();
        assertTrue(layers.size() >= model.graph().nodes().size());
        var tensors = Subjects.random(loupe, lease.description()).tensors();
        var all = lease.forward(new ForwardRequest(tensors, layers), Progress.NONE);
        assertEquals(layers, List.copyOf(all.values().keySet()));
      }
    }
  }

  @Test
  void theLogitsBehindASoftmaxAreFound() throws Exception {
    try (ModelLease lease = Subjects.open(loupe, TinyModels.convSoftmax(), folder)) {
      assertEquals("logits", lease.description().outputs().get(0).logits().orElseThrow().layer());
    }
    try (ModelLease lease = Subjects.open(loupe, TinyModels.denseRelu(), folder)) {
      assertTrue(lease.description().outputs().get(0).logits().isEmpty());
    }
  }
}
