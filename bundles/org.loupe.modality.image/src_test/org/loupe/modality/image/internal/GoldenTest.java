/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/** Compares inputs with what Pillow and numpy make of the same pictures; see tests/golden/image_cases.py. */
class GoldenTest {
  static Path golden(String name) throws URISyntaxException {
    return Path.of(GoldenTest.class.getResource("golden/" + name).toURI());
  }

  @TestFactory
  Stream<DynamicTest> inputsAreThoseOfPillow() throws IOException, URISyntaxException {
    return Files.readAllLines(golden("cases.txt")).stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> check(line.split("\\|"))));
  }

  private static void check(String[] c) throws Exception {
    DecodedInput input = decode(c[0], c[1], c[2], c[3]);
    Tensor expected = NpyReader.read(golden(c[4]));
    assertEquals(expected.shape(), input.tensor().shape());
    assertEquals(ElementType.valueOf(c[1]), input.tensor().type());
    double tolerance = Double.parseDouble(c[5]);
    double spread = 0;
    for (long i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), input.tensor().get(i), tolerance, "element " + i);
      spread = Math.max(spread, Math.abs(expected.get(i) - expected.get(0)));
    }
    assertTrue(spread > 10 * tolerance, "the expected input is not flat");
  }

  static DecodedInput decode(String file, String type, String shape, String settings)
      throws LoupeException, URISyntaxException {
    Dimension[] dims = Arrays.stream(shape.split(",")).map(d -> Dimension.of(Long.parseLong(d)))
        .toArray(Dimension[]::new);
    return new ImageModality().decode(golden(file), ValueSpec.tensor("x", ElementType.valueOf(type), dims),
        card(settings), Progress.NONE);
  }

  /** A card from {@code key=value;key=value}. */
  static ImageCard card(String settings) throws LoupeException {
    Map<String, String> map = new LinkedHashMap<>();
    for (String entry : settings.isEmpty() ? new String[0] : settings.split(";")) {
      map.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
    }
    return SettingsSchema.of(ImageCard.class).read(map);
  }
}
