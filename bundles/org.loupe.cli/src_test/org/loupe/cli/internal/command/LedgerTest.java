/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;

class LedgerTest {
  @TempDir
  Path folder;

  @Test
  void whatWasFinishedIsKnownAfterwardsWhileItsFilesAreThere() throws LoupeException, IOException {
    Path file = Files.createFile(folder.resolve("a.png"));
    Ledger.open(folder).add("a \"\n\u732b.png", "f1");
    Ledger again = Ledger.open(folder);
    assertTrue(again.has("a \"\n\u732b.png", "f1", List.of(file)));
    assertFalse(again.has("a \"\n\u732b.png", "f2", List.of(file)));
    assertFalse(again.has("b.png", "f1", List.of(file)));
    Files.delete(file);
    assertFalse(again.has("a \"\n\u732b.png", "f1", List.of(file)));
  }

  @Test
  void theLastLineOfAnInputCountsAndABrokenLineIsPassedOver() throws LoupeException, IOException {
    Ledger.open(folder).add("a", "old");
    Ledger.open(folder).add("b", "keep");
    Ledger.open(folder).add("a", "new");
    Files.writeString(folder.resolve("loupe-results.jsonl"),
        "[1]\n{\"input\": {}, \"fingerprint\": 3}\n{\"input\":\"c\",\"fi", StandardOpenOption.APPEND);
    Ledger again = Ledger.open(folder);
    assertTrue(again.has("a", "new", List.of()));
    assertFalse(again.has("a", "old", List.of()));
    assertTrue(again.has("b", "keep", List.of()));
    assertFalse(again.has("c", "", List.of()));
  }
}
