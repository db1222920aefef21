/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.TensorLike;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

class InputReaderTest {
  private static final ModelDescription MODEL = new ModelDescription("m.onnx", "ONNX", List.of(),
      List.of(ValueSpec.tensor("rate", ElementType.INT64), ValueSpec.tensor("x", ElementType.FLOAT64,
          Dimension.open("n"), Dimension.of(8)), ValueSpec.tensor("h", ElementType.FLOAT32, Dimension.of(2),
          Dimension.open("n"))),
      List.of(), List.of(), 0, Set.of(), Map.of(), List.of());
  private static final InputCard CARD = card(new InputEntry.Decoded("sound", Map.of("scale", "2")),
      new InputEntry.Constant(List.of(16000.0)));
  @TempDir
  Path folder;
  private final InputReader reader = reader(new TensorLike("sound"));

  private static InputCard card(InputEntry x, InputEntry rate) {
    Map<String, InputEntry> inputs = new LinkedHashMap<>();
    inputs.put("x", x);
    inputs.put("rate", rate);
    inputs.put("h", new InputEntry.State("hN", 0.25));
    return new InputCard(inputs, Map.of("o", List.of("a")));
  }

  private static InputReader reader(TensorLike sound) {
    return new InputReader(new Catalogues(new FakeSource().modality("sound", sound)
        .modality("tensor", new TensorLike("tensor"))));
  }

  private Path file(String name, int bytes) throws IOException {
    return Files.write(folder.resolve(name), new byte[bytes]);
  }

  private Subject.Single read(InputCard card, Map<String, Path> files) throws LoupeException {
    return reader.read(MODEL, card, files, Progress.NONE);
  }

  @Test
  void filesAreDecodedAndTheRestIsFilled() throws Exception {
    Subject.Single s = read(CARD, Map.of("", file("a.wav", 3)));
    assertEquals(List.of("rate", "x", "h"), List.copyOf(s.inputs().keySet()), "in the model's order");
    assertEquals(List.of("x"), s.explained());
    assertEquals("a.wav", s.name());
    assertEquals(6, s.inputs().get("x").tensor().get(0));
    assertEquals("sound", s.inputs().get("x").modality());
    assertEquals(16000, s.inputs().get("rate").tensor().get(0));
    assertEquals(ElementType.INT64, s.inputs().get("rate").tensor().type());
    assertEquals(Shape.of(2, 1), s.inputs().get("h").tensor().shape(), "open extents are 1");
    assertArrayEquals(new double[] {0.25, 0.25}, s.inputs().get("h").tensor().toDoubles());
    assertEquals(Map.of("o", List.of("a")), s.labels());
  }

  @Test
  void tensorsAreTakenByTheModalityOfTheCardElseByTensor() throws Exception {
    Path npy = folder.resolve("a.NPY");
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 8), 1.0, 2, 3, 4, 5, 6, 7, 8), npy);
    Subject.Single s = read(CARD, Map.of("x", npy));
    assertEquals("sound", s.inputs().get("x").modality());
    assertEquals(16, s.inputs().get("x").tensor().get(7));
    Path rate = folder.resolve("rate.npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(), 8000L), rate);
    Subject.Single given = read(CARD, Map.of("x", npy, "rate", rate));
    assertEquals(8000, given.inputs().get("rate").tensor().get(0), "a file wins over a constant");
    assertEquals("tensor", given.inputs().get("rate").modality());
    Subject.Single direct = reader.readTensors(MODEL, CARD,
        Map.of("", ArrayTensor.of(Shape.of(1, 8), new double[8])), Progress.NONE);
    assertEquals(List.of("x"), direct.explained());
  }

  @Test
  void wrongRequestsSayWhatIsMissing() throws Exception {
    Path a = file("a.wav", 1);
    assertEquals("the model has no input y; it has [rate, x, h]",
        refused(Kind.USAGE, () -> read(CARD, Map.of("y", a))).getMessage());
    assertEquals("input x was given twice", refused(Kind.USAGE, () -> {
      Map<String, Path> twice = new LinkedHashMap<>();
      twice.put("", a);
      twice.put("x", a);
      read(CARD, twice);
    }).getMessage());
    assertTrue(refused(Kind.USAGE, () -> read(CARD, Map.of())).getMessage()
        .startsWith("input x (FLOAT64 [n, 8]) was not given; give x=FILE"));
    InputCard all = card(new InputEntry.Constant(List.of(1.0)), new InputEntry.Constant(List.of(1.0)));
    assertTrue(refused(Kind.USAGE, () -> read(all, Map.of())).getMessage().startsWith("no input was given"));
    assertTrue(refused(Kind.BAD_INPUT, () -> read(CARD, Map.of("", folder.resolve("gone.wav")))).getMessage()
        .startsWith("there is no file"));
    assertTrue(refused(Kind.BAD_INPUT, () -> read(CARD, Map.of("", folder))).getMessage().startsWith("not a file"));
  }

  @Test
  void whatDoesNotFitIsBadInput() throws Exception {
    Path npy = folder.resolve("wrong.npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 7), new double[7]), npy);
    assertEquals("input x takes FLOAT64 [n, 8], not FLOAT64 [1, 7]",
        refused(Kind.BAD_INPUT, () -> read(CARD, Map.of("x", npy))).getMessage());
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 8), new float[8]), npy);
    assertEquals("input x takes FLOAT64 [n, 8], not FLOAT32 [1, 8]",
        refused(Kind.BAD_INPUT, () -> read(CARD, Map.of("x", npy))).getMessage());
    Files.writeString(npy, "no tensor");
    refused(Kind.BAD_INPUT, () -> read(CARD, Map.of("x", npy)));
    Path a = file("a.wav", 1);
    InputCard constants = card(CARD.inputs().get("x"), new InputEntry.Constant(List.of(1.0, 2.0)));
    assertEquals("2 numbers for input rate of shape []",
        refused(Kind.BAD_INPUT, () -> read(constants, Map.of("", a))).getMessage());
    InputCard settings = card(new InputEntry.Decoded("sound", Map.of("scale", "x")), CARD.inputs().get("rate"));
    assertTrue(refused(Kind.BAD_INPUT, () -> read(settings, Map.of("", a))).getMessage()
        .startsWith("input card: modality sound: setting scale must be"));
  }

  @Test
  void aConstantOfHostileSizeIsRefusedBeforeItIsMade() throws Exception {
    ModelDescription huge = new ModelDescription("m", "f", List.of(), List.of(MODEL.inputs().get(1),
        ValueSpec.tensor("big", ElementType.FLOAT32, Dimension.of(1L << 40), Dimension.of(1L << 40))), List.of(),
        List.of(), 0, Set.of(), Map.of(), List.of());
    InputCard card = new InputCard(Map.of("x", CARD.inputs().get("x"), "big", new InputEntry.Constant(List.of(1.0))),
        Map.of());
    Path a = file("a.wav", 1);
    assertTrue(refused(Kind.BAD_INPUT, () -> reader.read(huge, card, Map.of("", a), Progress.NONE)).getMessage()
        .contains("too large"));
  }

  @Test
  void defectiveModalitiesNameTheirBundle() throws Exception {
    Path a = file("a.wav", 1);
    for (TensorLike defect : List.of(new TensorLike("sound") {
      @Override
      public DecodedInput decode(Path file, ValueSpec input, Card card, Progress progress) {
        return null;
      }
    }, new TensorLike("sound") {
      @Override
      public DecodedInput decode(Path file, ValueSpec input, Card card, Progress progress) {
        throw new ArrayIndexOutOfBoundsException(3);
      }
    }, new TensorLike("sound") {
      @Override
      public DecodedInput decode(Path file, ValueSpec input, Card card, Progress progress) {
        return DecodedInput.plain("other", null, "sound");
      }
    })) {
      assertTrue(refused(Kind.FAILED, () -> reader(defect).read(MODEL, CARD, Map.of("", a), Progress.NONE)).getMessage()
          .contains("vendor.modalities"));
    }
  }

  @Test
  void cancellationComesThrough() throws Exception {
    Path a = file("a.wav", 1);
    Progress cancelled = new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return true;
      }
    };
    assertThrows(CancellationException.class, () -> reader.read(MODEL, CARD, Map.of("", a), cancelled));
  }
}
