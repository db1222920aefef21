/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.LoupeException;

class SettingsSchemaTest {
  enum Fill {
    ZERO, MEAN_OF_INPUT
  }

  record All(
      @Setting(label = "Window", doc = "w", defaultValue = "8", min = 1, max = 64, unit = "px") int windowSize,
      @Setting(label = "Seed", doc = "s", defaultValue = "7") long seed,
      @Setting(label = "Sigma", doc = "g", defaultValue = "0.15", min = 0) double sigma,
      @Setting(label = "Signed", doc = "b", defaultValue = "true") boolean signed,
      @Setting(label = "Text", doc = "t", defaultValue = "") String text,
      @Setting(label = "Fill", doc = "f", defaultValue = "mean-of-input") Fill fill,
      @Setting(label = "Sizes", doc = "i", defaultValue = "", min = 1) List<Integer> sizes,
      @Setting(label = "Means", doc = "m", defaultValue = "0.5,0.25") List<Double> means) {
    All {
      if (windowSize == 13) {
        throw new IllegalArgumentException("13 brings bad luck");
      }
    }
  }

  private final SettingsSchema<All> schema = SettingsSchema.of(All.class);

  @Test
  void defaultsComeFromTheDeclaration() {
    assertEquals(new All(8, 7, 0.15, true, "", Fill.MEAN_OF_INPUT, List.of(), List.of(0.5, 0.25)), schema.defaults());
  }

  @Test
  void textAndValueAreInverse() throws LoupeException {
    All value = new All(64, Long.MIN_VALUE, 1e-300, false, " a b ", Fill.ZERO, List.of(1, 2, 3), List.of(-0.1));
    assertEquals(value, schema.read(schema.write(value)));
  }

  @Test
  void keysAreHyphenatedAndFormsKnowTypeAndChoices() {
    assertEquals(List.of("window-size", "seed", "sigma", "signed", "text", "fill", "sizes", "means"),
        schema.fields().stream().map(SettingField::key).toList());
    assertEquals(SettingField.Type.CHOICE, schema.fields().get(5).type());
    assertEquals(List.of("zero", "mean-of-input"), schema.fields().get(5).choices());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "window-size | 0 | a whole number from 1 to 64",
      "window-size | 2147483648 | a whole number from 1 to 64",
      "window-size | eight | a whole number from 1 to 64",
      "sigma | NaN | a number of at least 0",
      "sigma | -1 | a number of at least 0",
      "signed | maybe | true or false",
      "fill | blur | one of zero, mean-of-input",
      "sizes | 1,,2 | a whole number of at least 1",
      "means | 1;2 | a number"})
  void whatIsNotAllowedIsSaidInOneLine(String key, String text, String allowed) {
    LoupeException e = assertThrows(LoupeException.class, () -> schema.read(Map.of(key, text)));
    assertEquals(LoupeException.Kind.USAGE, e.kind());
    assertTrue(e.getMessage().startsWith("setting " + key + " must be " + allowed), e.getMessage());
  }

  @Test
  void unknownKeysAndRefusedCombinationsAreUsageErrors() {
    assertTrue(assertThrows(LoupeException.class, () -> schema.read(Map.of("widow-size", "1"))).getMessage()
        .contains("window-size"));
    assertEquals("13 brings bad luck",
        assertThrows(LoupeException.class, () -> schema.read(Map.of("window-size", "13"))).getMessage());
  }

  record Undeclared(int plain) {
  }

  @Test
  void aComponentWithoutDeclarationIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> SettingsSchema.of(Undeclared.class));
  }
}
