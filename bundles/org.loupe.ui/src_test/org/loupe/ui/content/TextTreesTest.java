/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.content;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTreesTest {
  private static boolean isModel(byte[] content) throws IOException {
    return TextTrees.begin(new ByteArrayInputStream(content));
  }

  private static boolean isModel(String content) throws IOException {
    return isModel(content.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tree\nversion=v4\n", "tree\r\nversion=v3\r\n", "booster[0]:\n0:[f0<1] yes=1,no=2,missing=1",
      "{\"learner\":{\"attributes\":{}}}", "\n { \"version\": [1, 7, 6], \"learner\": {} }",
      "[\n  { \"nodeid\": 0, \"depth\": 0 }\n]"})
  void modelsAreTold(String text) throws IOException {
    assertTrue(isModel(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "trees are green\n", "tree", "{}", "{\"loupe-card\": 1, \"inputs\": {}}", "[1, 2]",
      "a note on booster[0]: none", "learner"})
  void otherTextsAreLeftAlone(String text) throws IOException {
    assertFalse(isModel(text));
  }

  @Test
  void onlyTheBeginningIsRead() throws IOException {
    String late = "{\"a\": \"" + "x".repeat(1 << 20) + "\", \"learner\": {}}";
    assertFalse(isModel(late));
    assertFalse(isModel(new byte[] {(byte) 0xff, 0, 1, (byte) 0xfe}));
  }
}
