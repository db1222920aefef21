/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.Modality;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.core.Loupe;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/** Every installed modality takes inputs apart and puts them together again. */
class ModalityContractTest {
  private static final ModelDescription NOTHING_KNOWN = new ModelDescription("m.onnx", "test", List.of(), List.of(),
      List.of(), List.of(), 0, Set.of(), Map.of(), List.of());
  private static final List<ValueSpec> SPECS = List.of(
      ValueSpec.tensor("nchw", ElementType.FLOAT32, Dimension.open("n"), Dimension.of(3),
          Dimension.of(8), Dimension.of(6)),
      ValueSpec.tensor("nhwc", ElementType.FLOAT32, Dimension.of(1), Dimension.of(8), Dimension.of(6), Dimension.of(1)),
      ValueSpec.tensor("row", ElementType.FLOAT32, Dimension.open(""), Dimension.of(5)),
      ValueSpec.tensor("vector", ElementType.FLOAT32, Dimension.of(5)),
      ValueSpec.tensor("wide", ElementType.FLOAT32, Dimension.of(1), Dimension.of(2), Dimension.of(3), Dimension.of(2),
          Dimension.of(2)));

  private final Loupe loupe = Installed.open();

  @AfterEach
  void close() {
    loupe.close();
  }

  @Test
  void proposingCopesWithAnyDeclaration() throws LoupeException {
    List<ValueSpec> odd = List.of(
        new ValueSpec("rank unknown", ValueKind.TENSOR, Optional.of(ElementType.FLOAT32), Optional.empty()),
        new ValueSpec("type unknown", ValueKind.TENSOR, Optional.empty(), Optional.of(List.of())),
        new ValueSpec("sequence", ValueKind.SEQUENCE, Optional.empty(), Optional.empty()),
        ValueSpec.tensor("scalar", ElementType.INT64),
        ValueSpec.tensor("text", ElementType.STRING, Dimension.of(1)),
        ValueSpec.tensor("empty", ElementType.FLOAT32, Dimension.of(0), Dimension.of(3),
          Dimension.of(0), Dimension.of(4)),
        ValueSpec.tensor("huge", ElementType.FLOAT32, Dimension.of(1), Dimension.of(3),
          Dimension.of(Long.MAX_VALUE / 4),
            Dimension.of(2)));
    for (ModalityEntry e : loupe.catalogues().modalities().entries()) {
      for (ValueSpec spec : odd) {
        assertNotNull(e.create().propose(spec, NOTHING_KNOWN), e + " on " + spec.name());
      }
      for (ValueSpec spec : SPECS) {
        var proposal = e.create().propose(spec, NOTHING_KNOWN);
        if (proposal.isPresent()) {
          assertNotNull(SettingsSchema.of(e.create().cardType()).read(proposal.get()));
        }
      }
    }
  }

  @Test
  void playersTakeAwayWhatTheyCoverAndNothingElse() throws LoupeException {
    for (ModalityEntry e : loupe.catalogues().modalities().entries()) {
      for (ValueSpec spec : SPECS) {
        check(e, e.create(), spec);
      }
    }
  }

  private static <C extends Record> void check(ModalityEntry e, Modality<C> modality, ValueSpec spec)
      throws LoupeException {
    var proposal = modality.propose(spec, NOTHING_KNOWN);
    if (proposal.isEmpty()) {
      return;
    }
    String what = e + " on " + spec.name();
    DecodedInput input = modality.wrap(tensor(spec), spec, SettingsSchema.of(modality.cardType()).read(proposal.get()));
    ArrayTensor baseline = ArrayTensor.of(input.tensor().shape(), new float[(int) input.tensor().size()]);
    Players players = modality.players(input,
        new PlayerRequest.Windows(List.of(2), List.of(2), PlayerRequest.Border.CROP));
    assertTrue(players.count() > 0, what);
    assertArrayEquals(input.tensor().toFloats(), players.without(new BitSet(), baseline).toFloats(), what);
    BitSet all = new BitSet();
    all.set(0, players.count());
    double[] ones = new double[players.count()];
    java.util.Arrays.fill(ones, 1);
    double[] covered = players.spread(ones).toDoubles();
    float[] without = players.without(all, baseline).toFloats();
    for (int i = 0; i < without.length; i++) {
      assertEquals(1, covered[i], what + ": windows side by side cover everything");
      assertEquals(0f, without[i], what);
    }
    for (int p = 0; p < players.count(); p++) {
      assertTouchesItsPart(players, p, input, baseline, what);
    }
  }

  private static void assertTouchesItsPart(Players players, int player, DecodedInput input, ArrayTensor baseline,
      String what) {
    BitSet one = new BitSet();
    one.set(player);
    double[] value = new double[players.count()];
    value[player] = 1;
    double[] part = players.spread(value).toDoubles();
    float[] without = players.without(one, baseline).toFloats();
    for (int i = 0; i < without.length; i++) {
      assertEquals(part[i] == 0 ? (float) input.tensor().get(i) : 0f, without[i], what + ", " + players.label(player));
    }
  }

  @Test
  void aFileThatIsNoneIsAnErrorInOneLine(@TempDir Path folder) throws Exception {
    byte[] noise = new byte[300];
    new Random(1).nextBytes(noise);
    Path file = folder.resolve("noise.png");
    Files.write(file, noise);
    for (ModalityEntry e : loupe.catalogues().modalities().entries()) {
      assertRefused(e.create(), file);
      assertRefused(e.create(), folder.resolve("missing.png"));
    }
  }

  private static <C extends Record> void assertRefused(Modality<C> modality, Path file) {
    LoupeException error = assertThrows(LoupeException.class, () -> modality.decode(file, SPECS.get(0),
        SettingsSchema.of(modality.cardType()).defaults(), Progress.NONE));
    assertEquals(1, error.getMessage().lines().count());
    assertTrue(error.getMessage().contains(file.getFileName().toString()), error.getMessage());
  }

  private static ArrayTensor tensor(ValueSpec spec) {
    long[] dims = spec.dims().orElseThrow().stream().mapToLong(d -> d.known() ? d.size() : 1).toArray();
    float[] values = new float[(int) Shape.of(dims).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    return ArrayTensor.of(Shape.of(dims), values);
  }
}
