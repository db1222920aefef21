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
import org.eclipse.core.runtime.content.IContentDescriber;
import org.junit.jupiter.api.Test;

class OnnxDescriberTest {
  private static int describe(int... bytes) throws IOException {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return new OnnxDescriber().describe(new ByteArrayInputStream(content), null);
  }

  @Test
  void modelBeginsWithItsVersion() throws IOException {
    assertEquals(IContentDescriber.VALID, describe(0x08, 7, 0x12));
    assertEquals(IContentDescriber.VALID, describe(0x08, 13));
  }

  @Test
  void anythingElseIsLeftToItsEnding() throws IOException {
    assertEquals(IContentDescriber.INDETERMINATE, describe());
    assertEquals(IContentDescriber.INDETERMINATE, describe(0x08));
    assertEquals(IContentDescriber.INDETERMINATE, describe(0x08, 0));
    assertEquals(IContentDescriber.INDETERMINATE, describe('P', 'K'));
    assertEquals(IContentDescriber.INDETERMINATE, describe(0x08, 0x80, 0x01));
  }
}
