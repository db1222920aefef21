/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.MissingFilesException;
import org.loupe.api.model.ModelSource;

/** A file can be looked at without being opened. */
class CheckTest {
  @TempDir
  Path folder;

  private static void check(Path file) throws LoupeException {
    new OnnxModelLoader().check(new ModelSource(file), Progress.NONE);
  }

  @Test
  void namesMissingFilesUntilTheyAreThere() throws Exception {
    Path model = Files.write(folder.resolve("m.onnx"), ExternalModel.bytes("weights.bin", 0, 16));
    MissingFilesException e = assertThrows(MissingFilesException.class, () -> check(model));
    assertEquals(List.of("weights.bin"), e.missing());
    assertEquals(Kind.BAD_INPUT, e.kind());
    assertTrue(e.getMessage().contains("weights.bin"), e.getMessage());
    assertThrows(MissingFilesException.class, () -> Models.open(model));

    Files.write(folder.resolve("weights.bin"), new byte[16]);
    check(model);
  }

  @Test
  void refusesWhatIsNoModel() throws Exception {
    Path text = Files.writeString(folder.resolve("text.onnx"), "not a model at all");
    LoupeException e = assertThrows(LoupeException.class, () -> check(text));
    assertEquals(Kind.BAD_INPUT, e.kind());
  }
}
