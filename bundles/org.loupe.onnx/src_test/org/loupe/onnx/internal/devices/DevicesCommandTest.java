/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.CommandContext;

class DevicesCommandTest {
  @Test
  void saysWhatCanRunHere() throws Exception {
    List<String> lines = run(Map.of()).lines().toList();
    assertTrue(lines.get(0).startsWith("ONNX Runtime 1.") && lines.get(0).contains("CPU"), lines.get(0));
    assertTrue(lines.get(1).matches("  cpu +yes +\\d+ threads? by default"), lines.get(1));
    assertTrue(lines.get(2).startsWith("  cuda"), lines.get(2));
  }

  @Test
  void givesReasonsAsJson() throws Exception {
    JsonObject report = JsonParser.parseString(run(Map.of("json", List.of("true")))).getAsJsonObject();
    assertEquals("ONNX Runtime", report.get("engine").getAsString());
    JsonObject cpu = report.getAsJsonArray("devices").get(0).getAsJsonObject();
    assertEquals("cpu", cpu.get("id").getAsString());
    assertTrue(cpu.get("available").getAsBoolean());
    JsonObject cuda = report.getAsJsonArray("devices").get(1).getAsJsonObject();
    assertEquals(cuda.get("available").getAsBoolean(), cuda.get("reason").getAsString().isEmpty());
  }

  @Test
  void readsTheVersionOfTheDriver() {
    assertEquals("NVIDIA driver 550.54.15",
        NvidiaDriver.version("NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5 22:23:56 2024\n"));
    assertEquals("NVIDIA driver 570.86",
        NvidiaDriver.version("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86  Release Build\n"));
    assertFalse(NvidiaDriver.describe().isEmpty());
  }

  private static String run(Map<String, List<String>> options) throws LoupeException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertEquals(0, new DevicesCommand().run(new CommandContext() {
      @Override
      public Arguments arguments() {
        return new Arguments(List.of(), options);
      }

      @Override
      public PrintStream out() {
        return out;
      }

      @Override
      public void message(String line) {
      }

      @Override
      public Progress progress() {
        return Progress.NONE;
      }

      @Override
      public <T> T service(Class<T> type) {
        throw new IllegalArgumentException(type.getName());
      }
    }));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
