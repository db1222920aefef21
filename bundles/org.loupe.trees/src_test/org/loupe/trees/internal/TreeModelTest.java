/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelSource;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Forward passes: many rows, wrong requests, cancel. */
class TreeModelTest {
  private static final ModelSource FILE = new ModelSource(Goldens.folder("xgboost").resolve("3.4.0/classes.json"));

  private static Model open(int threads) throws LoupeException {
    return new XgboostLoader().load(FILE, new LoadOptions("auto", threads), Progress.NONE);
  }

  private static Tensor rows(int count) {
    Random random = new Random(4);
    float[] values = new float[count * 7];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(7) == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    return ArrayTensor.of(Shape.of(count, 7), values);
  }

  private static ForwardRequest request(Tensor rows, String... values) {
    return new ForwardRequest(Map.of("features", rows), List.of(values));
  }

  @Test
  void manyRowsOnSeveralThreadsAreAsOneByOne() throws Exception {
    Tensor rows = rows(1000);
    try (Model one = open(1); Model several = open(4)) {
      var all = several.forward(request(rows, "leaf", "prediction", "margin"), Progress.NONE);
      assertEquals(List.of("leaf", "prediction", "margin"), List.copyOf(all.values().keySet()));
      assertEquals(Shape.of(1000, 9), all.value("leaf").shape());
      assertEquals(ElementType.INT32, all.value("leaf").type());
      for (int r = 0; r < 1000; r += 37) {
        Tensor row = rows.item(r).reshape(Shape.of(1, 7));
        var alone = one.forward(request(row, "leaf", "prediction", "margin"), Progress.NONE);
        for (String name : all.values().keySet()) {
          assertArrayEquals(alone.value(name).toDoubles(), all.value(name).item(r).toDoubles(), name);
        }
      }
    }
  }

  @Test
  void noRowsGiveNoAnswersAndOutputsComeUnasked() throws Exception {
    try (Model model = open(0)) {
      var result = model.forward(request(rows(0)), Progress.NONE);
      assertEquals(List.of("prediction"), List.copyOf(result.values().keySet()));
      assertEquals(Shape.of(0, 3), result.value("prediction").shape());
    }
  }

  @Test
  void wrongRequestsAreRefusedInOneLine() throws Exception {
    try (Model model = open(0)) {
      Tensor rows = rows(2);
      for (Map<String, Tensor> inputs : List.<Map<String, Tensor>>of(Map.of(), Map.of("x", rows),
          Map.of("features", rows, "more", rows), Map.of("features", rows.reshape(Shape.of(7, 2))),
          Map.of("features", rows.reshape(Shape.of(14))),
          Map.of("features", ArrayTensor.convert(ElementType.FLOAT64, rows.shape(), rows.toDoubles())))) {
        LoupeException error = assertThrows(LoupeException.class,
            () -> model.forward(new ForwardRequest(inputs, List.of()), Progress.NONE), inputs.toString());
        assertEquals(LoupeException.Kind.BAD_INPUT, error.kind());
        Goldens.assertOneLine(error, inputs.toString());
      }
      LoupeException error = assertThrows(LoupeException.class,
          () -> model.forward(request(rows, "logits"), Progress.NONE));
      assertEquals(LoupeException.Kind.USAGE, error.kind());
      assertTrue(error.getMessage().contains("margin"));
    }
    LoupeException device = assertThrows(LoupeException.class,
        () -> new XgboostLoader().load(FILE, new LoadOptions("cuda:0", 0), Progress.NONE));
    assertEquals(LoupeException.Kind.NOT_APPLICABLE, device.kind());
  }

  @Test
  void cancelEndsAPassAmongItsRows() throws Exception {
    try (Model model = open(2)) {
      AtomicInteger asked = new AtomicInteger();
      Progress progress = new Progress() {
        @Override
        public void begin(String task, long units) {
        }

        @Override
        public void worked(long units) {
        }

        @Override
        public boolean cancelled() {
          return asked.incrementAndGet() > 3;
        }
      };
      assertThrows(CancellationException.class, () -> model.forward(request(rows(5000)), progress));
      assertTrue(asked.get() < 20, "looked " + asked + " times");
    }
  }
}
