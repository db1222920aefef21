/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreesDescriberTest {
  private static int describe(byte[] content) throws IOException {
    return new TreesDescriber().describe(new ByteArrayInputStream(content), null);
  }

  private static int describe(String content) throws IOException {
    return describe(content.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tree\nversion=v4\n", "tree\r\nversion=v3\r\n", "booster[0]:\n0:[f0<1] yes=1,no=2,missing=1",
      "{\"learner\":{\"attributes\":{}}}", "\n { \"version\": [1, 7, 6], \"learner\": {} }",
      "[\n  { \"nodeid\": 0, \"depth\": 0 }\n]"})
  void modelsAreTold(String text) throws IOException {
    assertEquals(IContentDescriber.VALID, describe(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "trees are green\n", "tree", "{}", "{\"loupe-card\": 1, \"inputs\": {}}", "[1, 2]",
      "a note on booster[0]: none", "learner"})
  void otherTextsAreLeftAlone(String text) throws IOException {
    assertEquals(IContentDescriber.INVALID, describe(text));
  }

  @Test
  void onlyTheBeginningIsRead() throws IOException {
    String late = "{\"a\": \"" + "x".repeat(1 << 20) + "\", \"learner\": {}}";
    assertEquals(IContentDescriber.INVALID, describe(late));
    assertEquals(IContentDescriber.INVALID, describe(new byte[] {(byte) 0xff, 0, 1, (byte) 0xfe}));
  }
}
