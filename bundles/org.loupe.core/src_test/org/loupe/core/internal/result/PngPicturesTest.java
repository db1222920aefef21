/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.Picture;

class PngPicturesTest {
  @Test
  void noMorePixelsAreTakenThanAreLeft() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngPictures.write(new Picture(3, 2, new int[] {1, 2, 3, 4, 5, -1}, new Affine(1, 0, 1, 0)), out);
    assertArrayEquals(new int[] {1, 2, 3, 4, 5, -1}, PngPictures.read(out.toByteArray(), 6).argb());
    assertTrue(assertThrows(IOException.class, () -> PngPictures.read(out.toByteArray(), 5)).getMessage()
        .contains("3 x 2 pixels is too large"));
  }
}
